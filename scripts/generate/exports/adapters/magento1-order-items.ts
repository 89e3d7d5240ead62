import type { Adapter } from '../adapter.ts';
import { MAGENTO1_COLUMNS } from './magento1-columns.ts';
import { magento1Table, rowNumber } from './magento1-table.ts';

/** Tax of discounts in shops whose prices hold the tax lies outside the price, and so it does here. */
const DISCOUNT = 'coalesce(discount, 0) - coalesce("hiddenTax", 0)';

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
          SELECT "itemId" FROM typed WHERE coalesce("productType", '') <> 'bundle'
        ))`,
      },
      {
        code: 'ignored/bundle-row',
        reason: 'Rows of bundles whose parts have prices of their own: the parts count',
        where: `"productType" = 'bundle' AND "itemId" IN (
          SELECT "parentItemId" FROM typed WHERE "parentItemId" IS NOT NULL
        )`,
      },
    ],
    overlap: { key: ['orderId'], newest: 'createdAt' },
    select: {
      order: '"orderId"',
      sku: 'sku',
      title: 'name',
      quantity: 'quantity',
      unitPrice: 'price',
      lineTotal: '"rowTotal"',
      discount: DISCOUNT,
      gift: '"giftMessageId" IS NOT NULL',
    },
    notes: [
      {
        code: 'note/not-positive-price',
        reason: 'Rows with a price of zero or below',
        where: 'coalesce("rowTotal", price) <= 0',
      },
    ],
  },
);
