import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { revenueChange } from '#core/kpis/revenue-change.ts';
import { revenueParts, type RevenueSeries } from '#core/kpis/revenue-parts.ts';
import { revenueReasons } from '#core/kpis/revenue-reasons.ts';
import { KpiSchema } from '#core/schemas/kpi.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';

const FORMATS = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' } as const;

function seriesOf(id: string): KpiPoint[] {
  return KpiSchema.parse(JSON.parse(readFileSync(`content/kpis/${id}.json`, 'utf8'))).series;
}

/** The sample retailer's four years. */
const sample: RevenueSeries = {
  netRevenue: seriesOf('net-revenue'),
  averageOrderValue: seriesOf('average-order-value'),
  returnRate: seriesOf('return-rate'),
};

function point(month: string, numerator: number, denominator: number): KpiPoint {
  return {
    month,
    period: { from: `${month}-01`, to: `${month}-28` },
    measure: { status: 'ok', value: numerator / denominator, n: 20, numerator, denominator },
    mature: true,
  };
}

const months = Array.from(
  { length: 24 },
  (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
);
/** Purchases, order value and returned money of each month. */
const made: RevenueSeries = {
  netRevenue: months.map((month, index) => point(month, index < 12 ? 700 : 1_500, 1)),
  averageOrderValue: months.map((month, index) =>
    point(month, index < 12 ? 1_000 : 2_000, index < 12 ? 10 : 20),
  ),
  returnRate: months.map((month, index) =>
    point(month, index < 12 ? 300 : 480, index < 12 ? 1_000 : 2_000),
  ),
};

describe('revenueParts()', () => {
  test('revenueParts() makes net revenue of purchases, order value and returns in every month that shows them', () => {
    for (const { month, measure } of sample.netRevenue) {
      const parts = revenueParts(sample, [month]);
      const returns = sample.returnRate.find((one) => one.month === month);
      if (returns?.measure.status === 'suppressed') {
        expect(parts, month).toBeNull();
        continue;
      }
      if (!parts || measure.status !== 'ok') throw new Error(`${month} has no figure`);
      const product = parts.purchases * parts.averageOrderValue * (1 - parts.returnRate);
      expect(product - parts.creditNotes, month).toBeCloseTo(measure.value, 1);
      expect(parts.purchases, month).toBe(measure.n);
    }
  });

  test('revenueParts() shows money that no order explains as credit notes', () => {
    expect(revenueParts(made, ['2025-01'])).toEqual({
      purchases: 20,
      averageOrderValue: 100,
      returnRate: 0.24,
      creditNotes: 20,
      netRevenue: 1_500,
    });
  });

  test('revenueParts() is null when a month is missing', () => {
    expect(revenueParts(made, ['2025-01', '2026-01'])).toBeNull();
    expect(revenueParts(made, [])).toBeNull();
  });
});

describe('revenueChange()', () => {
  test('revenueChange() adds up to the difference of the two years', () => {
    for (const series of [made, sample]) {
      const change = revenueChange(series);
      if (!change) throw new Error('Two settled years are there');
      const { byPurchases, byOrderValue, byReturns, byCreditNotes } = change;
      expect(byPurchases + byOrderValue + byReturns + byCreditNotes).toBeCloseTo(
        change.difference,
        1,
      );
    }
  });

  test('revenueChange() takes settled months only', () => {
    const open = made.returnRate.map((one, index) =>
      index > 21 ? { ...one, mature: false } : one,
    );
    expect(revenueChange({ ...made, returnRate: open })).toBeNull();
    expect(revenueChange(made)).toMatchObject({ from: '2025-01', to: '2025-12' });
  });

  test('revenueChange() gives no reason to an order value that stayed', () => {
    const change = revenueChange(made);
    expect(change?.byOrderValue).toBe(0);
    expect(change?.byPurchases).toBeGreaterThan(0);
    expect(change?.byReturns).toBeGreaterThan(0);
  });
});

test('revenueReasons() names each amount by its direction, the largest first', () => {
  const change = revenueChange(made);
  if (!change) throw new Error('Two settled years are there');
  const head = { asOf: '2026-02-01', sources: ['shopify-orders'] };
  const reasons = revenueReasons(change, head, FORMATS);
  expect(reasons.map(({ words }) => words)).toEqual([
    'More purchases',
    'Less of it came back',
    'More credit notes',
    'Purchases worth more',
  ]);
  expect(reasons[0]?.fact).toMatchObject({
    id: 'byPurchases',
    n: 240,
    period: { from: '2025-01-01', to: '2025-12-31' },
  });
  const german = revenueReasons(change, head, { ...FORMATS, locale: 'de-DE', currency: 'EUR' });
  const formulaOf = (id: string) => german.find((one) => one.id === id)?.fact.formula;
  expect(formulaOf('returns')).toMatch(/Return rate: \d+(,\d)?\u00a0%, then \d+(,\d)?\u00a0%/);
  expect(formulaOf('orderValue')).toMatch(
    /Average order value: [\d.,]+\u00a0€, then [\d.,]+\u00a0€/,
  );
});
