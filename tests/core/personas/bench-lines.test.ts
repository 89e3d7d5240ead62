import { describe, expect, test } from 'vitest';
import type { Formats } from '#core/format/formats.ts';
import { benchLines } from '#core/personas/bench-lines.ts';
import { numberFact, suppressedFact, textFact } from './build-fact.ts';

const formats: Formats = { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' };

describe('benchLines()', () => {
  test('puts what people wrote first, and fills up to three from the figures', () => {
    const facts = [
      textFact('topCategory', 'Jeans'),
      numberFact('topCategoryShare', 0.8),
      numberFact('giftShare', 0.12),
      numberFact('returnRate', 0.04),
    ];
    expect(benchLines(['Fold the hem to the front.'], facts, formats)).toEqual([
      'Fold the hem to the front.',
      'Often in the box: Jeans.',
      '12% of their orders are gifts: look for a note.',
    ]);
  });

  test('has no line from figures that are suppressed or do not reach the condition', () => {
    const facts = [
      textFact('topCategory', 'Jeans'),
      numberFact('topCategoryShare', 0.3),
      suppressedFact('returnRate'),
    ];
    expect(benchLines([], facts, formats)).toEqual([]);
  });

  test('tells no figure that people have told already', () => {
    const facts = [
      numberFact('itemsPerOrder', 3.4, 'items'),
      numberFact('returnRate', 0.04),
      numberFact('returnRateTimes', 0.8, 'times'),
    ];
    expect(benchLines(['Count twice: there are 3.4 items in it.'], facts, formats)).toEqual([
      'Count twice: there are 3.4 items in it.',
      'What we pack stays with them: only 4% of it comes back.',
    ]);
  });

  test('calls nothing little that is more than the average', () => {
    const facts = [numberFact('returnRate', 0.044), numberFact('returnRateTimes', 2.6, 'times')];
    expect(benchLines([], facts, formats)).toEqual([]);
  });

  test('has at most three lines', () => {
    expect(benchLines(['One.', 'Two.', 'Three.', 'Four.'], [], formats)).toEqual([
      'One.',
      'Two.',
      'Three.',
    ]);
  });

  test('cuts a long text after a whole sentence, and never inside its first', () => {
    const long = `${'A first sentence of people '.repeat(6).trim()}.`;
    expect(benchLines([`Short first. ${long}`], [], formats)).toEqual(['Short first.']);
    expect(benchLines([`${long} Short second.`], [], formats)).toEqual([long]);
  });
});
