import type { Adapter } from '../adapter.ts';
import { UNPAID_NOTE } from './magento-unpaid.ts';
import { MAGENTO1_COLUMNS } from './magento1-columns.ts';
import { BASE_CURRENCY, magento1Table, rowNumber } from './magento1-table.ts';

/** Tax of discounts in shops whose prices hold the tax: the total adds it to the tax itself. */
const HIDDEN_TAX = 'coalesce("hiddenTax", 0)';
/** What the discount takes off the shipping; it is part of the order's discount. */
const SHIPPING_DISCOUNT = '(coalesce("shippingDiscount", 0) - coalesce("shippingHiddenTax", 0))';
/** The order's discount is negative, that of its items positive. */
const DISCOUNT = `(abs(coalesce(discount, 0)) - ${HIDDEN_TAX} - coalesce("shippingDiscount", 0))`;

/** Ordered and not paid for: the customer was sent to pay and did not, or has not come back yet. */
const UNPAID = `'pending_payment' AND coalesce("totalPaid", 0) = 0`;

/** A part of the order was cancelled, the rest was not; what was cancelled whole is so by its state. */
const IS_PARTLY_CANCELLED = '("totalCancelled" > 0 AND "totalCancelled" < total)';

/** SQL: an amount without what was cancelled of it. */
function kept(amount: string, cancelled: string): string {
  return `${amount} - CASE WHEN ${IS_PARTLY_CANCELLED} THEN coalesce("${cancelled}", 0) ELSE 0 END`;
}

/** SQL: what cannot be said of the rest of an order; its lines say it. */
function ofWhole(amount: string): string {
  return `CASE WHEN NOT coalesce(${IS_PARTLY_CANCELLED}, false) THEN ${amount} END`;
}

/** What was paid with credit is taken from the total in Magento's paid editions, and was paid all the same. */
const CREDIT = ['giftCards', 'storeCredit', 'rewardPoints']
  .map((column) => ` + coalesce("${column}", 0)`)
  .join('');

/** Gift wrapping, which Magento's paid editions charge. */
const WRAPPING = ['wrapping', 'itemWrapping', 'wrappingCard']
  .map((column) => `coalesce("${column}", 0)`)
  .join(' + ');

/** What the table of orders and the one behind their list both know of an order. */
const ORDER_COLUMNS: Adapter['columns'] = {
  entityId: rowNumber('entity_id'),
  incrementId: {
    headers: ['increment_id'],
    type: 'text',
    requiredHeader: true,
    identifier: true,
    personal: true,
  },
  createdAt: { headers: ['created_at'], type: 'timestamp', required: true },
  updatedAt: { headers: ['updated_at'], type: 'timestamp' },
  currency: BASE_CURRENCY,
  customerId: { headers: ['customer_id'], type: 'text', personal: true },
  storeName: { headers: ['store_name'], type: 'text' },
  total: { headers: ['base_grand_total'], type: 'decimal', requiredHeader: true },
  totalPaid: { headers: ['base_total_paid'], type: 'decimal' },
};

const ORDER_SELECT: Adapter['select'] = {
  order: '"entityId"',
  orderName: '"incrementId"',
  placedAt: '"createdAt"',
  placedOn: '"createdAt_on"',
  customerId: '"customerId"',
  currency: 'currency',
  channel: `trim(regexp_extract(trim("storeName"), '[^\\n\\r\\v]*$'))`,
  orderTotal: 'total',
};

/** The tables of items, credit memos and shipments mean an order by its inner number. */
const OVERLAP: Adapter['overlap'] = {
  key: ['entityId'],
  newest: 'createdAt',
  unique: true,
  placed: 'createdAt',
  inner: true,
};

/**
 * Magento 1's table of orders, in the shop's currency (`base_…`). `grand_total` is not reduced by refunds. An order that
 * was edited stays beside the new one, cancelled.
 */
export const magento1Orders: Adapter = magento1Table('sales_flat_order', MAGENTO1_COLUMNS.orders, {
  id: 'magento1-orders',
  label: 'Magento 1: table sales_flat_order',
  table: 'orders',
  columns: {
    ...ORDER_COLUMNS,
    state: { headers: ['state'], type: 'text', requiredHeader: true },
    email: { headers: ['customer_email'], type: 'text', personal: true },
    couponCode: { headers: ['coupon_code'], type: 'text', personal: true },
    subtotal: { headers: ['base_subtotal'], type: 'decimal' },
    discount: { headers: ['base_discount_amount'], type: 'decimal' },
    shippingDiscount: { headers: ['base_shipping_discount_amount'], type: 'decimal' },
    shipping: { headers: ['base_shipping_amount'], type: 'decimal' },
    tax: { headers: ['base_tax_amount'], type: 'decimal' },
    hiddenTax: { headers: ['base_hidden_tax_amount'], type: 'decimal' },
    shippingHiddenTax: { headers: ['base_shipping_hidden_tax_amnt'], type: 'decimal' },
    refunded: { headers: ['base_total_refunded'], type: 'decimal' },
    totalCancelled: { headers: ['base_total_canceled'], type: 'decimal' },
    shippingCancelled: { headers: ['base_shipping_canceled'], type: 'decimal' },
    taxCancelled: { headers: ['base_tax_canceled'], type: 'decimal' },
    giftCards: { headers: ['base_gift_cards_amount'], type: 'decimal' },
    storeCredit: { headers: ['base_customer_balance_amount'], type: 'decimal' },
    rewardPoints: { headers: ['base_reward_currency_amount'], type: 'decimal' },
    wrapping: { headers: ['gw_base_price'], type: 'decimal' },
    itemWrapping: { headers: ['gw_items_base_price'], type: 'decimal' },
    wrappingCard: { headers: ['gw_card_base_price'], type: 'decimal' },
    quantity: { headers: ['total_qty_ordered'], type: 'decimal' },
    relationChildId: { headers: ['relation_child_id'], type: 'text' },
    customerNote: { headers: ['customer_note'], type: 'text', personal: true },
    giftMessageId: { headers: ['gift_message_id'], type: 'text' },
  },
  overlap: OVERLAP,
  select: {
    ...ORDER_SELECT,
    email: 'email',
    cancelled: `state = 'canceled' OR (state = ${UNPAID}) OR "relationChildId" IS NOT NULL`,
    gift: '"giftMessageId" IS NOT NULL',
    giftText: '"customerNote"',
    discountCode: '"couponCode"',
    orderSubtotal: ofWhole(`subtotal - ${DISCOUNT}`),
    orderDiscount: ofWhole(DISCOUNT),
    orderShipping: kept(`shipping - ${SHIPPING_DISCOUNT}`, 'shippingCancelled'),
    orderTax: kept('tax', 'taxCancelled'),
    orderFees: WRAPPING,
    orderTotal: kept(`total${CREDIT}`, 'totalCancelled'),
    orderRefund: 'refunded',
    itemCount: 'quantity',
  },
  notes: [
    {
      code: 'note/no-customer',
      reason: 'Orders without an e-mail and a customer id: counted in totals, in nobody’s history',
      where: 'email IS NULL AND "customerId" IS NULL',
    },
    { code: 'note/cancelled', reason: 'Orders that were cancelled', where: `state = 'canceled'` },
    { ...UNPAID_NOTE, where: `state = ${UNPAID}` },
    {
      code: 'note/partly-cancelled',
      reason: 'Orders of which a part was cancelled: the rest counts',
      where: `${IS_PARTLY_CANCELLED} AND state <> 'canceled'`,
    },
    {
      code: 'note/edited-order',
      reason: 'Orders that a newer version replaces: they count as cancelled',
      where: '"relationChildId" IS NOT NULL',
    },
  ],
});

/** Magento 1's table behind the list of orders: totals without what they are made of. */
export const magento1OrderGrid: Adapter = magento1Table(
  'sales_flat_order_grid',
  MAGENTO1_COLUMNS.orderGrid,
  {
    id: 'magento1-order-grid',
    label: 'Magento 1: table sales_flat_order_grid',
    table: 'orders',
    columns: {
      ...ORDER_COLUMNS,
      status: { headers: ['status'], type: 'text', requiredHeader: true },
      shippingName: {
        headers: ['shipping_name'],
        type: 'text',
        requiredHeader: true,
        personal: true,
      },
    },
    overlap: OVERLAP,
    select: {
      ...ORDER_SELECT,
      cancelled: `status = 'canceled' OR (status = ${UNPAID})`,
    },
    notes: [{ ...UNPAID_NOTE, where: `status = ${UNPAID}` }],
  },
);
