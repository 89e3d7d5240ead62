import { expect, test } from 'vitest';
import { personaFacts, type PersonaFactsInput } from '#core/personas/persona-facts.ts';
import { FactSchema, type Fact } from '#core/schemas/fact.ts';
import { buildRatio, buildTotals } from './build-totals.ts';

function factsOf(change: Partial<PersonaFactsInput> = {}): Record<string, Fact> {
  const facts = personaFacts({
    totals: buildTotals(),
    all: buildTotals({ customers: 400, paid: 80_000 }),
    hidden: false,
    withheld: new Set(),
    missing: {},
    top: { category: { label: 'Jeans', share: 0.72, n: 90 } },
    floor: 10,
    passport: {
      period: { from: '2025-01-01', to: '2025-12-31' },
      asOf: '2025-12-31',
      sources: ['orders'],
    },
    ...change,
  });
  return Object.fromEntries(facts.map((fact) => [fact.id, FactSchema.parse(fact)]));
}

test('personaFacts() divides what the engine counted', () => {
  const facts = factsOf();
  expect(facts['shareOfCustomers']?.value).toBe(0.25);
  expect(facts['shareOfRevenue']?.value).toBe(0.125);
  expect(facts['repeatShare']?.value).toBe(0.6);
  expect(facts['categoriesBought']?.value).toBe(0.5);
  expect(facts['firstDiscountShare']?.value).toBe(0.2);
  expect(facts['boughtAgainAfterReturn']).toMatchObject({ value: 0.75, n: 40 });
  expect(facts['topCategory']?.value).toBe('Jeans');
  expect(facts['discountShare']?.value).toBe(0.5);
});

test('personaFacts() says of every figure what was counted', () => {
  const facts = factsOf();
  expect(facts['yearlySpend']?.counted).toBe('orders');
  expect(facts['unitPrice']?.counted).toBe('items');
  expect(facts['repeatShare']?.counted).toBe('customers');
  expect(facts['topCategoryShare']?.counted).toBe('customers');
  const told = Object.values(facts).filter(({ status }) => status === 'ok');
  expect(told.filter(({ counted }) => counted === undefined)).toEqual([]);
});

test('personaFacts() tells the part that sets a Portrait apart, and says where none does', () => {
  const interval = { low: 4.1, high: 5.3, level: 0.95, method: 'test' };
  const facts = factsOf({
    distinct: { channel: { label: 'phone', share: 0.34, n: 40, times: { times: 4.7, interval } } },
  });
  expect(facts['distinctChannel']).toMatchObject({ status: 'ok', value: 'phone', n: 40 });
  expect(facts['distinctChannelShare']).toMatchObject({ status: 'ok', value: 0.34 });
  expect(facts['distinctChannelTimes']).toMatchObject({ status: 'ok', value: 4.7, interval });
  expect(facts['distinctFirstChannel']).toMatchObject({
    status: 'unavailable',
    reason: expect.stringContaining('beyond chance'),
  });
});

test('personaFacts() gives shares of customers their Wilson interval', () => {
  // SciPy 1.10.1: binomtest(60, 100).proportion_ci(method="wilson") = 0.5020025868, 0.6905987136
  const fact = factsOf()['repeatShare'];
  expect(fact).toMatchObject({ interval: { method: 'Wilson score', level: 0.95 } });
  const interval = fact?.status === 'ok' ? fact.interval : undefined;
  expect(interval?.low).toBeCloseTo(0.5020026, 6);
  expect(interval?.high).toBeCloseTo(0.6905987, 6);
});

test('personaFacts() keeps every interval around its value and every ratio within 0 and 1', () => {
  const sums = { n: 100, sumX: 200, sumY: 1, sumXX: 400, sumYY: 1, sumXY: 2 };
  const totals = buildTotals();
  const facts = factsOf({
    totals: {
      ...totals,
      ratios: { ...totals.ratios, returnRate: buildRatio({ numerator: 1, sums }) },
    },
  });
  for (const fact of Object.values(facts)) {
    if (fact.status !== 'ok' || !fact.interval || typeof fact.value !== 'number') continue;
    expect(fact.interval.low).toBeLessThanOrEqual(fact.value);
    expect(fact.interval.high).toBeGreaterThanOrEqual(fact.value);
    if (fact.unit === 'ratio') expect(fact.interval.high).toBeLessThanOrEqual(1);
  }
  expect(facts['returnRate']).toMatchObject({
    interval: { method: 'Wilson score of the effective sample size' },
  });
});

test('personaFacts() suppresses everything of a hidden group, with a reason', () => {
  const facts = Object.values(factsOf({ hidden: true }));
  expect(new Set(facts.map(({ status }) => status))).toEqual(new Set(['suppressed']));
  expect(facts.every(({ n, value }) => n === 0 && value === null)).toBe(true);
});

test('personaFacts() suppresses a fact behind which too few of the group stand', () => {
  const { days } = buildTotals();
  const gap = [{ value: 45.5, count: 9 }];
  const facts = factsOf({
    totals: buildTotals({ returners: 9, returnersBack: 3, days: { ...days, gap } }),
  });
  expect(facts['daysBetweenOrders']?.status).toBe('suppressed');
  expect(facts['boughtAgainAfterReturn']?.status).toBe('suppressed');
});

test('personaFacts() suppresses what is withheld, and no count beside it tells it', () => {
  const facts = factsOf({ withheld: new Set(['repeatShare', 'returnRateTimes']) });
  expect(facts['repeatShare']).toMatchObject({ status: 'suppressed', value: null, n: 0 });
  expect(facts['returnRateTimes']?.status).toBe('suppressed');
  // 60 of them came back, with 200 orders.
  expect(facts['daysBetweenOrders']).toMatchObject({ status: 'ok', n: 100, counted: 'customers' });
  expect(facts['ordersPerYear']).toMatchObject({ status: 'ok', n: 100, counted: 'customers' });
});

test('personaFacts() says which export would give a missing fact', () => {
  const facts = factsOf({ missing: { returnRate: 'No returns of customers we know' } });
  expect(facts['returnRate']).toMatchObject({
    status: 'unavailable',
    reason: 'No returns of customers we know',
  });
});

test('personaFacts() is unavailable, not 0, where there is nothing to divide by', () => {
  const { ratios } = buildTotals();
  const none = buildRatio({ numerator: 0, denominator: 0, people: 0 });
  const totals = buildTotals({
    returners: 0,
    ratios: { ...ratios, categoriesBought: none },
    days: { recency: [], gap: [], second: [], followUps: [] },
  });
  const facts = factsOf({ totals, all: buildTotals({ paid: 0 }), top: {} });
  for (const id of [
    'boughtAgainAfterReturn',
    'daysBetweenOrders',
    'daysToSecondPurchase',
    'secondPurchaseShare',
    'shareOfRevenue',
    'topCategory',
  ]) {
    expect(facts[id]?.status).toBe('unavailable');
  }
});

test('personaFacts() suppresses a ratio whose denominator stands for too few people', () => {
  const { ratios } = buildTotals();
  const facts = factsOf({
    totals: buildTotals({ ratios: { ...ratios, exchangeShare: buildRatio({ people: 9 }) } }),
  });
  expect(facts['exchangeShare']?.status).toBe('suppressed');
  expect(facts['discountShare']?.status).toBe('ok');
});

test('personaFacts() estimates the second purchase with those who still have time', () => {
  const facts = factsOf();
  expect(facts['secondPurchaseShare']).toMatchObject({ value: 0.6, n: 100 });
  expect(facts['daysToSecondPurchase']).toMatchObject({
    value: 20,
    n: 60,
    interval: { low: 20, high: 20 },
  });
  const { days } = buildTotals();
  const watchedTooShort = factsOf({
    totals: buildTotals({
      days: { ...days, followUps: [{ days: 30, events: 0, censored: 100 }] },
    }),
  });
  expect(watchedTooShort['secondPurchaseShare']).toMatchObject({
    status: 'unavailable',
    reason: 'Nobody without a second purchase was watched for 90 days',
  });
});

test('personaFacts() compares with all customers, with an interval', () => {
  const mean = (n: number, sumY: number) => ({
    n,
    sumX: n,
    sumXX: n,
    sumY,
    sumYY: (sumY * sumY) / n + 0.25 * n,
    sumXY: sumY,
  });
  const { ratios } = buildTotals();
  const facts = factsOf({
    totals: buildTotals({
      ratios: { ...ratios, ordersPerYear: buildRatio({ sums: mean(100, 400) }) },
    }),
    all: buildTotals({
      ratios: { ...ratios, ordersPerYear: buildRatio({ sums: mean(400, 800) }) },
    }),
  });
  const times = facts['ordersPerYearTimes'];
  expect(times?.value).toBe(2);
  const interval = times?.status === 'ok' ? times.interval : undefined;
  expect(interval?.low).toBeGreaterThan(1.8);
  expect(interval?.high).toBeLessThan(2.2);
});

test('personaFacts() gives the share of a main part the interval of its sums', () => {
  const sums = {
    n: 100,
    sumX: 10_000,
    sumY: 7200,
    sumXX: 1_100_000,
    sumYY: 570_000,
    sumXY: 780_000,
  };
  const facts = factsOf({ top: { category: { label: 'Jeans', share: 0.72, n: 90, sums } } });
  expect(facts['topCategoryShare']).toMatchObject({
    value: 0.72,
    interval: { method: 'Wilson score of the effective sample size' },
  });
});

test('personaFacts() counts for a return rate the pieces of which it is known whether they came back', () => {
  const { ratios } = buildTotals();
  const returnRate = buildRatio({ numerator: 500, denominator: 12_000 });
  const facts = factsOf({ totals: buildTotals({ items: 400, ratios: { ...ratios, returnRate } }) });
  expect(facts['returnRate']).toMatchObject({ n: 120, counted: 'items' });
  expect(facts['unitPrice']).toMatchObject({ n: 400, counted: 'items' });
});
