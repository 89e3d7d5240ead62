import { describe, expect, test } from 'vitest';
import { sparkline } from '#core/charts/sparkline.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import { formats, measured, suppressed } from './chart-examples.ts';

function point(month: string, value: number | null, mature = true): KpiPoint {
  return {
    month,
    period: { from: `${month}-01`, to: `${month}-28` },
    measure: value === null ? suppressed : measured(value),
    mature,
  };
}

describe('sparkline()', () => {
  test('sparkline() goes from the lowest to the highest figure and says both', () => {
    const line = sparkline(
      {
        name: 'Return rate',
        points: [point('2025-02', 0.4), point('2025-01', 0.2)],
        unit: 'ratio',
      },
      formats,
    );
    expect(line).toEqual({
      paths: {
        ...{ band: '', openBand: '', intervals: '' },
        ...{ settled: 'M3 27L97 3', open: '', end: 'M97 3h0' },
      },
      from: '2025-01',
      to: '2025-02',
      first: '20%',
      last: '40%',
      low: '20%',
      high: '40%',
      covers: 'other',
      description:
        'Line chart of Return rate by month, where it went from 20% in January 2025 to 40% in February 2025, between 20% and 40%.',
    });
  });

  test('sparkline() leaves the room of a month that the series does not have', () => {
    const all = [point('2025-01', 0.2), point('2025-02', 0.3), point('2025-05', 0.2)];
    expect(
      sparkline({ name: 'Return rate', points: all, unit: 'ratio' }, formats)?.paths.settled,
    ).toBe('M3 27L26.5 3');
    expect(sparkline({ name: 'Return rate', points: all, unit: 'ratio' }, formats)?.paths.end).toBe(
      'M97 27h0',
    );
  });

  test('sparkline() breaks where a month has no figure and keeps open months apart', () => {
    const months = [
      point('2025-01', 0.2),
      point('2025-02', 0.3),
      point('2025-03', null),
      point('2025-04', 0.3),
      point('2025-05', 0.2, false),
    ];
    const line = sparkline({ name: 'Return rate', points: months, unit: 'ratio' }, formats);
    expect(line?.paths.settled).toBe('M3 27L26.5 3');
    expect(line?.paths.open).toBe('M73.5 3L97 27');
  });

  test('sparkline() quotes settled months, and an open one only where there is no other', () => {
    const months = [
      point('2025-01', 0.2),
      point('2025-02', 0.4),
      point('2025-03', 0.23),
      point('2025-04', 0.13, false),
    ];
    expect(
      sparkline({ name: 'Return rate', points: months, unit: 'ratio' }, formats),
    ).toMatchObject({
      ...{ from: '2025-01', to: '2025-03', first: '20%', last: '23%', low: '20%', high: '40%' },
      description:
        'Line chart of Return rate by month, where it went from 20% in January 2025 to 23% in March 2025, between 20% and 40%.',
    });
    const open = months.map((month) => ({ ...month, mature: false }));
    expect(sparkline({ name: 'Return rate', points: open, unit: 'ratio' }, formats)).toMatchObject({
      to: '2025-04',
      last: '13%',
    });
  });

  test('sparkline() draws a figure that never moves in the middle', () => {
    const line = sparkline(
      {
        name: 'Return rate',
        points: [point('2025-01', 0.2), point('2025-02', 0.2)],
        unit: 'ratio',
      },
      formats,
    );
    expect(line?.paths.settled).toBe('M3 15L97 15');
  });

  test('sparkline() gives no line to fewer than two figures', () => {
    expect(sparkline({ name: 'Return rate', points: [], unit: 'ratio' }, formats)).toBeNull();
    expect(
      sparkline(
        {
          name: 'Return rate',
          points: [point('2025-01', 0.2), point('2025-02', null)],
          unit: 'ratio',
        },
        formats,
      ),
    ).toBeNull();
  });
});
