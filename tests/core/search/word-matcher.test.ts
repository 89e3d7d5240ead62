import { expect, test } from 'vitest';
import { isTypoOf } from '#core/search/word-matcher.ts';

test.each([
  ['gfit', 'gift'],
  ['shrt', 'shirt'],
  ['boxx', 'box'],
  ['keans', 'jeans'],
  ['parcle', 'parcel'],
])('isTypoOf() knows a word by one typo: %s, %s', (word, other) => {
  expect(isTypoOf(word, other)).toBe(true);
});

test.each([
  ['lore', 'more'],
  ['asdf', 'asof'],
  ['amet', 'met'],
  ['bx', 'box'],
  ['1240', '1241'],
])('isTypoOf() takes no other word for a short one: %s, %s', (word, other) => {
  expect(isTypoOf(word, other)).toBe(false);
});
