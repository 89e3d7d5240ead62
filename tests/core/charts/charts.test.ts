import { describe, expect, test } from 'vitest';
import { breakdownChart } from '#core/charts/breakdown-chart.ts';
import { differenceChart } from '#core/charts/difference-chart.ts';
import { monthsChart } from '#core/charts/months-chart.ts';
import { portraitMapChart } from '#core/charts/portrait-map-chart.ts';
import { trendChart } from '#core/charts/trend-chart.ts';
import { variantChart } from '#core/charts/variant-chart.ts';
import { examples, measured, months, request, suppressed } from './chart-examples.ts';

describe.each(Object.entries(examples))('%s', (_, example) => {
  test('it says in words and as a table what it draws', () => {
    const { description, caption, table } = example();
    expect(description).toMatch(/^(Line|Bar|Column|Dot|Bubble) chart of .* where .*\.$/);
    expect(caption).toContain('2022 to 2025 · 41,234 orders · from Shopify orders');
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(JSON.stringify(example())).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('it uses colours only as custom properties', () => {
    expect(JSON.stringify(example().spec)).not.toMatch(/#[0-9a-f]{3,6}"|rgb|"scheme"/i);
  });
});

describe('trendChart()', () => {
  const base = { ...request('kpi', 'How?'), label: 'Return rate', unit: 'ratio' } as const;

  test('trendChart() gives the same chart whatever the order of the points', () => {
    const points = months((index) => measured(0.1 + index / 1000, 0.01));
    expect(trendChart({ ...base, points: [...points].reverse() })).toEqual(
      trendChart({ ...base, points }),
    );
  });

  test('trendChart() breaks the line at a suppressed month and shows nothing of its size', () => {
    const chart = trendChart({
      ...base,
      points: months((index) => (index === 5 ? suppressed : measured(0.1))),
    });
    expect(chart.table.rows[5]).toEqual(['June 2022', 'fewer than 10', '–', '–', '']);
    const { line } = chart.spec['datasets'] as Record<string, { x: number; run: number }[]>;
    expect(line?.find(({ x }) => x === 4)?.run).toBe(1);
    expect(line?.find(({ x }) => x === 6)?.run).toBe(2);
  });

  test('trendChart() draws no band across a month without an interval', () => {
    const points = months((index) => measured(0.2, index === 3 ? 0 : 0.01), 12);
    const { datasets } = trendChart({ ...base, points }).spec as {
      datasets: { band: { x: number; run: number }[] };
    };
    expect(datasets.band.some(({ x }) => x === 3)).toBe(false);
    const runOf = (month: number) => datasets.band.find(({ x }) => x === month)?.run;
    expect(runOf(2)).not.toBe(runOf(4));
  });

  test('trendChart() draws the interval of a month between two without one as a line', () => {
    const points = months((index) => measured(0.2, index === 4 || index > 6 ? 0.01 : 0), 12);
    const chart = trendChart({ ...base, points });
    const { datasets } = chart.spec as { datasets: { alone: { x: number }[] } };
    expect(datasets.alone.map(({ x }) => x)).toEqual([4]);
    expect(chart.caption).toContain('Band: 95% interval, where one is known');
  });

  test('trendChart() draws the reason of a series without figures', () => {
    const chart = trendChart({ ...base, points: months(() => suppressed, 3) });
    expect(JSON.stringify(chart.spec)).toContain('Fewer than 10 orders');
    expect(trendChart({ ...base, points: [] }).description).toContain('without any figure');
  });

  test('trendChart() says when its axis does not begin at zero', () => {
    const near = trendChart({ ...base, points: months((index) => measured(0.9 + index / 1000)) });
    expect(near.caption).toContain('does not begin at zero');
    const far = trendChart({ ...base, points: months((index) => measured(0.01 * (index + 1))) });
    expect(far.caption).not.toContain('zero');
  });

  test('trendChart() compares with the same month a year earlier', () => {
    const points = months((index) => measured(index < 40 ? 0.17 : 0.14));
    expect(trendChart({ ...base, points }).description).toContain(
      '−3 points against a year earlier',
    );
  });
});

describe('empty charts', () => {
  test('every chart says in words that there is nothing to draw', () => {
    const breakdown = { id: 'months', label: 'Month', base: 'orders', rows: [] };
    const all = [
      breakdownChart({ ...request('a', 'A'), name: 'X', breakdown }),
      monthsChart({ ...request('b', 'B'), name: 'X', breakdown }),
      variantChart({ ...request('c', 'C'), variants: [], metric: 'order' }),
      differenceChart({ ...request('d', 'D'), comparisons: [], variants: [] }),
      portraitMapChart({ ...request('e', 'E'), portraits: [] }),
    ];
    for (const { spec, description, table } of all) {
      expect(Object.keys(spec['datasets'] as object)).toEqual(['message']);
      expect(description).toContain('without any figure');
      expect(table.rows).toEqual([]);
    }
  });
});
