import fc from 'fast-check';
import { PERSONA_FACTS, type PersonaFactId } from '#core/personas/fact-definitions.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { rangedFact, suppressedFact, textFact, unsureFact } from './build-fact.ts';

/** A number from 0 to 1, in thousandths; small ones are as likely as large ones, and the ends are drawn, too. */
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => (thousandths / 1000) ** 2);

/** A shop's average, and a Portrait that has so many times of it. */
const habit = (largest: number) =>
  fc
    .record({ part: fc.integer({ min: 1, max: 1000 }), times: fc.integer({ min: 5, max: 600 }) })
    .map(({ part, times }) => ({
      times: times / 100,
      value: ((largest * part) / 1000) * (times / 100),
    }));

/**
 * Any Portrait's facts that can be: what follows from each other does, and each is known or suppressed, with an
 * interval of any width around it or without one.
 */
export const arbitraryFacts: fc.Arbitrary<Fact[]> = fc
  .record({
    customers: fc.integer({ min: 10, max: 2_000_000 }),
    orders: habit(12),
    orderValue: habit(600),
    items: habit(8),
    returns: habit(0.15),
    shares: fc.array(share, { minLength: PERSONA_FACTS.length, maxLength: PERSONA_FACTS.length }),
    days: fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 3, maxLength: 3 }),
    categories: fc.integer({ min: 10, max: 90 }).map((tenths) => tenths / 10),
    widths: fc.array(fc.integer({ min: -30, max: 50 }), {
      minLength: PERSONA_FACTS.length,
      maxLength: PERSONA_FACTS.length,
    }),
    hidden: fc.subarray(
      PERSONA_FACTS.map(({ id }) => id),
      { maxLength: 8 },
    ),
  })
  .map(({ customers, orders, orderValue, items, returns, ...drawn }) => {
    const known: Partial<Record<PersonaFactId, number>> = {
      customers,
      ordersPerYear: Math.max(0.1, orders.value),
      ordersPerYearTimes: orders.times,
      averageOrderValue: orderValue.value,
      averageOrderValueTimes: orderValue.times,
      yearlySpend: orders.value * orderValue.value,
      yearlySpendTimes: orders.times * orderValue.times,
      itemsPerOrder: Math.max(1, items.value),
      itemsPerOrderTimes: items.times,
      unitPrice: orderValue.value / Math.max(1, items.value),
      unitPriceTimes: orderValue.times / items.times,
      returnRate: Math.min(1, returns.value),
      returnRateTimes: returns.times,
      categoriesBought: drawn.categories,
      daysBetweenOrders: drawn.days[0] ?? 1,
      recencyDays: drawn.days[1] ?? 1,
      daysToSecondPurchase: drawn.days[2] ?? 1,
    };
    const shareOf = (id: PersonaFactId): number =>
      drawn.shares[PERSONA_FACTS.findIndex((definition) => definition.id === id)] ?? 0;
    // The largest part is at least as large as the one that sets them apart.
    known.topCategoryShare = Math.max(
      shareOf('topCategoryShare'),
      shareOf('distinctCategoryShare'),
    );
    for (const id of ['discountShare', 'giftShare', 'holidayShare', 'weekendShare'] as const) {
      // The average is no more than all.
      known[`${id}Times`] = Math.max(shareOf(id), 4 * shareOf(`${id}Times`));
    }
    return PERSONA_FACTS.map(({ id, unit }, index): Fact => {
      if (drawn.hidden.includes(id)) return suppressedFact(id);
      if (unit === 'text') return textFact(id, 'Jeans');
      const value = known[id] ?? drawn.shares[index] ?? 0;
      const width = (drawn.widths[index] ?? 0) / 100;
      if (width < 0 || unit === 'count') return unsureFact(id, value, unit);
      const high = unit === 'ratio' ? Math.min(1, value * (1 + width)) : value * (1 + width);
      return rangedFact(id, value, [value * (1 - width), high], unit);
    });
  });
