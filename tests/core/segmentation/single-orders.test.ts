import { expect, test } from 'vitest';
import { chanceOfSingleOrders } from '#core/segmentation/single-orders.ts';

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
