import type { Adapter } from '../adapter.ts';

/** What the total leaves over goods and shipping: tax, or where it is negative a discount. */
const REMAINDER = '(total - subtotal - coalesce(shipping, 0))';

/**
 * Magento 2's list of orders: one row an order, without lines, tax, discount or currency. Tax and discount are only what
 * the total leaves over. Extensions add columns.
 */
export const magento2OrderGrid: Adapter = {
  id: 'magento2-order-grid',
  label: 'Magento 2: Sales → Orders → Export',
  table: 'orders',
  platform: 'magento2',
  columns: {
    id: { headers: ['ID'], type: 'text', required: true, identifier: 9, personal: true },
    purchasePoint: { headers: ['Purchase Point'], type: 'text', requiredHeader: true },
    purchaseDate: { headers: ['Purchase Date'], type: 'timestamp', required: true },
    total: { headers: ['Grand Total (Base)'], type: 'decimal', required: true },
    status: { headers: ['Status'], type: 'text', requiredHeader: true },
    email: {
      headers: ['Customer Email'],
      type: 'text',
      pattern: '[^@\\s]+@[^@\\s]+',
      expected:
        'an e-mail address; Magento 2.0 writes an empty cell too many behind "Status", so that all others shift',
      personal: true,
    },
    subtotal: { headers: ['Subtotal'], type: 'decimal' },
    shipping: { headers: ['Shipping and Handling'], type: 'decimal' },
    refunded: { headers: ['Total Refunded'], type: 'decimal' },
    currency: { headers: [], type: 'text' },
  },
  otherHeaders: [
    'Bill-to Name',
    'Ship-to Name',
    'Grand Total (Purchased)',
    'Billing Address',
    'Shipping Address',
    'Shipping Information',
    'Customer Group',
    'Customer Name',
    'Payment Method',
    'Signifyd Guarantee Decision',
    'Allocated sources',
    'Pickup Location Code',
    'Braintree Transaction Source',
    'Dispute State',
  ],
  overlap: { key: ['id'], newest: 'purchaseDate', unique: true, placed: 'purchaseDate' },
  select: {
    order: 'id',
    placedAt: '"purchaseDate"',
    placedOn: '"purchaseDate_on"',
    email: 'email',
    currency: 'coalesce(total_currency, currency)',
    channel: `trim(regexp_extract(trim(regexp_replace("purchasePoint", '(?i)<br ?/?>|&nbsp;', chr(10), 'g')), '[^\\n\\r]*$'))`,
    cancelled: `lower(status) IN ('canceled', 'cancelled')`,
    orderDiscount: `greatest(0, -${REMAINDER})`,
    orderTax: `greatest(0, ${REMAINDER})`,
    orderShipping: 'shipping',
    orderRefund: 'refunded',
    orderTotal: 'total',
  },
  notes: [
    {
      code: 'note/no-customer',
      reason: 'Orders without an e-mail: counted in totals, in nobody’s history',
      where: 'email IS NULL',
    },
  ],
};
