import { expect, test } from 'vitest';
import { namedBoxes } from '#core/personas/named-boxes.ts';
import { BoxesSchema } from '#core/schemas/boxes.ts';

const count = (id: string, label: string) => ({
  id,
  label,
  unit: 'count',
  n: 40,
  counted: 'orders',
  period: { from: '2026-10-25', to: '2026-10-31' },
  asOf: '2026-10-31',
  sources: ['shopify-orders'],
  formula: 'Orders whose customer belongs to this Portrait',
  status: 'ok',
  value: 7,
});
const boxes = BoxesSchema.parse({
  schemaVersion: 1,
  dataset: 'sample',
  asOf: '2026-10-31',
  period: { from: '2026-10-25', to: '2026-10-31' },
  facts: [
    count('orders', 'Orders'),
    count('ordersOfMonthlyJeans', 'Orders of Monthly Jeans Loyalist'),
    count('ordersOfGone', 'Orders of Somebody Gone'),
  ],
  parts: [
    { persona: 'monthly-jeans', fact: 'ordersOfMonthlyJeans' },
    { persona: 'gone', fact: 'ordersOfGone' },
  ],
});

test('namedBoxes() calls a Portrait as its page does', () => {
  const named = namedBoxes(boxes, [{ id: 'monthly-jeans', name: 'The Brand Enthusiast' }]);
  expect(named.facts.map(({ label }) => label)).toEqual([
    'Orders',
    'Orders of The Brand Enthusiast',
    'Orders of Somebody Gone',
  ]);
});
