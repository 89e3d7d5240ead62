import { expect, test } from 'vitest';
import { welcomeText } from '#scripts/site/welcome-text.ts';

const URL = 'http://localhost:4321';

test('welcomeText() tells whoever looks at the sample how a portal of their own begins', () => {
  expect(welcomeText(URL, 'sample')).toContain('run "npm run init"');
});

test('welcomeText() sends nobody whose shop is set up to what clears content/', () => {
  const text = welcomeText(URL, 'bohne-blatt');
  expect(text).not.toContain('init');
  expect(text).toContain('put them into exports/ and run "npm start" again');
});
