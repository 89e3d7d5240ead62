import type { Adapter } from '../adapter.ts';
import { sqlTexts } from '../cells/null-tokens.ts';

/** The order's state as WooCommerce stores it: "wc-on-hold", "on-hold" and "On hold" are one. */
function plainStatus(status: string): string {
  return `regexp_replace(replace(lower(${status}), ' ', '-'), '^wc-', '')`;
}

/**
 * SQL: whether the order did not come about. Not paid (pending) and failed ones are the states that WooCommerce's own
 * reports leave out besides cancelled ones (Analytics → Settings → Excluded statuses).
 *
 * @param status SQL of the cell
 */
export function isCancelledStatus(status: string): string {
  return `coalesce(${plainStatus(status)} IN ('cancelled', 'canceled', 'failed', 'pending', 'pending-payment'), false)`;
}

/** SQL: how far an order has come (`overlap.progress`); a state of the shop's own lies between the payment and the end. */
export function statusProgress(status: string): string {
  const states = [
    ['pending', 'pending-payment'],
    ['failed'],
    ['on-hold'],
    ['processing'],
    ['completed'],
    ['cancelled', 'canceled', 'refunded', 'trash'],
  ];
  const cases = states.map(
    (names, place) => `WHEN ${plainStatus(status)} IN (${sqlTexts(names)}) THEN ${2 * place}`,
  );
  return `CASE ${cases.join(' ')} ELSE 7 END`;
}

/** SQL: whether all of the order's money went back. */
export function isRefundedStatus(status: string): string {
  return `coalesce(${plainStatus(status)} = 'refunded', false)`;
}

/** Rows that never were orders: baskets at the checkout, drafts, and what was thrown away. */
export function notOrders(status: string): NonNullable<Adapter['ignore']> {
  return [
    {
      code: 'ignored/draft',
      reason: 'Drafts, baskets left at the checkout and orders in the trash: no orders',
      where: `coalesce(${plainStatus(status)} IN ('checkout-draft', 'draft', 'auto-draft', 'trash'), false)`,
      cancels: true,
    },
  ];
}

/**
 * Counts of orders that did not come about, and of those in a state that only the shop knows.
 *
 * @param rowsAre what a row of the export is, in words
 */
export function statusNotes(status: string, rowsAre = 'Orders'): NonNullable<Adapter['notes']> {
  return [
    {
      code: 'note/cancelled',
      reason: `${rowsAre} that were cancelled`,
      where: `${plainStatus(status)} IN ('cancelled', 'canceled')`,
    },
    {
      code: 'note/unpaid',
      reason: `${rowsAre} whose payment failed or never came: they count as cancelled`,
      where: `${plainStatus(status)} IN ('failed', 'pending', 'pending-payment')`,
    },
    {
      code: 'note/own-status',
      reason: 'Rows with a status that is not WooCommerce’s own: they count as orders',
      where: `${plainStatus(status)} NOT IN ('completed', 'processing', 'on-hold', 'refunded', 'cancelled', 'canceled', 'failed', 'pending', 'pending-payment')`,
    },
  ];
}
