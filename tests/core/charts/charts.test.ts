import { describe, expect, test } from 'vitest';
import { breakdownChart } from '#core/charts/breakdown-chart.ts';
import { differenceChart } from '#core/charts/difference-chart.ts';
import { calendarChart } from '#core/charts/calendar-chart.ts';
import type { Chart } from '#core/charts/chart.ts';
import { portraitMapChart } from '#core/charts/portrait-map-chart.ts';
import { trendChart } from '#core/charts/trend-chart.ts';
import { variantChart } from '#core/charts/variant-chart.ts';
import type { Unit } from '#core/schemas/fact.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import type { Measure } from '#core/schemas/measure.ts';
import {
  arm,
  arms,
  comparisons,
  examples,
  fact,
  measured,
  months,
  request,
  suppressed,
} from './chart-examples.ts';

interface RowWords {
  label: string;
  upper: string;
  lower: string;
  words: number;
  mark: number;
}

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

  test('trendChart() says of what kind the figures along the axis are, where none says so itself', () => {
    const points = months(() => measured(0.8));
    const captionIn = (unit: Unit) => trendChart({ ...base, unit, points }).caption;
    expect(captionIn('items')).toContain('Upwards: items');
    expect(captionIn('ratio')).not.toContain('Upwards');
  });

  test('trendChart() writes times below two days in hours: along the axis, at the line, in words and in the table', () => {
    const series = (top: number) =>
      trendChart({
        ...base,
        label: 'Wait',
        unit: 'days',
        points: months((index) => measured(index === 0 ? 1 : 0.8 + (index % 2) * top, 0.01)),
      });
    const short = series(0.25);
    const { ticks, ends } = short.spec['datasets'] as Record<string, { text: string }[]>;
    expect(short.caption).toContain('Upwards: hours');
    expect(ticks?.map(({ text }) => Number(text))).toEqual([18, 20, 22, 24]);
    expect(ends?.map(({ text }) => text)).toEqual(['24 hours', '19.2 hours']);
    expect(short.description).toMatch(/19\.2\shours.*25\.2\shours/);
    expect(short.table.rows[0]?.slice(1, 3)).toEqual(['24 hours', '23.8 to 24.2 hours']);
    expect(short.series?.unit).toBe('hours');
    expect(series(4).caption).toContain('Upwards: days');
  });

  test('trendChart() breaks the line at a suppressed month and shows nothing of its size', () => {
    const chart = trendChart({
      ...base,
      points: months((index) => (index === 5 ? suppressed : measured(0.1))),
    });
    expect(chart.table.rows[5]).toEqual(['June 2022', 'not shown', '–', '–', '']);
    const { line } = chart.spec['datasets'] as Record<string, { x: number; run: number }[]>;
    expect(line?.find(({ x }) => x === 4)?.run).toBe(1);
    expect(line?.find(({ x }) => x === 6)?.run).toBe(2);
  });

  type Drawing = Record<string, { x: number; run: number; low: number }[]>;
  const drawing = (points: KpiPoint[]) =>
    trendChart({ ...base, points }).spec['datasets'] as Drawing;

  test('trendChart() draws the intervals as one band where every settled month has one', () => {
    const { band, openBand, alone } = drawing(months(() => measured(0.2, 0.01), 12));
    expect(band?.map(({ x, run }) => [x, run])).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((x) => [x, 1]),
    );
    expect(openBand?.map(({ x }) => x)).toEqual([8, 9, 10, 11]);
    expect(alone).toEqual([]);
  });

  test('trendChart() draws each interval as a line where a month has none, not a torn band', () => {
    const points = months((index) => measured(0.2, index === 3 ? 0 : 0.01), 12);
    const { band, openBand, alone } = drawing(points);
    expect([...(band ?? []), ...(openBand ?? [])]).toEqual([]);
    expect(alone?.map(({ x }) => x)).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(trendChart({ ...base, points }).caption).toContain(
      'Upright lines: 95% intervals; a point without one rests on too little',
    );
  });

  test('trendChart() bridges no month that the series does not have, and keeps its room', () => {
    const points = months(() => measured(0.2, 0.01), 12).filter(
      ({ month }) => month !== '2022-05' && month !== '2022-06',
    );
    const { line, band, dots, months: labels } = drawing(points);
    const runOf = (rows: Drawing[string] | undefined, x: number) =>
      rows?.find((row) => row.x === x)?.run;
    for (const rows of [line, band]) {
      expect(rows?.some(({ x }) => x === 4 || x === 5)).toBe(false);
      expect(runOf(rows, 3)).toBe(1);
      expect(runOf(rows, 6)).toBe(2);
    }
    expect(dots?.map(({ x }) => x)).toEqual([0, 1, 2, 3, 6, 7, 8]);
    expect(labels).toMatchObject([
      { x: 0, text: 'Jan 2022' },
      { x: 4, text: 'May 2022' },
      { x: 8, text: 'Sept 2022' },
    ]);
    // Whoever points at the picture reads rows that stand equally far apart.
    const { table } = trendChart({ ...base, points });
    expect(table.rows).toHaveLength(12);
    expect(table.rows[4]).toEqual(['May 2022', '–', '–', '–', 'no figure']);
  });

  test('trendChart() leaves no hole beside a month in the middle that can still change', () => {
    const points = months(() => measured(0.2), 6).map((point, index) => ({
      ...point,
      mature: index !== 2,
    }));
    const { line, openLine } = drawing(points);
    expect(line?.map(({ x, run }) => [x, run])).toEqual([
      [0, 1],
      [1, 1],
      [3, 2],
      [4, 2],
      [5, 2],
    ]);
    expect(openLine?.map(({ x, run }) => [x, run])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  test('trendChart() writes first and last settled figure with their months, each at its point', () => {
    const points = months((index) => measured(index === 1 ? 0.4 : 0.2), 12);
    const { ends } = trendChart({ ...base, points }).spec['datasets'] as {
      ends: { x: number; month: string; text: string; dy: number; reach: number }[];
    };
    expect(ends.map(({ x, month, text }) => [x, month, text])).toEqual([
      [0, 'Jan 2022', '20%'],
      [8, 'Sept 2022', '20%'],
    ]);
    // The peak beside it is in the way above: the label goes below, close to its point.
    expect(ends[0]?.dy).toBeGreaterThan(0);
    expect(ends[0]?.reach).toBe(0);
    expect(ends[1]?.dy).toBeLessThan(0);
  });

  test('trendChart() says how much time a point covers', () => {
    const whole = months(() => measured(0.2), 3).map((point) => ({
      ...point,
      period: { from: `${point.month}-01`, to: `${point.month}-31` },
    }));
    const january = whole.slice(0, 1);
    expect(trendChart({ ...base, points: january }).caption).toContain('Each point is one month');
    const rolling = january.map((point) => ({
      ...point,
      period: { from: '2021-02-01', to: '2022-01-31' },
    }));
    expect(trendChart({ ...base, points: rolling }).caption).toContain(
      'Each point is the twelve months up to it',
    );
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

describe('charts of rows', () => {
  test('differenceChart() names an arm once above its comparisons, so that no label is cut on a phone', () => {
    const several = comparisons.flatMap((one) => [one, { ...one, variant: 'a', reference: 'c' }]);
    const { spec, table } = differenceChart({
      ...request('differences', 'How far?'),
      comparisons: several,
      variants: arms,
    });
    const { groups, upperGroups, words } = spec['datasets'] as Record<string, RowWords[]>;
    expect(groups?.map(({ label }) => label)).toEqual([arms[1]?.name, arms[0]?.name]);
    const metrics = ['Orders', 'Unsubscribes', 'Complaints'];
    expect(words?.map(({ label }) => label)).toEqual([...metrics, ...metrics]);
    expect(upperGroups?.map(({ upper, lower }) => [upper, lower])).toEqual([
      ['We saved your basket for you,', 'with everything that you chose'],
    ]);
    // Below its group's name and above the next.
    const heights = [groups?.[0], words?.[0], words?.[2], groups?.[1], words?.[3]].map(
      (row) => row?.words,
    );
    expect(heights).toEqual(heights.toSorted((a = 0, b = 0) => a - b));
    expect(table.rows).toHaveLength(6);
  });

  test('variantChart() gives a name that is too long for a phone a second line', () => {
    const { spec } = variantChart({
      ...request('arms', 'Which?'),
      variants: arms,
      metric: 'order',
    });
    const { upper, words } = spec['datasets'] as Record<string, RowWords[]>;
    expect(upper?.map((row) => [row.upper, row.lower])).toEqual([
      ['Complete your purchase', '(compared against)'],
      ['We saved your basket for you,', 'with everything that you chose'],
    ]);
    expect(words?.map((row) => row.mark)).toEqual([49, 117]);
  });

  test('variantChart() says beneath what it measures, and of whom', () => {
    const captionOf = (base: 'delivered' | 'recipients') =>
      variantChart({ ...request('arms', 'Which?'), variants: arms, metric: 'order', base }).caption;
    expect(captionOf('delivered')).toContain('orders per message delivered');
    expect(captionOf('recipients')).toContain('orders per recipient');
  });

  test('variantChart() says on a phone that a figure is missing, and why in the table', () => {
    const reason = 'The export does not count orders for this arm';
    const silent: Measure = {
      status: 'unavailable',
      value: null,
      n: 0,
      numerator: null,
      denominator: null,
      reason,
    };
    const { spec, table } = variantChart({
      ...request('arms', 'Which?'),
      variants: [...arms, arm('c', 'No mail', silent)],
      metric: 'order',
    });
    const { words } = spec['datasets'] as Record<string, RowWords[]>;
    expect(words?.at(-1)).toMatchObject({ figure: reason, shortFigure: 'no figure' });
    expect(table.rows.at(-1)).toContain(reason);
  });
});

describe('calendarChart()', () => {
  const labels = [
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ];
  const chartOf = (share: (month: number) => number | null, period: Period | null = null) =>
    calendarChart({
      ...request('months', 'When do they buy?'),
      source: { ...request('months', '').source, period },
      name: 'The Gift Giver',
      breakdown: {
        id: 'months',
        label: 'Months',
        base: 'orders',
        rows: labels.map((label, at) => ({ label, share: share(at), shareOfAll: 1 / 12, n: 20 })),
      },
    });

  test('calendarChart() marks months of too few, which are no months without orders', () => {
    const { spec, caption } = chartOf((month) => (month === 10 ? 0.31 : month === 0 ? 0 : null));
    const { hidden } = spec['datasets'] as { hidden: { x: number; text: string }[] };
    expect(hidden.map(({ x }) => x)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 11]);
    expect(caption).toContain('A dash: not shown, so that no few people');
    expect(chartOf(() => 1 / 12).caption).not.toContain('dash');
  });

  test('calendarChart() says that a year and a half holds half of the months twice', () => {
    const caption = (from: string) =>
      chartOf(() => 1 / 12, { from, to: '2026-10-31' }).caption.includes('more often than others');
    expect(caption('2025-05-01')).toBe(true);
    expect(caption('2024-11-01')).toBe(false);
  });
});

describe('portraitMapChart()', () => {
  const chart = examples['portraitMap']?.();
  const drawn = chart?.spec['datasets'] as Record<
    string,
    { name: string; text: string; x: number; y: number; color: string; size: number }[]
  >;

  /** Every name stands at its bubble, or in the key with the number that stands there, in both widths; no other has one. */
  const expectNamed = (map: Chart): void => {
    const { labels = [], labelsNarrow = [] } = map.spec['datasets'] as typeof drawn;
    for (const [all, key] of [
      [labels, map.key?.wide ?? ''],
      [labelsNarrow, map.key?.narrow ?? ''],
    ] as const) {
      const texts = all.map(({ text }) => text);
      const written = texts.join(' ');
      for (const [at, [name = '']] of map.table.rows.entries()) {
        const isNumbered = texts.includes(String(at + 1));
        expect(key.includes(`${at + 1} ${name}`)).toBe(isNumbered);
        if (!isNumbered) expect(written).toContain(name);
      }
    }
  };

  test('portraitMapChart() names every Portrait at its bubble in both widths', () => {
    const names = chart?.table.rows.map(([name = '']) => name) ?? [];
    expect(drawn['bubbles']?.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    if (chart) expectNamed(chart);
    expect(drawn['labels']?.map(({ text }) => text)).toContain('4.2 a year at £152');
  });

  test('portraitMapChart() cuts its words out of the lines of the grid', () => {
    const layers = chart?.spec['layer'] as { data: { name: string } }[];
    const place = (name: string) => layers.findIndex(({ data }) => data.name === name);
    for (const width of ['', 'Narrow']) {
      expect(drawn[`labelGrounds${width}`]).toHaveLength(chart?.table.rows.length ?? 0);
      expect(place(`labelGrounds${width}`)).toBeGreaterThan(place('yTicks'));
      expect(place(`labelGrounds${width}`)).toBeLessThan(place('bubbles'));
    }
  });

  test('portraitMapChart() rings the core customer and says who it is', () => {
    expect(drawn['rings']?.map(({ name }) => name)).toEqual(['The Gift Giver']);
    const core = drawn['labels']?.find(({ text }) => text === 'Our core customer');
    const { x, y } = drawn['rings']?.[0] ?? {};
    expect(core).toMatchObject({ x, y });
  });

  test('portraitMapChart() names twelve of sixty letters, by a number and in the key where a name has no room', () => {
    const name = (index: number): string =>
      `The twice-yearly outdoor and tailoring big-basket giver ${index + 10}`;
    const crowded = portraitMapChart({
      ...request('crowded', 'Who buys often?'),
      portraits: Array.from({ length: 12 }, (_, index) => ({
        ...{
          id: `p${index}`,
          name: name(index),
          customers: 300,
          isCore: false,
          stripes: 0,
          tone: 1,
        },
        ordersPerYear: fact('ordersPerYear', 'perYear', 2 + (index % 4)),
        orderValue: fact('orderValue', 'money', 60 + 20 * index),
      })),
    });
    expectNamed(crowded);
    expect(crowded.key?.narrow).toContain('Numbers, where a name has no room: ');
  });

  test('portraitMapChart() has a colour or stripes of its own for each Portrait, and circles of round numbers for scale', () => {
    const fills = drawn['bubbles']?.map(({ color }) => JSON.stringify(color));
    expect(new Set(fills).size).toBe(chart?.table.rows.length);
    expect(drawn['legend']?.map(({ text }) => text)).toEqual(['200', '1,000 customers']);
    const [most] = (drawn['bubbles'] ?? []).toSorted((a, b) => b.size - a.size);
    // Areas, not widths, are in proportion: 1,000 of 1,890 people.
    expect((drawn['legend']?.at(-1)?.size ?? 0) / (most?.size ?? 1)).toBeCloseTo(1000 / 1890, 2);
  });
});

describe('intervals', () => {
  const rowsOf = (example: string, name: string) =>
    (examples[example]?.().spec['datasets'] as Record<string, object[]>)[name];

  test('breakdownChart() and calendarChart() draw the interval of each part that has one', () => {
    expect(rowsOf('breakdown', 'spans')).toMatchObject([{ low: 0.69, high: 0.75 }]);
    expect(rowsOf('months', 'spans')).toMatchObject([{ x: 11, low: 0.28, high: 0.34 }]);
    expect(examples['breakdown']?.().caption).toContain('Lines: 95% intervals');
    const { columns, rows } = examples['breakdown']?.().table ?? { columns: [], rows: [] };
    const at = columns.indexOf('95% interval');
    expect(rows.map((row) => row[at])).toEqual(['69% to 75%', '–', '–', '–']);
  });

  test('breakdownChart() says nothing of intervals where no part has one', () => {
    const rows = [{ label: 'Jeans', share: 1, shareOfAll: null, n: 20 }];
    const breakdown = { id: 'categories', label: 'Category', base: 'orders', rows };
    const chart = breakdownChart({ ...request('a', 'A'), name: 'X', breakdown });
    expect(chart.table.columns).not.toContain('95% interval');
    expect(chart.caption).not.toContain('interval');
    expect(chart.spec['datasets']).not.toHaveProperty('spans');
  });

  test('portraitMapChart() draws both intervals as far as its axes reach', () => {
    const across = rowsOf('portraitMap', 'across') as { low: number; high: number }[];
    for (const { low, high } of across) {
      expect(low).toBeGreaterThan(0);
      expect(high - low).toBeGreaterThan(0.01);
      expect(high).toBeLessThan(1);
    }
    const upright = rowsOf('portraitMap', 'upright') as { low: number; high: number }[];
    for (const { low, high } of upright) expect([low, high]).toEqual([0, 1]);
  });
});

test('breakdownChart() calls no part the largest that "Other" may be larger than', () => {
  const rows = [
    { label: 'Fell', share: 0.2, shareOfAll: null, n: 20 },
    { label: 'Other', share: 0.8, shareOfAll: null, n: 90 },
  ];
  const breakdown = { id: 'brands', label: 'Brands', base: 'what they paid', rows };
  expect(breakdownChart({ ...request('a', 'A'), name: 'X', breakdown }).description).toBe(
    'Bar chart of Brands as shares of what they paid, where no part of X is surely the largest.',
  );
});

test('calendarChart() calls no month the strongest that chance may have put first', () => {
  const described = (low: number) => {
    const interval = { low, high: 0.36, level: 0.95, method: 'as tested' };
    const rows = [
      { label: 'May', share: 0.34, shareOfAll: null, n: 90, interval },
      ...['June', 'July', 'August'].map((label) => ({
        ...{ label, share: 0.22, shareOfAll: null, n: 90 },
        interval: { ...interval, low: 0.18, high: 0.26 },
      })),
    ];
    const breakdown = { id: 'months', label: 'Months', base: 'orders', rows };
    return calendarChart({ ...request('a', 'A'), name: 'X', breakdown }).description;
  };
  expect(described(0.25)).toBe(
    'Column chart of Months as shares of orders, where no part of X is surely the strongest.',
  );
  expect(described(0.27)).toContain('where May is the strongest of X with 34%');
});

describe('empty charts', () => {
  test('every chart says in words that there is nothing to draw', () => {
    const breakdown = { id: 'months', label: 'Month', base: 'orders', rows: [] };
    const all = [
      breakdownChart({ ...request('a', 'A'), name: 'X', breakdown }),
      calendarChart({ ...request('b', 'B'), name: 'X', breakdown }),
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
