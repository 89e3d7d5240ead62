import type { Adapter } from '../adapter.ts';
import { looseAmount } from '../cells/loose-amount.ts';
import { numberedCell, numberedCells, numbersOf } from '../cells/numbered-cells.ts';
import { unescapeHtml } from '../cells/unescape-html.ts';
import { measuredProduct } from '../cells/within-measure.ts';
import { foldHeader } from '../plan/fold-header.ts';
import {
  FURTHER_ITEM_LABELS,
  FURTHER_ORDER_LABELS,
  ITEM_LABELS,
  ORDER_LABELS,
} from './woocommerce-algolplus-labels.ts';
import {
  statusNotes,
  statusProgress,
  isCancelledStatus,
  isRefundedStatus,
  notOrders,
} from './woocommerce-status.ts';

const REPEATED = [...Object.values(ITEM_LABELS).flat(), ...FURTHER_ITEM_LABELS].map(foldHeader);

/** SQL of a cell of the item at "place", out of "SKU #2", "Name #2", "Quantity #2" …; null: there are no such columns. */
function repeated(labels: readonly string[]): string {
  const cells = labels.map((label) => numberedCell('cells', foldHeader(label), 'place'));
  return `coalesce(${cells.join(', ')})`;
}

/** SQL of the rows of an order: one for each item of repeated columns; a row that is an item stays as it is. */
function expand(typed: string): string {
  const texts = ['sku', 'title', 'category'] as const;
  const numbers = ['quantity', 'cost', 'before', 'after', 'itemDiscount'] as const;
  const columns = [...texts, ...numbers].map((name) => `"${name}"`).join(', ');
  return `WITH numbered AS (
      SELECT * EXCLUDE ("itemCells"), ${numberedCells('"itemCells"')} AS cells FROM ${typed}
    ), items AS (
      SELECT *, unnest(${numbersOf('cells')}) AS place FROM numbered
    ), texts AS (
      SELECT * EXCLUDE (cells), ${[...texts, ...numbers].map((name) => `${repeated(ITEM_LABELS[name])} AS "${name}_cell"`).join(', ')} FROM items
    ), told AS (
      SELECT * EXCLUDE (${columns}),
        ${texts.map((name) => `coalesce("${name}_cell", "${name}") AS "${name}"`).join(', ')},
        ${numbers.map((name) => `coalesce(${looseAmount(`"${name}_cell"`)}, "${name}") AS "${name}"`).join(', ')}
      FROM texts
    ), valued AS (
      -- "Item Cost" is that of one piece, after discounts and without tax.
      SELECT *, coalesce("after", ${measuredProduct('cost', 'quantity')}) AS paid FROM told
    )
    SELECT * EXCLUDE (title, category, quantity), ${unescapeHtml('title')} AS title, ${unescapeHtml('category')} AS category,
      coalesce("before", paid + "itemDiscount", paid) AS "lineTotal",
      greatest(coalesce("before", paid + "itemDiscount", paid) - paid, 0) AS "lineDiscount",
      CASE WHEN coalesce("before", paid) IS NOT NULL THEN quantity END AS quantity
    FROM valued ORDER BY "row", place`;
}

/**
 * AlgolPlus's plugin Advanced Order Export for WooCommerce. Its user ticks the columns, can rename them, and has the
 * products as further rows of the order or as repeated columns ("SKU #1", "SKU #2"). Version 1 wrote some labels with a
 * Cyrillic С. Labels and states are in the language of the shop, as far as a language pack of the plugin names them (fr, es).
 */
export const woocommerceAlgolplus: Adapter = {
  id: 'woocommerce-algolplus',
  label: 'WooCommerce: Advanced Order Export (AlgolPlus)',
  table: 'orders',
  columns: {
    number: {
      headers: ORDER_LABELS.number,
      type: 'text',
      identifier: true,
      required: true,
      personal: true,
    },
    orderId: { headers: ORDER_LABELS.orderId, type: 'text', personal: true },
    orderDate: { headers: ORDER_LABELS.orderDate, type: 'timestamp', required: true },
    status: { headers: ORDER_LABELS.status, type: 'text', requiredHeader: true },
    email: { headers: ORDER_LABELS.email, type: 'text', personal: true },
    phone: { headers: ORDER_LABELS.phone, type: 'text', personal: true },
    country: { headers: ORDER_LABELS.country, type: 'text' },
    customerId: { headers: ORDER_LABELS.customerId, type: 'text', personal: true },
    customerNote: { headers: ORDER_LABELS.customerNote, type: 'text', personal: true },
    currency: { headers: ORDER_LABELS.currency, type: 'text' },
    sku: { headers: ITEM_LABELS.sku, type: 'text' },
    title: { headers: ITEM_LABELS.title, type: 'text' },
    category: { headers: ITEM_LABELS.category, type: 'text' },
    quantity: { headers: ITEM_LABELS.quantity, type: 'decimal' },
    cost: { headers: ITEM_LABELS.cost, type: 'decimal' },
    before: { headers: ITEM_LABELS.before, type: 'decimal' },
    after: { headers: ITEM_LABELS.after, type: 'decimal' },
    itemDiscount: { headers: ITEM_LABELS.itemDiscount, type: 'decimal' },
    itemCells: {
      headers: [],
      headerPattern: String.raw`(?:${REPEATED.join('|')})\d+`,
      type: 'cells',
    },
    couponCode: { headers: ORDER_LABELS.couponCode, type: 'text', personal: true },
    cartDiscount: { headers: ORDER_LABELS.cartDiscount, type: 'decimal' },
    subtotal: { headers: ORDER_LABELS.subtotal, type: 'decimal' },
    discountedSubtotal: { headers: ORDER_LABELS.discountedSubtotal, type: 'decimal' },
    shipping: { headers: ORDER_LABELS.shipping, type: 'decimal' },
    shippingTax: { headers: ORDER_LABELS.shippingTax, type: 'decimal' },
    tax: { headers: ORDER_LABELS.tax, type: 'decimal' },
    totalTax: { headers: ORDER_LABELS.totalTax, type: 'decimal' },
    fee: { headers: ORDER_LABELS.fee, type: 'decimal' },
    refund: { headers: ORDER_LABELS.refund, type: 'decimal' },
    total: { headers: ORDER_LABELS.total, type: 'decimal' },
    totalItems: { headers: ORDER_LABELS.totalItems, type: 'decimal' },
  },
  otherHeaders: [...FURTHER_ITEM_LABELS, ...FURTHER_ORDER_LABELS],
  ignore: notOrders('status'),
  group: 'number',
  overlap: {
    key: ['number'],
    newest: 'orderDate',
    placed: 'orderDate',
    buyer: 'email',
    progress: statusProgress('status'),
  },
  expand,
  select: {
    order: 'coalesce("orderId", "number")',
    orderName: '"number"',
    placedAt: '"orderDate"',
    placedOn: '"orderDate_on"',
    email: 'email',
    phone: 'phone',
    country: 'country',
    customerId: `nullif("customerId", '0')`,
    sku: 'sku',
    title: 'title',
    category: 'category',
    quantity: 'quantity',
    lineTotal: 'CASE WHEN quantity IS NOT NULL THEN "lineTotal" END',
    discount: '"lineDiscount"',
    currency: 'currency',
    channel: `'web'`,
    cancelled: isCancelledStatus('status'),
    discountCode: '"couponCode"',
    giftText: '"customerNote"',
    orderSubtotal: 'coalesce("discountedSubtotal", subtotal - coalesce("cartDiscount", 0))',
    orderShipping: 'shipping',
    orderTax: 'coalesce("totalTax", tax + coalesce("shippingTax", 0))',
    orderFees: 'fee',
    itemCount: '"totalItems"',
    orderRefund: `coalesce(refund, CASE WHEN ${isRefundedStatus('status')} THEN total END)`,
    orderTotal: 'total',
  },
  notes: [
    ...statusNotes('status', 'Rows of orders'),
    {
      code: 'note/no-customer',
      reason:
        'Rows without an e-mail, phone or customer id: counted in totals, in nobody’s history',
      where: `coalesce(email, phone, nullif("customerId", '0')) IS NULL`,
    },
  ],
};
