import { expect, test } from 'vitest';
import type { TermEntry } from '#core/search/search-files.ts';
import { wordMeaning } from '#core/search/word-meaning.ts';

const entries: TermEntry[] = [
  ['card', 'card cards', 2, [2, 1, [0, 1], 'zz']],
  ['cardigan', 'cardigan', 1, [2, 1, [2], 'z']],
];
const terms = (word: string, isLast: boolean): string[] => [
  ...(wordMeaning(word, entries, { alike: [], neighbours: [], isLast }, 5)?.boosts.keys() ?? []),
];

test('wordMeaning() takes the last word of a query for the beginning of longer ones', () => {
  expect(terms('card', true)).toEqual(['card', 'cardigan']);
});

test('wordMeaning() takes a word that is followed by others as it stands', () => {
  expect(terms('card', false)).toEqual(['card']);
});

test('wordMeaning() takes a word that no page holds for the beginning of longer ones wherever it stands', () => {
  expect(terms('cardig', false)).toEqual(['cardigan']);
});

test('wordMeaning() counts another word for it less where as many pages hold the word itself', () => {
  const held = (phone: number, call: number): TermEntry[] => [
    ['phone', 'phone', phone, [2, 1, [0], 'z']],
    ['call', 'call', call, [2, 1, [1], 'z']],
  ];
  const boost = (phone: number, call: number): number | undefined =>
    wordMeaning(
      'phone',
      held(phone, call),
      { alike: ['call'], neighbours: [], isLast: false },
      9,
    )?.boosts.get('call');
  expect(boost(1, 2)).toBe(0.6);
  expect(boost(2, 2)).toBe(0.2);
});
