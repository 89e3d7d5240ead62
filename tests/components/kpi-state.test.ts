import { expect, test } from 'vitest';
import { wordsOf } from '#core/language/words-of.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { kpiState } from '../../src/components/kpi-state.ts';
import { fewPeopleFact, numberFact, rangedFact } from '../core/personas/build-fact.ts';

const formats = { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC', floor: 10 };

function state(
  current: Fact,
  before: Fact,
  series: readonly object[] = [],
  freshness: Parameters<typeof kpiState>[3] = [],
): string | null {
  const change = Number(current.value) - Number(before.value);
  const facts = [current, before, numberFact('change', change, 'points')];
  const figures = { facts, series, direction: 'up' } as unknown as Parameters<
    typeof kpiState
  >[0]['figures'];
  return kpiState({ current, figures }, formats, wordsOf({}).screen, freshness);
}

test.each([
  [0.92, 'Down', 'Higher is better.'],
  [0.5, 'Up', 'Higher is better.'],
])('kpiState() tells of a move from %d', (before, moved, wish) => {
  const said = state(rangedFact('current', 0.7, [0.69, 0.71]), numberFact('yearAgo', before));
  expect(said).toContain(moved);
  expect(said).toContain(wish);
});

test('kpiState() has no wish for what may still change', () => {
  const current = rangedFact('current', 0.7, [0.69, 0.71]);
  const open = { period: current.period, mature: false };
  const said = state(current, numberFact('yearAgo', 0.5), [open]);
  expect(said).toBe('Up 20 points on the year before, from 50%.');
});

test('kpiState() tells no move that could be chance', () => {
  const said = state(
    rangedFact('current', 0.9, [0.87, 0.93]),
    rangedFact('yearAgo', 0.92, [0.89, 0.95]),
  );
  expect(said).toBe('92% a year before; the difference could be chance.');
});

test('kpiState() tells no move that few customers decide', () => {
  const said = state(rangedFact('current', 0.9, [0.87, 0.93]), fewPeopleFact('yearAgo', 0.5));
  expect(said).toBe('50% a year before; the difference hangs on a few customers.');
});

test('kpiState() tells no move of a year in which an export ends early', () => {
  const current = { ...numberFact('current', 0.7), sources: ['ebay'] };
  const ended = { source: 'ebay', newest: '2025-11-30', ageDays: 31, limitDays: 14, isStale: true };
  const said = state(current, numberFact('yearAgo', 0.92), [], [ended]);
  expect(said).toBe('92% a year before; some exports end earlier now.');
});
