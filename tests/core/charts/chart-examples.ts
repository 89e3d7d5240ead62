import { breakdownChart } from '#core/charts/breakdown-chart.ts';
import type { Chart, ChartRequest } from '#core/charts/chart.ts';
import { differenceChart } from '#core/charts/difference-chart.ts';
import { calendarChart } from '#core/charts/calendar-chart.ts';
import { portraitMapChart } from '#core/charts/portrait-map-chart.ts';
import { trendChart } from '#core/charts/trend-chart.ts';
import { variantChart } from '#core/charts/variant-chart.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Comparison, Variant } from '#core/schemas/insight.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import type { Measure } from '#core/schemas/measure.ts';

export const formats: Formats = {
  locale: 'en-GB',
  currency: 'GBP',
  timeZone: 'Europe/London',
};

export function request(id: string, title: string, written: Formats = formats): ChartRequest {
  return {
    id,
    title,
    formats: written,
    source: {
      period: { from: '2022-01-01', to: '2025-12-31' },
      n: 41_234,
      counted: '{count} orders',
      sources: ['shopify-orders'],
    },
  };
}

export function measured(value: number, margin = 0): Measure {
  return {
    status: 'ok',
    value,
    n: 400,
    numerator: value * 400,
    denominator: 400,
    ...(margin > 0
      ? {
          interval: {
            low: value - margin,
            high: value + margin,
            level: 0.95,
            method: 'Wilson score',
          },
        }
      : {}),
  };
}

export const suppressed: Measure = {
  status: 'suppressed',
  value: null,
  n: 4,
  numerator: null,
  denominator: null,
  reason: 'Fewer than 10 orders',
};

/** Four years of months; the last three can still change. */
export function months(valueOf: (index: number) => Measure, count = 48): KpiPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const month = `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return {
      month,
      period: { from: `${month}-01`, to: `${month}-28` },
      measure: valueOf(index),
      mature: index < count - 3,
    };
  });
}

export function fact(id: string, unit: Fact['unit'], value: number): Fact {
  return {
    id,
    label: id,
    unit,
    n: 400,
    period: { from: '2025-01-01', to: '2025-12-31' },
    asOf: '2025-12-31',
    sources: ['shopify-orders'],
    formula: 'as tested',
    status: 'ok',
    value,
  };
}

/** The same figure, which could lie as far away as that. */
function within(one: Fact, margin: number): Fact {
  if (one.status !== 'ok' || typeof one.value !== 'number') return one;
  const [low, high] = [one.value - margin, one.value + margin];
  return { ...one, interval: { low, high, level: 0.95, method: 'as tested' } };
}

export function arm(id: string, name: string, orderRate: Measure, isReference = false): Variant {
  return {
    id,
    name,
    isReference,
    recipients: 5120,
    delivered: 5100,
    opens: 2100,
    clicks: 400,
    orders: 180,
    revenue: 9000,
    unsubscribes: 12,
    complaints: 1,
    rates: {
      open: measured(0.41, 0.014),
      click: measured(0.08, 0.008),
      order: orderRate,
      unsubscribe: measured(0.0024, 0.0012),
      complaint: measured(0.0002, 0.0002),
      revenuePerRecipient: measured(1.76),
    },
  };
}

export const arms: Variant[] = [
  arm('a', 'Complete your purchase', measured(0.035, 0.005), true),
  arm('b', 'We saved your basket for you, with everything that you chose', measured(0.043, 0.0055)),
];

export const comparisons: Comparison[] = [
  {
    variant: 'b',
    reference: 'a',
    metric: 'order',
    role: 'primary',
    difference: measured(0.008, 0.0074),
    pValue: 0.034,
    verdict: 'better',
  },
  {
    variant: 'b',
    reference: 'a',
    metric: 'unsubscribe',
    role: 'guardrail',
    difference: measured(0.0021, 0.0011),
    pValue: 0.001,
    verdict: 'worse',
  },
  {
    variant: 'b',
    reference: 'a',
    metric: 'complaint',
    role: 'guardrail',
    difference: suppressed,
    pValue: null,
    verdict: 'not-compared',
  },
];

const NAMES: [string, number, number, number][] = [
  ['The Brand Enthusiast', 11.8, 61, 980],
  ['The Power Shopper', 2.1, 338, 420],
  ['The Gift Giver', 4.2, 152, 610],
  ['The Bargain Hunter', 5.1, 48, 1510],
  ['The Newcomer', 1.1, 92, 1890],
  ['The Weekend Hiker', 3.1, 118, 870],
  ['The Returner', 6.4, 171, 340],
  ['The Once-a-Year', 1, 134, 1220],
];

const CALENDAR =
  'January February March April May June July August September October November December';

/** One chart of each kind, as the site would ask for it. */
export const examples: Record<string, (written?: Formats) => Chart> = {
  trend: (written) =>
    trendChart({
      ...request('return-rate', 'How many items come back?', written),
      label: 'Return rate',
      unit: 'ratio',
      points: months((index) =>
        index === 20
          ? suppressed
          : measured(0.17 - 0.001 * index + 0.015 * Math.sin(index * 1.7), 0.02),
      ),
    }),
  trendMoney: (written) =>
    trendChart({
      ...request('net-revenue', 'How much do we sell?', written),
      label: 'Net revenue',
      unit: 'money',
      points: months(
        (index) => measured(210_000 + 2500 * index + 60_000 * Math.sin(index / 1.9)),
        18,
      ),
    }),
  breakdown: (written) =>
    breakdownChart({
      ...request('categories', 'What do they buy?', written),
      name: 'The Brand Enthusiast',
      breakdown: {
        id: 'categories',
        label: 'Category',
        base: 'revenue of their orders',
        rows: [
          {
            ...{ label: 'Jeans', share: 0.72, shareOfAll: 0.31, n: 4210 },
            interval: { low: 0.69, high: 0.75, level: 0.95, method: 'as tested' },
          },
          {
            label: 'Shirts and <script>alert(1)</script> other tops for cold days',
            share: 0.14,
            shareOfAll: 0.22,
            n: 800,
          },
          { label: 'Jackets', share: 0.09, shareOfAll: 0.27, n: 420 },
          { label: 'Boots', share: null, shareOfAll: 0.2, n: 6 },
        ],
      },
    }),
  months: (written) =>
    calendarChart({
      ...request('months', 'When do they buy?', written),
      name: 'The Gift Giver',
      breakdown: {
        id: 'months',
        label: 'Month',
        base: 'their orders',
        rows: CALENDAR.split(' ').map((label, index) => ({
          label,
          share: index === 11 ? 0.31 : index === 10 ? 0.19 : 0.05,
          shareOfAll: index > 9 ? 0.13 : 0.074,
          n: 100,
          ...(index === 11 && {
            interval: { low: 0.28, high: 0.34, level: 0.95, method: 'as tested' },
          }),
        })),
      },
    }),
  variants: (written) =>
    variantChart({
      ...request('orders', 'Which mail sold more?', written),
      variants: arms,
      metric: 'order',
    }),
  differences: (written) =>
    differenceChart({
      ...request('difference', 'How sure is that?', written),
      comparisons,
      variants: arms,
    }),
  portraitMap: (written) =>
    portraitMapChart({
      ...request('portrait-map', 'Who buys often, and who buys much?', written),
      portraits: NAMES.map(([name, often, much, customers], index) => ({
        id: name.toLowerCase().replaceAll(' ', '-'),
        name,
        ordersPerYear: within(fact('ordersPerYear', 'perYear', often), 0.2),
        orderValue: within(fact('orderValue', 'money', much), 1e6),
        customers,
        tone: (index % 6) + 1,
        stripes: Math.floor(index / 6),
        isCore: index === 2,
      })),
    }),
};
