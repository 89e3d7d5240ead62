import { expect, test } from 'vitest';
import { countWords } from '#core/personas/count-words.ts';

test.each([
  [1.96, 2.06, 'about two'],
  [9.3, 9.97, 'nine or ten'],
  [4, 9, null],
  [0.2, 0.4, null],
  [12.4, 13.2, null],
])('countWords() calls %d to %d %s', (low, high, expected) => {
  expect(countWords({ low, high })).toBe(expected);
});
