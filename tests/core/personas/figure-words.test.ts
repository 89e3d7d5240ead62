import { expect, test } from 'vitest';
import { figureWords } from '#core/personas/figure-words.ts';

test('figureWords() make a sentence of a figure, and leave the label of what another tool counted', () => {
  expect(figureWords({ id: 'giftShare', label: 'Gift orders' })).toBe('of their orders are gifts');
  expect(figureWords({ id: 'ownsTenPairs', label: 'Owns ten pairs' })).toBe('Owns ten pairs');
});
