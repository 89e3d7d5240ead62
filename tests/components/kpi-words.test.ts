import { expect, test } from 'vitest';
import type { Fact } from '#core/schemas/fact.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import { kpiSpan, movementWords } from '../../src/components/kpi-words.ts';
import { fewPeopleFact, numberFact, rangedFact } from '../core/personas/build-fact.ts';

const formats = { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC', floor: 10 };

/** Facts are of 2025; `open` months of it, its last ones, may still change. */
function kpi(current: Fact, open: number): Parameters<typeof kpiSpan>[0] {
  const series = Array.from({ length: 12 }, (_, index): KpiPoint => {
    const month = `2025-${String(index + 1).padStart(2, '0')}`;
    return {
      ...{ month, period: { from: `${month}-01`, to: `${month}-28` }, mature: index < 12 - open },
      measure: { status: 'ok', value: 1, n: 100, numerator: 1, denominator: 1 },
    };
  });
  const facts = [current, { ...current, ...rangedFact('yearAgo', 0.6, [0.55, 0.65]) }];
  return { current, figures: { facts, direction: 'up', series } } as unknown as ReturnType<
    typeof kpi
  >;
}

test('kpiSpan() says how many months of a figure may still change', () => {
  const figure = numberFact('current', 0.7);
  expect(kpiSpan(kpi(figure, 0), formats)).toBe('2025');
  expect(kpiSpan(kpi(figure, 1), formats)).toBe('2025; its last month may still change');
  expect(kpiSpan(kpi(figure, 2), formats)).toBe('2025; its last 2 months may still change');
});

test('kpiSpan() says that few customers decide a figure of which no interval can be had', () => {
  const few = fewPeopleFact('current', 0.12);
  expect(kpiSpan(kpi(few, 0), formats)).toBe('2025; hangs on a few customers');
  expect(kpiSpan(kpi(few, 1), formats)).toBe(
    '2025; hangs on a few customers; its last month may still change',
  );
});

test('kpiSpan() speaks of no month outside of the figure', () => {
  const figure = {
    ...numberFact('current', 0.7),
    period: { from: '2024-11-01', to: '2025-10-31' },
  };
  expect(kpiSpan(kpi(figure, 2), formats)).toBe('Twelve months to October 2025');
});

test('kpiSpan() counts the months behind a series of whole years too', () => {
  const given = kpi(numberFact('current', 0.7), 2);
  const series = given.figures.series.map((point) => ({
    ...point,
    period: { from: '2024-01-01', to: point.period.to },
  }));
  const years = { ...given, figures: { ...given.figures, series } };
  expect(kpiSpan(years, formats)).toBe('2025; its last 2 months may still change');
});

test('movementWords() calls a year that may still change better only so far', () => {
  const figure = rangedFact('current', 0.9, [0.87, 0.93]);
  expect(movementWords(kpi(figure, 0), formats, [])).toEqual({ said: 'better', tone: 'better' });
  expect(movementWords(kpi(figure, 2), formats, [])).toEqual({ said: 'better so far', tone: null });
  const unsure = rangedFact('current', 0.62, [0.57, 0.67]);
  const chance = { said: 'could be chance', tone: 'could-be-chance' };
  expect(movementWords(kpi(unsure, 2), formats, [])).toEqual(chance);
});

test('movementWords() calls nothing better or worse that few customers decide', () => {
  const few = fewPeopleFact('current', 0.12);
  const said = { said: 'hangs on a few customers', tone: 'few-people' };
  expect(movementWords(kpi(few, 0), formats, [])).toEqual(said);
  expect(movementWords(kpi(few, 2), formats, [])).toEqual(said);
});

test('movementWords() calls no year better or worse in which an export ends early', () => {
  const figure = { ...rangedFact('current', 0.9, [0.87, 0.93]), sources: ['ebay'] };
  const ended = { source: 'ebay', newest: '2025-11-30', ageDays: 31, limitDays: 14, isStale: true };
  const said = { said: 'exports end early', tone: null };
  expect(movementWords(kpi(figure, 0), formats, [ended])).toEqual(said);
});
