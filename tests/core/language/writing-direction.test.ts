import { expect, test } from 'vitest';
import { writingDirection } from '#core/language/writing-direction.ts';

test.each([
  ['en', 'ltr'],
  ['de-AT', 'ltr'],
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
  ['fa', 'rtl'],
  ['az-Arab', 'rtl'],
  ['qps', 'ltr'],
])('writingDirection() of %s is %s', (language, direction) => {
  expect(writingDirection(language)).toBe(direction);
});
