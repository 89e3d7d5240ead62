import { expect, test } from 'vitest';
import { personaFacts, type PersonaFactsInput } from '#core/personas/persona-facts.ts';
import { FactSchema, type Fact } from '#core/schemas/fact.ts';
import { buildTotals } from './build-totals.ts';

function factsOf(change: Partial<PersonaFactsInput> = {}): Record<string, Fact> {
  const facts = personaFacts({
    totals: buildTotals(),
    all: buildTotals({ customers: 400, paid: 80_000 }),
    hidden: false,
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
  expect(facts['categoriesBought']?.value).toBe(2.5);
  expect(facts['topCategory']?.value).toBe('Jeans');
  expect(facts['discountShare']?.value).toBe(0.5);
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
  const rare = { numerator: 1, denominator: 200, scale: 1 };
  const sums = { n: 100, sumX: 200, sumY: 1, sumXX: 400, sumYY: 1, sumXY: 2 };
  const totals = buildTotals();
  const facts = factsOf({
    totals: { ...totals, ratios: { ...totals.ratios, returnRate: { ...rare, sums } } },
  });
  for (const fact of Object.values(facts)) {
    if (fact.status !== 'ok' || !fact.interval || typeof fact.value !== 'number') continue;
    expect(fact.interval.low).toBeLessThanOrEqual(fact.value);
    expect(fact.interval.high).toBeGreaterThanOrEqual(fact.value);
    if (fact.unit === 'ratio') expect(fact.interval.high).toBeLessThanOrEqual(1);
  }
  expect(facts['returnRate']).toMatchObject({
    interval: { method: 'Wilson score, one observation a customer' },
  });
});

test('personaFacts() suppresses everything of a hidden group, with a reason', () => {
  const facts = Object.values(factsOf({ hidden: true }));
  expect(new Set(facts.map(({ status }) => status))).toEqual(new Set(['suppressed']));
  expect(facts.every(({ n, value }) => n === 0 && value === null)).toBe(true);
});

test('personaFacts() suppresses a fact behind which too few of the group stand', () => {
  const facts = factsOf({ totals: buildTotals({ repeatCustomers: 9 }) });
  expect(facts['daysBetweenOrders']?.status).toBe('suppressed');
});

test('personaFacts() says which export would give a missing fact', () => {
  const facts = factsOf({ missing: { returnRate: 'No returns of known orders' } });
  expect(facts['returnRate']).toMatchObject({
    status: 'unavailable',
    reason: 'No returns of known orders',
  });
});

test('personaFacts() is unavailable, not 0, where there is nothing to divide by', () => {
  const totals = buildTotals({ categoryCustomers: 0, daysBetweenOrders: null });
  const facts = factsOf({ totals, all: buildTotals({ paid: 0 }), top: {} });
  for (const id of ['categoriesBought', 'daysBetweenOrders', 'shareOfRevenue', 'topCategory']) {
    expect(facts[id]?.status).toBe('unavailable');
  }
});
