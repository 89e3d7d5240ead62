import { expect, test } from 'vitest';
import { boxWords } from '#components/box-words.ts';

const FORMS = { one: 'The boxes of {period}', other: 'The boxes of {days} days: {period}' };
const FORMATS = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' };

test.each([
  ['2026-10-31', 'The boxes of 31 October 2026'],
  ['2026-10-25', 'The boxes of seven days: 25 October to 31 October 2026'],
])('boxWords() says how many days they are, from %s', (from, words) => {
  expect(boxWords(FORMS, { from, to: '2026-10-31' }, FORMATS)).toBe(words);
});
