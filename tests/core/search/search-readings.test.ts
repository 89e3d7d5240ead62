import { expect, test } from 'vitest';
import { readingsOf } from '#core/search/search-readings.ts';

const words = (query: string): (readonly string[])[] =>
  readingsOf(query, {
    synonyms: { 'spends most': 'The Fit Seeker spends most', aov: 'Average order value' },
    alike: [],
  }).map((reading) => reading.words);

test('readingsOf() knows another name in any of its forms, with common words between', () => {
  expect(words('who spent the most')).toEqual([['spent']]);
  expect(words('who spends the most')).toContainEqual(['fit', 'seeker', 'spends']);
  expect(words('whoever is spending the most on gifts')).toContainEqual([
    ...['whoever', 'fit', 'seeker', 'spends', 'gifts'],
  ]);
});

test('readingsOf() puts the title in the place of a name', () => {
  expect(words('the AOV of gifts')).toContainEqual(['average', 'order', 'value', 'gifts']);
});

test('readingsOf() reads no word that it would have to cut', () => {
  expect(words(`${'jeans '.repeat(166)}marketing`)).toEqual([['jeans']]);
  expect(words('x'.repeat(1200))).toEqual([[]]);
});
