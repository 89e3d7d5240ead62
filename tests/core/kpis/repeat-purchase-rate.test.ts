import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatPurchaseRate } from '#core/kpis/repeat-purchase-rate.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';

test('repeatPurchaseRate() gives CDNOW’s 11,516 of 23,570 with its interval', () => {
  expect(repeatPurchaseRate({ customers: 23_570, repeaters: 11_516 }, 10)).toEqual({
    status: 'ok',
    value: 11_516 / 23_570,
    n: 23_570,
    numerator: 11_516,
    denominator: 23_570,
    interval: wilsonInterval(11_516, 23_570),
  });
});

test('repeatPurchaseRate() shows a rate from the floor on, and nothing below', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), (a, b) => {
      const customers = Math.max(a, b);
      const { status } = repeatPurchaseRate({ customers, repeaters: Math.min(a, b) }, 10);
      expect(status).toBe(customers === 0 ? 'unavailable' : customers < 10 ? 'suppressed' : 'ok');
    }),
  );
});
