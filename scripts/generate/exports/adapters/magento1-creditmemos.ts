import type { Adapter } from '../adapter.ts';
import { MAGENTO1_COLUMNS } from './magento1-columns.ts';
import { BASE_CURRENCY, magento1Table, rowNumber } from './magento1-table.ts';

/** Magento's number for a credit memo that was cancelled. */
const CANCELLED = '3';

/** Paid back, or kept, besides things, postage and tax. */
const ADJUSTMENT = 'coalesce(adjustment, total - coalesce(shipping, 0) - coalesce(tax, 0))';

/** Magento 1's credit memos: what was paid back, and when. A memo without items only adjusts what was paid. */
export const magento1Creditmemos: Adapter = magento1Table(
  'sales_flat_creditmemo',
  MAGENTO1_COLUMNS.creditmemos,
  {
    id: 'magento1-creditmemos',
    label: 'Magento 1: table sales_flat_creditmemo',
    table: 'returns',
    columns: {
      entityId: rowNumber('entity_id'),
      orderId: rowNumber('order_id'),
      createdAt: { headers: ['created_at'], type: 'timestamp', required: true },
      currency: BASE_CURRENCY,
      state: { headers: ['state'], type: 'text' },
      subtotal: { headers: ['base_subtotal'], type: 'decimal', requiredHeader: true },
      discount: { headers: ['base_discount_amount'], type: 'decimal' },
      hiddenTax: { headers: ['base_hidden_tax_amount'], type: 'decimal' },
      adjustment: { headers: ['base_adjustment'], type: 'decimal' },
      shipping: { headers: ['base_shipping_amount'], type: 'decimal' },
      tax: { headers: ['base_tax_amount'], type: 'decimal' },
      total: { headers: ['base_grand_total'], type: 'decimal', requiredHeader: true },
    },
    ignore: [
      {
        code: 'ignored/cancelled',
        reason: 'Credit memos that were cancelled',
        where: `state = '${CANCELLED}'`,
        cancels: true,
      },
      {
        code: 'ignored/no-goods',
        reason: 'Credit memos of postage alone: nothing came back',
        where: `coalesce(subtotal, 0) = 0 AND shipping > 0 AND ${ADJUSTMENT} = 0`,
      },
    ],
    overlap: { key: ['entityId'], newest: 'createdAt', unique: true },
    select: {
      returnId: '"entityId"',
      order: '"orderId"',
      value: `CASE WHEN subtotal > 0 THEN subtotal - abs(coalesce(discount, 0)) + coalesce("hiddenTax", 0) + coalesce(adjustment, 0)
        ELSE ${ADJUSTMENT} END`,
      returnedOn: '"createdAt_on"',
      outcome: `'refund'`,
      currency: 'currency',
    },
  },
);

/** What came back with a credit memo. The row behind a configurable product has no money and is left out. */
export const magento1CreditmemoItems: Adapter = magento1Table(
  'sales_flat_creditmemo_item',
  MAGENTO1_COLUMNS.creditmemoItems,
  {
    id: 'magento1-creditmemo-items',
    label: 'Magento 1: table sales_flat_creditmemo_item',
    table: 'returns',
    columns: {
      parentId: rowNumber('parent_id'),
      orderItemId: { headers: ['order_item_id'], type: 'text', requiredHeader: true },
      sku: { headers: ['sku'], type: 'text' },
      quantity: { headers: ['qty'], type: 'decimal' },
      rowTotal: { headers: ['base_row_total'], type: 'decimal', requiredHeader: true },
      discount: { headers: ['base_discount_amount'], type: 'decimal' },
      hiddenTax: { headers: ['base_hidden_tax_amount'], type: 'decimal' },
    },
    ignore: [
      {
        code: 'ignored/child-row',
        reason:
          'Rows without money or quantity: of the product behind a configurable one, or not sent back',
        where: `coalesce("rowTotal", 0) = 0 OR coalesce(quantity, 0) = 0`,
      },
    ],
    select: {
      returnId: '"parentId"',
      sku: 'sku',
      quantity: 'quantity',
      value: '"rowTotal" - coalesce(discount, 0) + coalesce("hiddenTax", 0)',
    },
  },
);
