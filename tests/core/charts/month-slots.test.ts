import { describe, expect, test } from 'vitest';
import { monthSlots } from '#core/charts/month-slots.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import { measured } from './chart-examples.ts';

function point(from: string, to: string, value = 0.2): KpiPoint {
  return { month: to.slice(0, 7), period: { from, to }, measure: measured(value), mature: true };
}

const monthsOf = (points: KpiPoint[]) => monthSlots(points).slots.map(({ month }) => month);

describe('monthSlots()', () => {
  test('monthSlots() has a place for every month between the first and the last', () => {
    const points = [point('2026-02-01', '2026-02-28'), point('2025-11-01', '2025-11-30')];
    const { slots, step } = monthSlots(points);
    expect(step).toBe(1);
    expect(slots.map(({ month, point: found }) => [month, found !== null])).toEqual([
      ['2025-11', true],
      ['2025-12', false],
      ['2026-01', false],
      ['2026-02', true],
    ]);
  });

  test('monthSlots() keeps the rhythm of quarters that cover their months', () => {
    const quarters = [
      point('2025-01-01', '2025-03-31'),
      point('2025-04-01', '2025-06-30'),
      point('2025-10-01', '2025-12-31'),
    ];
    expect(monthSlots(quarters).step).toBe(3);
    expect(monthsOf(quarters)).toEqual(['2025-03', '2025-06', '2025-09', '2025-12']);
  });

  test('monthSlots() leaves a gap between months that only happen to stand three apart', () => {
    const points = [point('2025-03-01', '2025-03-31'), point('2025-06-01', '2025-06-30')];
    expect(monthsOf(points)).toEqual(['2025-03', '2025-04', '2025-05', '2025-06']);
  });

  test('monthSlots() takes the later of two figures for one month', () => {
    const { slots } = monthSlots([
      point('2025-03-01', '2025-03-15', 0.1),
      point('2025-03-01', '2025-03-31', 0.3),
    ]);
    expect(slots).toHaveLength(1);
    expect(slots[0]?.point?.measure.value).toBe(0.3);
  });

  test('monthSlots() gives the same places whatever the order of the points', () => {
    const points = [1, 2, 5, 9].map((month) => point(`2025-0${month}-01`, `2025-0${month}-28`));
    expect(monthSlots(points.toReversed())).toEqual(monthSlots(points));
  });

  test('monthSlots() has one place for one month and none for none', () => {
    expect(monthsOf([point('2025-03-01', '2025-03-31')])).toEqual(['2025-03']);
    expect(monthsOf([])).toEqual([]);
  });
});
