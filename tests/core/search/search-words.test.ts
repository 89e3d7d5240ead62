import { expect, test } from 'vitest';
import { stem } from '#core/search/search-words.ts';

test.each([
  ['elegantly', 'elegant'],
  ['surprisingly', 'surprising'],
  ['repeatedly', 'repeated'],
  ['happily', 'happy'],
  ['newly', 'new'],
  ['badly', 'bad'],
  ['monthly', 'month'],
])('stem() takes an adverb for its adjective, in any of its forms: %s, %s', (adverb, adjective) => {
  expect(stem(adverb)).toBe(stem(adjective));
});

test.each([
  ['apply', 'app'],
  ['reply', 'rep'],
  ['daily', 'dai'],
])('stem() leaves short words alone that only end as adverbs do: %s', (word, rest) => {
  expect(stem(word)).not.toBe(stem(rest));
});
