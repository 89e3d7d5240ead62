import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldOrders, type CountedOrders } from '#core/personas/told-orders.ts';

const FLOOR = 10;

function counted(customers: number, more: number, change: Partial<CountedOrders> = {}) {
  return { customers, orders: customers + more, repeatCustomers: 5, isWithheld: true, ...change };
}

test('toldOrders() tells the same of every number of orders that a handful may have placed', () => {
  const told = Array.from({ length: 20 }, (_, at) => toldOrders([counted(400, at + 1)], FLOOR));
  expect(new Set(told.flat())).toEqual(new Set([410]));
  expect(toldOrders([counted(400, 21)], FLOOR)).toEqual([430]);
});

test('toldOrders() leaves the sum of what is withheld, so that subtracting tells no more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 50, max: 400 }), (few, many) => {
      const shop = (more: number): CountedOrders[] => [
        counted(60, more),
        counted(300, many - more, { repeatCustomers: 200 }),
        counted(500, 700, { repeatCustomers: 300, isWithheld: false }),
      ];
      expect(toldOrders(shop(few), FLOOR)).toEqual(toldOrders(shop(few + 1), FLOOR));
      expect(toldOrders(shop(few), FLOOR).reduce((sum, orders) => sum + orders)).toBe(1560 + many);
    }),
  );
});

test('toldOrders() changes nothing where everything is told, or nobody came back', () => {
  const open = counted(300, 200, { repeatCustomers: 150, isWithheld: false });
  const once = counted(80, 0, { repeatCustomers: 0, isWithheld: false });
  expect(toldOrders([open, once], FLOOR)).toEqual([500, 80]);
  expect(toldOrders([], FLOOR)).toEqual([]);
});

test('toldOrders() leaves everybody an order', () => {
  const few = Array.from({ length: 5 }, () => counted(80, 1));
  const small = counted(20, 12, { repeatCustomers: 12 });
  expect(toldOrders([...few, small], FLOOR)).toEqual([90, 90, 90, 90, 90, 20]);
});
