import { expect, it } from 'vitest';
import { nearestHeader } from '#generate/exports/plan/nearest-header.ts';

it.each([
  ['order', ['Customer', 'Order Number'], 'Order Number'],
  ['placedAt', ['status', 'placed'], 'placed'],
  ['placedAt', ['placed_on', 'status'], 'placed_on'],
  ['Lineitem quantity', ['Billing City', 'Quantity'], 'Quantity'],
  ['Lineitem quantity', ['Billing City', 'Qty'], null],
  ['Reporting starts', ['Reichweite', 'Berichtsbeginn'], null],
  ['Amount', ['Amuont'], 'Amuont'],
])('nearestHeader(%j) of %j is %j', (column, headers, nearest) => {
  expect(nearestHeader(column, headers)).toBe(nearest);
});
