import { expect, test } from 'vitest';
import { unstatedTotals } from '../../src/components/unstated-totals.ts';

const FORMATS = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' };

function orders(source: string, all: number, checked: number) {
  const sums = { addUp: checked, taxKnown: all, taxInside: 0, taxOnTop: 0, differ: 0 };
  const money = { differenceSum: 0, largestDifference: 0, currency: 'GBP' };
  return { source, orders: all, checked, ...sums, ...money };
}

test('unstatedTotals() says of which orders nothing can be checked, and nothing where all state a total', () => {
  const sources = [
    orders('amazon-orders', 3959, 0),
    orders('shopify-orders', 41645, 41645),
    orders('tiktok-shop', 10, 8),
    orders('walmart', 1, 0),
  ];
  expect(unstatedTotals(sources, FORMATS)).toEqual([
    '3,959 orders from Amazon orders state no total, so nothing can be checked.',
    '2 of 10 orders from TikTok Shop state no total, so nothing can be checked.',
    '1 order from Walmart states no total, so nothing can be checked.',
  ]);
  expect(unstatedTotals([orders('shopify-orders', 5, 5)], FORMATS)).toEqual([]);
});
