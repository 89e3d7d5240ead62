import type { Adapter } from '../adapter.ts';
import { numberedCell, numberedCells, numbersOf } from '../cells/numbered-cells.ts';
import { unescapeHtml } from '../cells/unescape-html.ts';
import { withinMeasure } from '../cells/within-measure.ts';
import {
  statusNotes,
  statusProgress,
  isCancelledStatus,
  isRefundedStatus,
  notOrders,
} from './woocommerce-status.ts';

const FIELD = String.raw`\|(?:product_id|sku|quantity|total|sub_?total):`;
/** What stands before a line's name. */
const BEFORE = String.raw`(?:id:\d*\|)?`;
/** A line among those of the one cell "line_items", as far as its money: "id:12|name:…|…|subtotal:…|total:…". */
const LINE_ITEM = String.raw`(?s)${BEFORE}name:.*?\|total:-?[0-9.]*`;

/** What a line must say to be one. */
const READABLE = String.raw`(?s)^name:.*\|quantity:-?[0-9.]+\|(?:sub_)?total:-?[0-9.]+(?:\||$)`;

/** SQL of a number in a line's text. */
function amount(text: string): string {
  return withinMeasure(`nullif(${text}, '')`);
}

/** SQL of the cell of line "number" that goes by the name: "lineitem" is "line_item_7". */
function lineCell(name: string): string {
  return numberedCell('cells', name, 'number');
}

/**
 * SQL of the rows of an order: one for each line. "line_item_7" says all of it:
 * "name:…|product_id:…|sku:…|quantity:…|total:…|sub_total:…". The name can hold bars and colons: it ends where the first
 * known field begins. Files without it have "Product Item 7 Name", "… Quantity" …, which else say the same again, or, from the
 * plugin that the names of the columns come from (SkyVerge's), all lines in "line_items".
 */
function expand(typed: string): string {
  const field = (key: string): string =>
    `nullif(trim(regexp_extract(fields, '\\|${key}:([^|]*)', 1)), '')`;
  return `WITH numbered AS (
      SELECT * EXCLUDE ("lineCells"), ${numberedCells('"lineCells"')} AS cells,
        regexp_extract_all("lineItems", '${LINE_ITEM}') AS items FROM ${typed}
    ), lines AS (
      SELECT *, unnest(CASE WHEN len(cells) = 0 AND len(items) > 0 THEN range(1, len(items) + 1) ELSE ${numbersOf('cells')} END) AS number
      FROM numbered
    ), texts AS (
      SELECT *, coalesce(${lineCell('lineitem')}, items[number]) AS line FROM lines
    ), parts AS (
      SELECT *, regexp_extract(line, '(?s)^${BEFORE}name:(.*?)${FIELD}', 1) AS name,
        regexp_replace(line, '(?s)^${BEFORE}name:.*?(${FIELD})', '\\1') AS fields FROM texts
    ), told AS (
      SELECT * EXCLUDE (cells, items, line, name, fields),
        coalesce(replace(name, '\\|', '|'), ${lineCell('productitemname')}) AS title,
        coalesce(${field('sku')}, ${lineCell('productitemsku')}) AS sku,
        ${amount(`coalesce(${field('quantity')}, ${lineCell('productitemquantity')})`)} AS quantity,
        ${amount(`coalesce(${field('total')}, ${lineCell('productitemtotal')})`)} AS paid,
        ${amount(`coalesce(${field('sub_?total')}, ${lineCell('productitemsubtotal')})`)} AS "before"
      FROM parts
    )
    SELECT * EXCLUDE (title), ${unescapeHtml('title')} AS title, coalesce("before", paid) AS "lineTotal",
      greatest("before" - paid, 0) AS "lineDiscount"
    FROM told ORDER BY "row", number`;
}

/** SQL: money of all refunds in "amount:12.50|reason:…|date:…;amount:…". */
const REFUNDS = `list_sum(list_transform(
    regexp_extract_all("refundItems", '(?:^|;)\\s*amount:(-?[0-9.]+)\\|', 1), lambda sum: ${withinMeasure('sum')}))`;

/**
 * The export of WebToffee's plugin for WooCommerce: one row an order, and a column for each line of the longest one.
 * `total` of a line is after discounts, `sub_total` before, both without tax.
 */
export const woocommerceWebtoffee: Adapter = {
  id: 'woocommerce-webtoffee',
  label: 'WooCommerce: WebToffee → Export orders',
  table: 'orders',
  columns: {
    orderId: {
      headers: ['order_id'],
      type: 'text',
      identifier: true,
      required: true,
      personal: true,
    },
    orderNumber: { headers: ['order_number'], type: 'text', personal: true },
    orderDate: { headers: ['order_date'], type: 'timestamp', required: true },
    status: { headers: ['status'], type: 'text', requiredHeader: true },
    shipping: { headers: ['shipping_total'], type: 'decimal' },
    fees: { headers: ['fee_total'], type: 'decimal' },
    taxes: { headers: ['tax_total'], type: 'decimal' },
    discount: { headers: ['discount_total', 'cart_discount'], type: 'decimal' },
    subtotal: { headers: ['order_subtotal'], type: 'decimal' },
    total: { headers: ['order_total'], type: 'decimal', requiredHeader: true },
    refunded: { headers: ['refunded_total'], type: 'decimal' },
    refundItems: { headers: ['refund_items'], type: 'text', personal: true },
    coupons: { headers: ['coupon_items'], type: 'text', personal: true },
    currency: { headers: ['order_currency'], type: 'text' },
    customerId: { headers: ['customer_id', 'customer_user'], type: 'text', personal: true },
    customerEmail: { headers: ['customer_email'], type: 'text', personal: true },
    billingEmail: { headers: ['billing_email'], type: 'text', personal: true },
    billingPhone: { headers: ['billing_phone'], type: 'text', personal: true },
    shippingPhone: { headers: ['shipping_phone'], type: 'text', personal: true },
    billingCountry: { headers: ['billing_country'], type: 'text' },
    shippingCountry: { headers: ['shipping_country'], type: 'text' },
    customerNote: { headers: ['customer_note'], type: 'text', personal: true },
    lineCells: {
      headers: [],
      headerPattern: String.raw`lineitem\d+|productitem\d+(?:name|sku|quantity|total|subtotal)`,
      type: 'cells',
      holds: (cells) =>
        `len(list_filter(${cells}, lambda item: starts_with(lower(item.header), 'line_item_') AND NOT regexp_matches(item."cell", '${READABLE}'))) = 0`,
      expected: 'lines such as name:Mug|product_id:1|sku:M-1|quantity:1|total:9.00|sub_total:9.00',
    },
    lineItems: { headers: ['line_items'], type: 'text', personal: true },
    /** The shop's ids of products, and fields that other plugins add: known, not read. */
    productIds: { headers: [], headerPattern: String.raw`productitem\d+id`, type: 'text' },
    meta: { headers: [], headerPattern: 'meta.*', type: 'text', personal: true },
  },
  otherHeaders: [
    'paid_date',
    'shipping_tax_total',
    'fee_tax_total',
    'cart_discount',
    'order_discount',
    'order_key',
    'payment_method',
    'payment_method_title',
    'transaction_id',
    'customer_ip_address',
    'customer_user_agent',
    'shipping_method',
    'customer_user',
    'billing_first_name',
    'billing_last_name',
    'billing_company',
    'billing_address_1',
    'billing_address_2',
    'billing_postcode',
    'billing_city',
    'billing_state',
    'shipping_first_name',
    'shipping_last_name',
    'shipping_company',
    'shipping_address_1',
    'shipping_address_2',
    'shipping_postcode',
    'shipping_city',
    'shipping_state',
    'wt_import_key',
    'shipping_items',
    'fee_items',
    'tax_items',
    'order_notes',
    'download_permissions',
    'order_number_formatted',
    'refunds',
  ],
  ignore: notOrders('status'),
  overlap: {
    key: ['orderId'],
    newest: 'orderDate',
    placed: 'orderDate',
    buyer: 'coalesce("customerEmail", "billingEmail")',
    progress: statusProgress('status'),
    states: {
      begins: 'len("lineCells") > 0 OR "lineItems" IS NOT NULL',
      same: 'min(hash("lineCells", "lineItems"))',
    },
  },
  expand,
  select: {
    order: '"orderId"',
    orderName: 'coalesce("orderNumber", "orderId")',
    placedAt: '"orderDate"',
    placedOn: '"orderDate_on"',
    email: 'coalesce("customerEmail", "billingEmail")',
    phone: 'coalesce("billingPhone", "shippingPhone")',
    country: 'CASE WHEN "billingPhone" IS NULL THEN "shippingCountry" ELSE "billingCountry" END',
    customerId: `nullif("customerId", '0')`,
    sku: 'sku',
    title: 'title',
    quantity: 'CASE WHEN "lineTotal" IS NOT NULL THEN quantity END',
    lineTotal: 'CASE WHEN quantity IS NOT NULL THEN "lineTotal" END',
    discount: '"lineDiscount"',
    currency: 'currency',
    channel: `'web'`,
    cancelled: isCancelledStatus('status'),
    discountCode: `nullif(regexp_extract(coupons, 'code:([^|;]*)', 1), '')`,
    giftText: '"customerNote"',
    // WooCommerce has shared every coupon over the lines already.
    orderDiscount: 'CASE WHEN quantity IS NULL THEN discount END',
    orderSubtotal: 'subtotal - coalesce(discount, 0)',
    orderShipping: 'shipping',
    orderTax: 'taxes',
    orderFees: 'fees',
    orderRefund: `coalesce(refunded, ${REFUNDS}, CASE WHEN ${isRefundedStatus('status')} THEN total END)`,
    orderTotal: 'total',
  },
  notes: [
    ...statusNotes('status'),
    {
      code: 'note/no-customer',
      reason:
        'Orders without an e-mail, phone or customer id: counted in totals, in nobody’s history',
      where: `coalesce("customerEmail", "billingEmail", "billingPhone", "shippingPhone", nullif("customerId", '0')) IS NULL`,
    },
  ],
};
