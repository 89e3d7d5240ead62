import { expect, test } from 'vitest';
import { firstContactResolution } from '#core/kpis/first-contact-resolution.ts';
import { onTimeDelivery } from '#core/kpis/on-time-delivery.ts';
import { orderAccuracy } from '#core/kpis/order-accuracy.ts';
import type { ServiceCases } from '#core/kpis/service-cases.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';

/** Each of a person of their own. */
function cases(all: number, good: number, people = all): ServiceCases {
  return { cases: all, good, people, casesSquared: all, goodSquared: good, casesTimesGood: good };
}

test.each([
  ['onTimeDelivery()', onTimeDelivery],
  ['orderAccuracy()', orderAccuracy],
  ['firstContactResolution()', firstContactResolution],
])('%s is the share of good cases with its interval, and asks for ten people', (_, formula) => {
  const measure = formula(cases(200, 184), 10);
  expect(measure).toMatchObject({ value: 0.92, n: 200, numerator: 184, denominator: 200 });
  const wilson = wilsonInterval(184, 200);
  expect(measure).toHaveProperty('interval.low', expect.closeTo(wilson.low, 9));
  expect(measure).toHaveProperty('interval.high', expect.closeTo(wilson.high, 9));
  expect(formula(cases(40, 38, 9), 10).status).toBe('suppressed');
  const none = formula(cases(0, 0), 10);
  expect(none).toMatchObject({ status: 'unavailable', reason: expect.stringMatching(/^No /) });
});

test('onTimeDelivery() is less sure where the late parcels are those of a few', () => {
  // Two hundred parcels, sixteen of them late: of sixteen people, or four each of four.
  const [spread, alike] = [64, 256].map((squares) =>
    onTimeDelivery(
      {
        cases: 200,
        good: 184,
        people: 50,
        casesSquared: 800,
        goodSquared: 800 - 2 * 64 + squares,
        casesTimesGood: 800 - 64,
      },
      10,
    ),
  );
  const width = (measure: typeof spread) =>
    measure?.status === 'ok' && measure.interval ? measure.interval.high - measure.interval.low : 0;
  expect(width(alike)).toBeGreaterThan(width(spread));
});
