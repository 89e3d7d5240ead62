import { expect, test } from 'vitest';
import { firstContactResolution } from '#core/kpis/first-contact-resolution.ts';
import { onTimeDelivery } from '#core/kpis/on-time-delivery.ts';
import { orderAccuracy } from '#core/kpis/order-accuracy.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';

test.each([
  ['onTimeDelivery()', onTimeDelivery],
  ['orderAccuracy()', orderAccuracy],
  ['firstContactResolution()', firstContactResolution],
])('%s is the share of good cases with its interval, and asks for ten people', (_, formula) => {
  expect(formula({ cases: 200, good: 184, people: 150 }, 10)).toEqual({
    status: 'ok',
    value: 0.92,
    n: 200,
    numerator: 184,
    denominator: 200,
    interval: wilsonInterval(184, 200),
  });
  expect(formula({ cases: 40, good: 38, people: 9 }, 10).status).toBe('suppressed');
  const none = formula({ cases: 0, good: 0, people: 0 }, 10);
  expect(none).toMatchObject({ status: 'unavailable', reason: expect.stringMatching(/^No /) });
});
