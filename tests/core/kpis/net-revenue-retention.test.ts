import { expect, test } from 'vitest';
import {
  customersKept,
  grossRevenueRetention,
  netRevenueRetention,
} from '#core/kpis/net-revenue-retention.ts';
import type { RetentionSums } from '#core/kpis/retention-sums.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';

function sumsOf(change: Partial<RetentionSums> = {}): RetentionSums {
  return Object.freeze({
    customers: 100,
    kept: 60,
    before: 10_000,
    after: 10_500,
    lesser: 8800,
    beforeCents: 1_000_000,
    afterCents: 1_050_000,
    beforeCentsSquared: 11_000_000_000,
    afterCentsSquared: 16_000_000_000,
    beforeTimesAfterCents: 12_000_000_000,
    ...change,
  });
}

test('netRevenueRetention() can pass 1 while gross retention cannot', () => {
  // The pair that the glossaries warn of: 105 % net can hide 88 % gross.
  expect(netRevenueRetention(sumsOf(), 10).value).toBe(1.05);
  expect(grossRevenueRetention(sumsOf(), 10).value).toBe(0.88);
});

test('netRevenueRetention() carries an interval around it', () => {
  const measure = netRevenueRetention(sumsOf(), 10);
  expect(measure).toHaveProperty('interval.method', 'ratio estimator, linearised on the log scale');
  if (measure.status !== 'ok') return;
  expect(measure.interval?.low).toBeLessThan(1.05);
  expect(measure.interval?.high).toBeGreaterThan(1.05);
});

test('netRevenueRetention() gives no interval when a few customers decide', () => {
  expect(netRevenueRetention(sumsOf({ afterCentsSquared: 9e11 }), 10)).not.toHaveProperty(
    'interval',
  );
});

test('netRevenueRetention() is unavailable without revenue before', () => {
  expect(netRevenueRetention(sumsOf({ before: 0 }), 10).status).toBe('unavailable');
  expect(netRevenueRetention(sumsOf({ customers: 0 }), 10).status).toBe('unavailable');
});

test('customersKept() is a share of people with Wilson’s interval', () => {
  expect(customersKept(sumsOf(), 10)).toMatchObject({
    value: 0.6,
    interval: wilsonInterval(60, 100),
  });
  expect(customersKept(sumsOf({ customers: 9 }), 10).status).toBe('suppressed');
});
