import { expect, test } from 'vitest';
import type { Fact } from '#core/schemas/fact.ts';
import { figureAndWords, figureText, sentenceText } from '../../src/components/figure-text.ts';

const formats = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };

function fact(label: string, unit: Fact['unit'], value: number): Fact {
  return {
    id: 'any',
    label,
    unit,
    value,
    status: 'ok',
    n: 100,
    period: { from: '2025-01-01', to: '2025-12-31' },
    asOf: '2025-12-31',
    sources: ['orders'],
    formula: 'Any',
  };
}

test.each([
  ['Orders a year', 'perYear', '11'],
  ['Orders', 'perYear', '11 a year'],
  ['Items per order', 'items', '11'],
  ['In the box', 'items', '11 items'],
] as const)('figureText() beside "%s" does not say its unit twice', (label, unit, text) => {
  expect(figureText(fact(label, unit, 11), formats)).toBe(text);
});

test('figureText() gives a change its sign', () => {
  expect(figureText({ ...fact('Change', 'points', 0.02), id: 'change' }, formats)).toMatch(/^\+/);
});

test('a multiplier below one is said in words, with its figure only where somebody looks for it', () => {
  const part = fact('Orders a year against the average', 'times', 0.52);
  expect(figureText(part, formats)).toBe('about half');
  expect(sentenceText(part, formats)).toBe('about half');
  expect(figureAndWords(part, formats)).toBe('about half (0.52×)');
  const nearly = fact('Orders a year against the average', 'times', 0.97);
  expect(figureText(nearly, formats)).toBe('about the same');
  const more = fact('Orders a year against the average', 'times', 2.7);
  for (const text of [figureText, sentenceText, figureAndWords]) {
    expect(text(more, formats)).toBe('2.7×');
  }
});
