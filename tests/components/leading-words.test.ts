import { expect, test } from 'vitest';
import { leadingWords } from '#components/leading-words.ts';
import { numberFact } from '../core/personas/build-fact.ts';

const portrait = (id: string, returnRate: number, giftShare: number) => ({
  id,
  figures: {
    facts: [
      numberFact('returnRate', returnRate, 'ratio'),
      numberFact('giftShare', giftShare, 'ratio'),
    ],
  },
});

test('leadingWords() names who leads in a figure, and nobody where two are alike', () => {
  const personas = [portrait('fit', 0.5, 0.1), portrait('saver', 0.1, 0.1)];
  expect(leadingWords(personas, 'fit', {})).toContain('highest return rate');
  expect(leadingWords(personas, 'saver', {})).toEqual([]);
  expect(leadingWords(personas, 'fit', {}).join()).not.toContain('gifts');
});

test('leadingWords() lets nobody lead alone', () => {
  expect(leadingWords([portrait('fit', 0.5, 0.1), { id: 'x', figures: null }], 'fit', {})).toEqual(
    [],
  );
});
