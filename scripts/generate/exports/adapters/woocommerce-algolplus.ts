import type { Adapter } from '../adapter.ts';
import { looseAmount } from '../cells/loose-amount.ts';
import { numberedCell, numberedCells, numbersOf } from '../cells/numbered-cells.ts';
import { unescapeHtml } from '../cells/unescape-html.ts';
import { measuredProduct } from '../cells/within-measure.ts';
import {
  statusNotes,
  statusProgress,
  isCancelledStatus,
  isRefundedStatus,
  notOrders,
} from './woocommerce-status.ts';

/** Labels of an item, as the plugin's versions have them; the first that there is counts. */
const ITEM_LABELS = {
  sku: ['SKU'],
  title: ['Item Name', 'Name', 'Product Name'],
  category: ['Category', 'Full names for categories'],
  quantity: ['Quantity', 'Qty'],
  cost: ['Item Cost'],
  before: ['Order Line Subtotal'],
  after: ['Order Line Total', 'Order Line (w/o tax)'],
  itemDiscount: ['Item Discount Amount'],
} as const;

const FURTHER_ITEM_LABELS = [
  'Item #',
  'Item ID',
  'Product Id',
  'Variation Id',
  'Product Variation',
  'Item Seller',
  'Quantity (- Refund)',
  'Product Current Price',
  'Order Line Tax',
  'Order Line Tax Refunded',
  'Order Line Tax (- Refund)',
  'Order Line Subtotal Tax',
  'Order Line Total (include tax)',
  'Order Line Total Refunded',
  'Order Line Total (- Refund)',
  'Item Tax Rate',
  'Type',
  'Price',
  'Tags',
  'Width',
  'Length',
  'Height',
  'Weight',
  'Product URL',
  'Download URL',
  'Image URL',
  'Product Shipping Class',
  'Description',
  'Short Description',
  'Coupon Code',
  'Discount Amount',
  'Discount Amount Tax',
  'Discount Amount + Tax',
  'Coupon Description',
  'Coupon Type',
  'Coupon Amount',
];

/** A label as fold-header.ts leaves it; all are in plain letters. */
function folded(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const REPEATED = [...Object.values(ITEM_LABELS).flat(), ...FURTHER_ITEM_LABELS].map(folded);

/** SQL of a cell of the item at "place", out of "SKU #2", "Name #2", "Quantity #2" …; null: there are no such columns. */
function repeated(labels: readonly string[]): string {
  const cells = labels.map((label) => numberedCell('cells', folded(label), 'place'));
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
 * Cyrillic С.
 */
export const woocommerceAlgolplus: Adapter = {
  id: 'woocommerce-algolplus',
  label: 'WooCommerce: Advanced Order Export (AlgolPlus)',
  table: 'orders',
  columns: {
    number: {
      headers: ['Order Number', 'Order ID'],
      type: 'text',
      identifier: true,
      required: true,
      personal: true,
    },
    orderId: { headers: ['Order ID'], type: 'text', personal: true },
    orderDate: { headers: ['Order Date'], type: 'timestamp', required: true },
    status: { headers: ['Order Status'], type: 'text', requiredHeader: true },
    email: { headers: ['Email (Billing)', 'Customer User Email'], type: 'text', personal: true },
    phone: { headers: ['Phone (Billing)', 'Phone (Shipping)'], type: 'text', personal: true },
    country: { headers: ['Country Code (Billing)', 'Country Code (Shipping)'], type: 'text' },
    customerId: { headers: ['Customer User ID'], type: 'text', personal: true },
    customerNote: { headers: ['Customer Note'], type: 'text', personal: true },
    currency: { headers: ['Currency', 'Order Currency'], type: 'text' },
    sku: { headers: [...ITEM_LABELS.sku], type: 'text' },
    title: { headers: [...ITEM_LABELS.title], type: 'text' },
    category: { headers: [...ITEM_LABELS.category], type: 'text' },
    quantity: { headers: [...ITEM_LABELS.quantity], type: 'decimal' },
    cost: { headers: [...ITEM_LABELS.cost], type: 'decimal' },
    before: { headers: [...ITEM_LABELS.before], type: 'decimal' },
    after: { headers: [...ITEM_LABELS.after], type: 'decimal' },
    itemDiscount: { headers: [...ITEM_LABELS.itemDiscount], type: 'decimal' },
    itemCells: {
      headers: [],
      headerPattern: String.raw`(?:${REPEATED.join('|')})\d+`,
      type: 'cells',
    },
    couponCode: { headers: ['Coupon Code', 'Coupons Used'], type: 'text', personal: true },
    cartDiscount: { headers: ['Cart Discount Amount'], type: 'decimal' },
    subtotal: { headers: ['Order Subtotal Amount'], type: 'decimal' },
    discountedSubtotal: { headers: ['Order Subtotal - Cart Discount'], type: 'decimal' },
    shipping: { headers: ['Order Shipping Amount'], type: 'decimal' },
    shippingTax: { headers: ['Order Shipping Tax Amount'], type: 'decimal' },
    tax: { headers: ['Order Tax Amount'], type: 'decimal' },
    totalTax: { headers: ['Order Total Tax Amount'], type: 'decimal' },
    fee: { headers: ['Order Total Fee'], type: 'decimal' },
    refund: { headers: ['Order Refund Amount'], type: 'decimal' },
    total: { headers: ['Order Total Amount'], type: 'decimal' },
    totalItems: { headers: ['Total items'], type: 'decimal' },
  },
  otherHeaders: [
    ...FURTHER_ITEM_LABELS,
    'Line number',
    'Modification Date',
    'Transaction ID',
    'Completed Date',
    'Paid Date',
    'Date of first refund',
    'Order Notes',
    'Customer IP address',
    'Customer Username',
    'Customer Role',
    'Customer Total Orders',
    'Customer Total Spent',
    'User Website',
    ...['Billing', 'Shipping'].flatMap((kind) =>
      [
        'First Name',
        'Last Name',
        'Full Name',
        'Company',
        'Address 1&2',
        'Address 1',
        'Address 2',
        'City',
        'State',
        'State Code',
        'State Name',
        'City, State, Zip',
        'Zip',
        'Postcode',
        'Country Name',
        'Phone',
      ].map((label) => `${label} (${kind})`),
    ),
    'Products',
    'Coupons',
    'Shipping Method Title',
    'Shipping Method',
    'Payment Method Title',
    'Payment Method',
    'Coupons Used',
    'Cart Discount Tax Amount',
    'Cart Discount Amount Tax',
    'Order Subtotal Amount Refunded',
    'Order Subtotal Amount (- Refund)',
    'Order Shipping + Tax Amount',
    'Order Shipping Amount Refunded',
    'Order Shipping Amount (- Refund)',
    'Order Shipping Tax Refunded',
    'Order Shipping Tax Amount (- Refund)',
    'Order Total Amount (- Refund)',
    'Order Total Amount without Tax',
    'Order Total Tax Amount Refunded',
    'Order Total Tax Amount (- Refund)',
    'Total weight',
    'Exported items',
    'Total products',
  ],
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
