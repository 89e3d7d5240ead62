import { expect, test } from 'vitest';
import { leadingFigures } from '#components/leading-figures.ts';
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

const phrasesOf = (personas: Parameters<typeof leadingFigures>[0], id: string): string[] =>
  leadingFigures(personas, id, {}).flatMap(({ phrases }) => phrases);

test('leadingFigures() names who leads in a figure, and nobody where two are alike', () => {
  const personas = [portrait('fit', 0.5, 0.1), portrait('saver', 0.1, 0.1)];
  expect(phrasesOf(personas, 'fit')).toContain('highest return rate');
  expect(leadingFigures(personas, 'fit', {}).map(({ fact }) => fact.value)).toEqual([0.5]);
  expect(phrasesOf(personas, 'saver')).toEqual([]);
});

test('leadingFigures() lets nobody lead alone', () => {
  expect(phrasesOf([portrait('fit', 0.5, 0.1), { id: 'x', figures: null }], 'fit')).toEqual([]);
});
