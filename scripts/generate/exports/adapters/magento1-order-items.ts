import type { Adapter } from '../adapter.ts';
import { MAGENTO1_COLUMNS } from './magento1-columns.ts';
import { magento1Table, rowNumber } from './magento1-table.ts';

/** Tax of discounts in shops whose prices hold the tax lies outside the price, and so it does here. */
const DISCOUNT = '(coalesce(discount, 0) - coalesce("hiddenTax", 0))';

/** Pieces that were cancelled while others of the row were not; of a row that was cancelled whole the order tells. */
const CANCELLED_PIECES = `CASE WHEN "cancelledQuantity" > 0 AND "cancelledQuantity" < quantity
  THEN "cancelledQuantity" ELSE 0 END`;

/** SQL: the part of an amount that falls to the pieces that were not cancelled. */
function ofKept(amount: string): string {
  return `CASE WHEN ${CANCELLED_PIECES} = 0 THEN ${amount}
    ELSE CAST(${amount} * (quantity - ${CANCELLED_PIECES}) / quantity AS DECIMAL(18,4)) END`;
}

/**
 * Magento 1's table of order items. A configurable product makes two rows, a bundle as many as it has parts: the money
 * stands in the parent's, in a bundle of parts with prices in these.
 */
export const magento1OrderItems: Adapter = magento1Table(
  'sales_flat_order_item',
  MAGENTO1_COLUMNS.orderItems,
  {
    id: 'magento1-order-items',
    label: 'Magento 1: table sales_flat_order_item',
    table: 'orders',
    columns: {
      itemId: rowNumber('item_id'),
      orderId: rowNumber('order_id'),
      parentItemId: { headers: ['parent_item_id'], type: 'text', requiredHeader: true },
      createdAt: { headers: ['created_at'], type: 'timestamp', required: true },
      updatedAt: { headers: ['updated_at'], type: 'timestamp' },
      productType: { headers: ['product_type'], type: 'text', requiredHeader: true },
      sku: { headers: ['sku'], type: 'text' },
      name: { headers: ['name'], type: 'text' },
      quantity: { headers: ['qty_ordered'], type: 'decimal', required: true },
      cancelledQuantity: { headers: ['qty_canceled'], type: 'decimal' },
      invoicedQuantity: { headers: ['qty_invoiced'], type: 'decimal' },
      price: { headers: ['base_price'], type: 'decimal', requiredHeader: true },
      rowTotal: { headers: ['base_row_total'], type: 'decimal', requiredHeader: true },
      discount: { headers: ['base_discount_amount'], type: 'decimal' },
      hiddenTax: { headers: ['base_hidden_tax_amount'], type: 'decimal' },
      giftMessageId: { headers: ['gift_message_id'], type: 'text' },
    },
    group: 'orderId',
    ignore: [
      {
        code: 'ignored/child-row',
        reason:
          'Rows of the product behind a configurable one or a bundle: the money stands in its row',
        where: `"parentItemId" IS NOT NULL AND (coalesce("rowTotal", 0) = 0 OR "parentItemId" IN (
          SELECT "itemId" FROM typed WHERE coalesce("productType", '') <> 'bundle' AND "rowTotal" <> 0
        ))`,
      },
      {
        code: 'ignored/bundle-row',
        reason: 'Rows of bundles whose parts have prices of their own: the parts count',
        where: `"itemId" IN (SELECT "parentItemId" FROM typed WHERE "parentItemId" IS NOT NULL)`,
      },
      {
        code: 'ignored/cancelled-item',
        reason: 'Items that were cancelled while the rest of their order was paid',
        where: `"cancelledQuantity" >= quantity AND "orderId" IN (
          SELECT "orderId" FROM typed WHERE "invoicedQuantity" > 0
        )`,
      },
    ],
    overlap: { key: ['orderId'], newest: 'createdAt' },
    select: {
      order: '"orderId"',
      sku: 'sku',
      title: 'name',
      quantity: `quantity - ${CANCELLED_PIECES}`,
      unitPrice: 'price',
      lineTotal: ofKept('"rowTotal"'),
      discount: ofKept(DISCOUNT),
      gift: '"giftMessageId" IS NOT NULL',
    },
    notes: [
      {
        code: 'note/not-positive-price',
        reason: 'Rows with a price of zero or below',
        where: 'coalesce("rowTotal", price) <= 0',
      },
      {
        code: 'note/partly-cancelled',
        reason: 'Rows of which some pieces were cancelled: the others count',
        where: `${CANCELLED_PIECES} > 0`,
      },
    ],
  },
);
