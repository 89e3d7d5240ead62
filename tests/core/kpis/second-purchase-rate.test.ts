import { expect, test } from 'vitest';
import { secondPurchaseRate } from '#core/kpis/second-purchase-rate.ts';

const followUps = Object.freeze([
  { days: 10, events: 10, censored: 0 },
  { days: 30, events: 0, censored: 50 },
  { days: 90, events: 0, censored: 40 },
]);

test('secondPurchaseRate() counts customers whose days have not passed neither as kept nor as lost', () => {
  // All 100 were watched on day 10, when 10 bought; counting the 50 young ones as failures would need no censoring.
  const measure = secondPurchaseRate(followUps, 90, 10);
  expect(measure).toMatchObject({ status: 'ok', n: 100, numerator: 10, denominator: 100 });
  expect(measure.value).toBeCloseTo(0.1, 12);
});

test('secondPurchaseRate() rises when customers were censored before the others bought', () => {
  const late = [
    { days: 30, events: 0, censored: 50 },
    { days: 60, events: 10, censored: 0 },
    { days: 90, events: 0, censored: 40 },
  ];
  expect(secondPurchaseRate(late, 90, 10).value).toBeCloseTo(0.2, 12);
});

test('secondPurchaseRate() is unavailable until somebody was watched long enough', () => {
  expect(secondPurchaseRate([{ days: 30, events: 5, censored: 50 }], 90, 10)).toMatchObject({
    status: 'unavailable',
    reason: 'Nobody’s 90 days have passed yet',
  });
});

test('secondPurchaseRate() is suppressed below the floor and unavailable without buyers', () => {
  expect(secondPurchaseRate([{ days: 90, events: 1, censored: 8 }], 90, 10).status).toBe(
    'suppressed',
  );
  expect(secondPurchaseRate([], 90, 10).status).toBe('unavailable');
});
