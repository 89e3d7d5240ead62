import { expect, test } from 'vitest';
import {
  chanceOfSingleOrders,
  hasManyByChance,
  isChanceUnasked,
  shareByChance,
} from '#core/segmentation/single-orders.ts';
import type { Segmentation } from '#core/schemas/segmentation.ts';

const GROUP = { group: 'a', customers: 100, once: 80, onceByChance: 60 };

test('chanceOfSingleOrders() compares customers with one order only', () => {
  expect(chanceOfSingleOrders(GROUP)).toBe(0.75);
  expect(chanceOfSingleOrders({ ...GROUP, onceByChance: 0 })).toBe(0);
  expect(chanceOfSingleOrders({ ...GROUP, onceByChance: 100 })).toBe(1.25);
});

test('chanceOfSingleOrders() says nothing of a group that mostly ordered more than once', () => {
  expect(chanceOfSingleOrders({ ...GROUP, once: 50 })).toBe(1.2);
  expect(chanceOfSingleOrders({ ...GROUP, once: 49 })).toBeNull();
  expect(chanceOfSingleOrders({ group: 'a', customers: 0, once: 0, onceByChance: 0 })).toBeNull();
});

/** Everybody else: two hundred customers with one order, of whom chance would leave 220 there. */
const OTHERS = { group: 'b', customers: 900, once: 200, onceByChance: 220 };

test('shareByChance() is none where all who ordered once are of one kind, whatever chance deals out', () => {
  const kind = { group: 'a', customers: 450, once: 450, onceByChance: 160 };
  expect(chanceOfSingleOrders(kind)).toBe(0.36);
  const regulars = { group: 'b', customers: 450, once: 0, onceByChance: 290 };
  expect(shareByChance(kind, [kind, regulars])).toBe(0);
});

test('shareByChance() is everybody where each order is like anybody’s', () => {
  const once = { ...GROUP, onceByChance: 80 };
  expect(shareByChance(once, [once, { ...OTHERS, onceByChance: 200 }])).toBe(1);
  expect(shareByChance({ ...once, onceByChance: 90 }, [once, OTHERS])).toBe(1);
});

test('shareByChance() finds those who were mixed in', () => {
  // 1,000 ordered once. 600 of them at random, of whom a tenth falls here; 400 are of this kind.
  const mixed = { group: 'a', customers: 500, once: 460, onceByChance: 100 };
  const others = { group: 'b', customers: 2000, once: 540, onceByChance: 900 };
  expect(shareByChance(mixed, [mixed, others])).toBeCloseTo(60 / 460, 2);
});

test('shareByChance() says nothing of a group that mostly ordered more than once', () => {
  expect(shareByChance({ ...GROUP, once: 49 }, [OTHERS])).toBeNull();
});

test('hasManyByChance() adds no second caution', () => {
  const own = { verdict: 'stable' as const, singleOrders: 0.4, foundByChance: 0.31 };
  expect(hasManyByChance(own)).toBe(true);
  expect(hasManyByChance({ ...own, foundByChance: 0.19 })).toBe(false);
  expect(hasManyByChance({ ...own, verdict: 'doubtful' })).toBe(false);
  expect(hasManyByChance({ ...own, singleOrders: 0.59 })).toBe(false);
  // Certificates of before do not hold it.
  expect(hasManyByChance({ verdict: 'stable', singleOrders: 0.4 })).toBe(false);
});

test('isChanceUnasked() knows a certificate of before from one that found nothing to say', () => {
  const asked = (foundByChance?: number | null, column?: object) =>
    isChanceUnasked({
      model: { features: [column ? { column } : {}] },
      certificate: { personas: [{ ...(foundByChance !== undefined && { foundByChance }) }] },
    } as unknown as Segmentation);
  expect(asked()).toBe(true);
  expect(asked(null)).toBe(false);
  expect(asked(0.1)).toBe(false);
  // Of a customer table nobody knows the orders.
  expect(asked(undefined, { name: 'Age' })).toBe(false);
});
