import { expect, test } from 'vitest';
import { monthSlots } from '#core/charts/month-slots.ts';
import { spanPoints } from '#core/charts/span-points.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';

function point(month: string, [numerator, denominator]: [number, number], change = {}): KpiPoint {
  const value = numerator / denominator;
  return {
    ...{ month, period: { from: `${month}-01`, to: `${month}-28` }, mature: true },
    measure: { status: 'ok', value, n: 50, numerator, denominator, ...change },
  };
}

const weights = (points: readonly KpiPoint[]) =>
  spanPoints(monthSlots(points).slots).map((one) => one?.weight ?? null);

test('spanPoints() weighs each month by what its figure was divided by', () => {
  const months = [point('2025-01', [9, 90]), point('2025-02', [30, 60])];
  expect(weights(months)).toEqual([90, 60]);
  expect(spanPoints(monthSlots(months).slots)[1]).toEqual({ value: 0.5, weight: 60 });
});

test.each<[string, KpiPoint[]]>([
  ['sums', [point('2025-01', [9, 1]), point('2025-02', [30, 1])]],
  ['estimates', [point('2025-01', [9, 90]), point('2025-02', [30, 60], { value: 0.6 })]],
  [
    'windows that overlap',
    [
      { ...point('2025-01', [9, 90]), period: { from: '2024-02-01', to: '2025-01-31' } },
      { ...point('2025-02', [30, 60]), period: { from: '2024-03-01', to: '2025-02-28' } },
    ],
  ],
])('spanPoints() gives no weights to %s', (_, months) => {
  expect(weights(months)).toEqual([null, null]);
});

test('spanPoints() hands on intervals, and nothing for a month without a figure', () => {
  const interval = { low: 0.05, high: 0.2, level: 0.95, method: 'Wilson score' };
  const months = [point('2025-01', [9, 90], { interval }), point('2025-03', [30, 60])];
  expect(spanPoints(monthSlots(months).slots)).toEqual([
    { value: 0.1, interval: [0.05, 0.2], weight: 90 },
    null,
    { value: 0.5, weight: 60 },
  ]);
});
