import { expect, test } from 'vitest';
import { againstAverage, averageOfColumn, pulledUpBy } from '#components/against-average.ts';
import { FactSchema } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';
import { numberFact, rangedFact } from '../core/personas/build-fact.ts';
import { personaEntry } from './build-portal.ts';

const interval = { low: 5.1, high: 6.1, level: 0.95, method: 'test' };
const figures = (change: Partial<Persona> = {}): Persona =>
  ({
    facts: [
      { ...numberFact('giftShare', 0.84), label: 'Gift orders', formula: 'Gifts ÷ orders' },
      numberFact('ordersPerYear', 4, 'perYear'),
      numberFact('ordersPerYearTimes', 2, 'times'),
      { ...numberFact('shareOfCustomers', 0.1), n: 5000 },
    ],
    distinguishing: [{ fact: 'giftShare', timesAverage: 5.6, average: 0.15, interval }],
    ...change,
  }) as Persona;

test('againstAverage() gives every number that it prints a passport', () => {
  const [gifts, orders] = againstAverage(figures());
  expect(gifts?.times).toMatchObject({
    id: 'giftShareTimes',
    label: 'Gift orders, against the average',
    unit: 'times',
    value: 5.6,
    interval,
    formula: expect.stringContaining('gift orders: Gifts ÷ orders'),
  });
  expect(gifts?.average).toMatchObject({ id: 'giftShareOfAll', value: 0.15, n: 5000 });
  expect(orders?.times).toEqual(numberFact('ordersPerYearTimes', 2, 'times'));
  expect(orders?.average).toMatchObject({ id: 'ordersPerYearOfAll', value: 2, unit: 'perYear' });
  for (const { times, average } of againstAverage(figures())) {
    expect(FactSchema.safeParse(times).error).toBeUndefined();
    expect(FactSchema.safeParse(average).error).toBeUndefined();
  }
});

test('averageOfColumn() gives the average of a customer table’s column a passport of its own', () => {
  const column = { ...numberFact('columnVisits', 9, 'count'), label: 'Visits' };
  const averages = [{ fact: 'columnVisits', average: 5, n: 900 }];
  const average = averageOfColumn({ averages }, column);
  expect(average).toMatchObject({
    id: 'columnVisitsOfAll',
    label: 'Visits of all customers',
    value: 5,
    n: 900,
  });
  expect(FactSchema.safeParse(average).error).toBeUndefined();
  expect(averageOfColumn({ averages: [] }, column)).toBeNull();
});

test('againstAverage() compares nothing without a quotient, and states no average that it does not know', () => {
  expect(againstAverage(figures({ facts: [numberFact('ordersPerYear', 4)] }))).toEqual([]);
  const unknown = figures({ distinguishing: [{ fact: 'giftShare', timesAverage: 5.6 }] });
  expect(againstAverage(unknown)[0]?.average).toBeNull();
  expect(againstAverage(null)).toEqual([]);
});

test('pulledUpBy() is the found Portrait that brings most of the money, not one of the past', () => {
  const facts = [
    rangedFact('shareOfCustomers', 0.04, [0.03, 0.05]),
    rangedFact('shareOfRevenue', 0.62, [0.57, 0.66]),
  ];
  const workshop = personaEntry('workshop', { figures: figures({ facts }) });
  const walker = personaEntry('walker', { figures: figures() });
  expect(pulledUpBy([walker, workshop])).toMatchObject({
    id: 'workshop',
    revenue: { value: 0.62 },
  });
  const past = { on: '2025-12-31', into: [] };
  const retired = personaEntry('workshop', { figures: figures({ facts, retired: past }) });
  expect(pulledUpBy([walker, retired])).toBeUndefined();
});
