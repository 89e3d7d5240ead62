import type { Adapter } from '../adapter.ts';
import { isDamaged } from '../cells/cell-text.ts';
import { IS_GIFT_CARD, IS_TIP } from './shopify-lines.ts';

/** Columns with a phone number, the buyer’s own first. */
const PHONES = ['phone', 'billingPhone', 'shippingPhone'];

/** SQL: whether a spreadsheet program has shortened the phone; the cheap look at it spares all others the pattern. */
function isShortened(phone: string): string {
  return `CASE WHEN contains(${phone}, 'E+') THEN ${isDamaged(phone, true)} ELSE false END`;
}

/** SQL of the first phone that no spreadsheet program has shortened. */
const WHOLE_PHONE = `coalesce(${PHONES.map((name) => `CASE WHEN NOT ${isShortened(`"${name}"`)} THEN "${name}" END`).join(', ')})`;

/** SQL: whether a phone is damaged; it matters only where nothing else says who bought. */
const DAMAGED_PHONE = `(${PHONES.map((name) => isShortened(`"${name}"`)).join(' OR ')})`;

/** Whether a row is an order's own and not a further line: with a total left out, its other money says so. */
const IS_ORDER =
  'coalesce(total, subtotal, shipping, taxes, "discountAmount", "refundedAmount") IS NOT NULL';

/**
 * SQL over the rows of an order: whether its lines come to what its subtotal and its discount say, so that further lines could
 * not be of it too. A subtotal of nothing says nothing.
 */
const IS_WHOLE = `CASE WHEN max(subtotal) > 0
    AND abs(sum("lineitemQuantity" * "lineitemPrice") - max(subtotal) - coalesce(max("discountAmount"), 0)) < 0.005 THEN true END`;

/** A file trimmed to lines has no such row. */
const HAS_ORDERS = `EXISTS (SELECT 1 FROM typed WHERE ${IS_ORDER})`;

/** A test of a phone that looks at the whole row: damage counts where it takes the last way to know the customer. */
const ONLY_IDENTITY = {
  ownDamage: true as const,
  holds: (phone: string): string =>
    `CASE WHEN ${isShortened(phone)} THEN email IS NOT NULL OR NOT (${IS_ORDER}) OR ${WHOLE_PHONE} IS NOT NULL ELSE true END`,
};

/** Where shops and the programs that bring in marketplaces' orders write down the number there. */
const REMARKS = `concat_ws(' ', notes, "noteAttributes", tags, "paymentReference", "paymentReferences")`;
const HAS_REMARKS =
  'coalesce(notes, "noteAttributes", tags, "paymentReference", "paymentReferences") IS NOT NULL';

/**
 * Rows of the list of abandoned checkouts, which has the same columns as the orders: there `Name` is the `Id`, all of
 * its digits, or as many as a spreadsheet program has left. Further rows of a checkout have no `Id`.
 */
const IS_CHECKOUT = `name IN (SELECT name FROM typed WHERE CASE WHEN length(name) > 9 AND id IS NOT NULL
  THEN abs(try_cast(id AS DOUBLE) / nullif(try_cast(ltrim(name, '#') AS DOUBLE), 0) - 1) < 0.00001 ELSE false END)`;

/** Money of an order, of which a row of totals states some. */
const SUMS = ['subtotal', 'shipping', 'taxes', 'total', 'discountAmount', 'refundedAmount'];

/**
 * Rows of totals that somebody has put below the orders, in a spreadsheet program: an order always has a number in its
 * name and the time at which it was placed.
 */
const IS_TOTALS = `"createdAt" IS NULL AND "lineitemName" IS NULL AND NOT coalesce(regexp_matches(name, '\\d'), false)
  AND coalesce(${SUMS.map((name) => `"${name}"`).join(', ')}) IS NOT NULL`;

/**
 * Less its discount: where the total is reached only with the discount taken off once more than the lines say, a code for
 * free shipping made it, and the column states the shipping in full.
 */
const SHIPPING = `CASE WHEN "discountAmount" > 0 AND "discountAmount" <= shipping
  AND total NOT IN (subtotal + shipping, subtotal + shipping + coalesce(taxes, 0))
  AND total IN (subtotal + shipping - "discountAmount", subtotal + shipping + coalesce(taxes, 0) - "discountAmount")
  THEN shipping - "discountAmount" ELSE shipping END`;

/** Orders paid through the gateway that Shopify gives for trying out, "(for testing) Bogus Gateway": nobody bought. */
const IS_TEST = `name IN (SELECT name FROM typed WHERE contains(lower("paymentMethod"), 'bogus'))`;

/** Order numbers of Amazon (3-7-7) and eBay (2-5-5) in them, each once. */
const MARKETPLACE_NUMBERS = `CASE WHEN ${HAS_REMARKS} THEN nullif(array_to_string(list_sort(list_distinct(regexp_extract_all(${REMARKS},
  '\\b(?:\\d{3}-\\d{7}-\\d{7}|\\d{2}-\\d{5}-\\d{5})\\b'))), ' '), '') END`;

/**
 * Shopify's order export: the first row of an order carries everything, further rows only name, e-mail, time and the
 * line. Columns are found by name, since older files lack the tail and people leave columns out; `Total` is not reduced
 * by refunds. An order can be counted from its lines alone.
 */
export const shopifyOrders: Adapter = {
  id: 'shopify-orders',
  label: 'Shopify: Orders → Export',
  table: 'orders',
  columns: {
    name: {
      headers: ['Name'],
      type: 'text',
      required: true,
      personal: true,
      identifier: true,
    },
    email: { headers: ['Email'], type: 'text', personal: true },
    phone: { headers: ['Phone'], type: 'text', personal: true, ...ONLY_IDENTITY },
    billingPhone: { headers: ['Billing Phone'], type: 'text', personal: true, ...ONLY_IDENTITY },
    shippingPhone: { headers: ['Shipping Phone'], type: 'text', personal: true, ...ONLY_IDENTITY },
    billingCountry: { headers: ['Billing Country'], type: 'text' },
    shippingCountry: { headers: ['Shipping Country'], type: 'text' },
    id: { headers: ['Id'], type: 'text', personal: true, ownDamage: true },
    createdAt: { headers: ['Created at'], type: 'timestamp', requiredHeader: true },
    cancelledAt: { headers: ['Cancelled at'], type: 'timestamp' },
    fulfilledAt: { headers: ['Fulfilled at'], type: 'timestamp' },
    acceptsMarketing: { headers: ['Accepts Marketing'], type: 'boolean' },
    currency: { headers: ['Currency'], type: 'text' },
    subtotal: { headers: ['Subtotal'], type: 'decimal' },
    shipping: { headers: ['Shipping'], type: 'decimal' },
    taxes: { headers: ['Taxes'], type: 'decimal' },
    total: { headers: ['Total'], type: 'decimal' },
    discountCode: { headers: ['Discount Code'], type: 'text', personal: true },
    discountAmount: { headers: ['Discount Amount'], type: 'decimal' },
    refundedAmount: { headers: ['Refunded Amount'], type: 'decimal' },
    duties: { headers: ['Duties'], type: 'decimal' },
    tips: { headers: ['Tip', 'Tips', 'Tip Amount'], type: 'decimal' },
    lineitemQuantity: {
      headers: ['Lineitem quantity'],
      type: 'decimal',
      requiredHeader: true,
      holds: () => '"lineitemPrice" IS NOT NULL',
      expected: 'a quantity with a price beside it',
    },
    lineitemName: {
      headers: ['Lineitem name'],
      type: 'text',
      holds: () => '"lineitemQuantity" IS NOT NULL',
      expected: 'a name with a quantity beside it',
    },
    lineitemPrice: { headers: ['Lineitem price'], type: 'decimal', requiredHeader: true },
    requiresShipping: { headers: ['Lineitem requires shipping'], type: 'text' },
    taxable: { headers: ['Lineitem taxable'], type: 'text' },
    lineitemSku: { headers: ['Lineitem sku'], type: 'text' },
    lineitemDiscount: { headers: ['Lineitem discount'], type: 'decimal' },
    vendor: { headers: ['Vendor'], type: 'text' },
    source: { headers: ['Source'], type: 'text' },
    notes: { headers: ['Notes'], type: 'text', personal: true },
    noteAttributes: { headers: ['Note Attributes'], type: 'text', personal: true },
    tags: { headers: ['Tags'], type: 'text', personal: true },
    paymentMethod: { headers: ['Payment Method'], type: 'text' },
    paymentReference: { headers: ['Payment Reference'], type: 'text', personal: true },
    paymentReferences: { headers: ['Payment References'], type: 'text', personal: true },
  },
  otherHeaders: [
    'Financial Status',
    'Paid at',
    'Fulfillment Status',
    'Shipping Method',
    'Lineitem compare at price',
    'Lineitem fulfillment status',
    'Billing Name',
    'Billing Street',
    'Billing Address1',
    'Billing Address2',
    'Billing Company',
    'Billing City',
    'Billing Zip',
    'Billing Province',
    'Shipping Name',
    'Shipping Street',
    'Shipping Address1',
    'Shipping Address2',
    'Shipping Company',
    'Shipping City',
    'Shipping Zip',
    'Shipping Province',
    'Outstanding Balance',
    'Employee',
    'Location',
    'Device ID',
    'Risk Level',
    'Tax 1 Name',
    'Tax 1 Value',
    'Tax 2 Name',
    'Tax 2 Value',
    'Tax 3 Name',
    'Tax 3 Value',
    'Tax 4 Name',
    'Tax 4 Value',
    'Tax 5 Name',
    'Tax 5 Value',
    'Receipt Number',
    'Billing Province Name',
    'Shipping Province Name',
    'Payment ID',
    'Payment Terms Name',
    'Next Payment Due At',
  ],
  without: {
    email: 'There is no column "Email": buyers are known by their phone at most',
    currency: 'There is no column "Currency": amounts are taken in the portal’s currency',
    total:
      'There is no column "Total": orders count with their lines, discounts and shipping, and are not checked; taxes are left out, since only the total shows whether they are inside the prices',
  },
  ignore: [
    {
      code: 'ignored/checkout',
      reason:
        'Checkouts that somebody left: the list of them looks like orders, and nothing was bought',
      where: IS_CHECKOUT,
    },
    {
      code: 'ignored/test-order',
      reason: 'Test orders, paid through the gateway for trying out: nothing was bought',
      where: IS_TEST,
    },
  ],
  summaries: [{ reason: 'Rows of totals below the orders', where: IS_TOTALS, sums: SUMS }],
  group: 'name',
  overlap: {
    key: ['name'],
    newest: 'createdAt',
    begins: IS_ORDER,
    placed: 'createdAt',
    buyer: 'email',
    platformId: `CASE WHEN regexp_full_match(id, '\\d+') THEN id END`,
    states: { begins: IS_ORDER, same: IS_WHOLE },
  },
  select: {
    order: 'name',
    otherNumbers: MARKETPLACE_NUMBERS,
    placedAt: '"createdAt"',
    placedOn: '"createdAt_on"',
    email: 'email',
    phone: WHOLE_PHONE,
    country:
      'CASE WHEN coalesce(phone, "billingPhone") IS NULL THEN "shippingCountry" ELSE coalesce("billingCountry", "shippingCountry") END',
    sku: '"lineitemSku"',
    title: '"lineitemName"',
    brand: 'vendor',
    quantity: `CASE WHEN NOT ${IS_TIP} THEN "lineitemQuantity" END`,
    unitPrice: '"lineitemPrice"',
    discount: '"lineitemDiscount"',
    nonProduct: IS_GIFT_CARD,
    currency: 'currency',
    channel: `CASE
        WHEN source IS NULL THEN NULL
        WHEN regexp_full_match(source, '\\d+') THEN 'app ' || source
        ELSE replace(replace(lower(source), 'shopify_', ''), '_', ' ')
      END`,
    cancelled: '"cancelledAt" IS NOT NULL',
    discountCode: '"discountCode"',
    giftText: `concat_ws(chr(10), notes, "noteAttributes", tags)`,
    orderDiscount: '"discountAmount"',
    orderSubtotal: 'subtotal',
    orderShipping: SHIPPING,
    orderTax: 'CASE WHEN total IS NOT NULL THEN taxes END',
    orderFees: `coalesce(duties + tips, duties, tips, CASE WHEN ${IS_TIP} THEN "lineitemQuantity" * "lineitemPrice" END)`,
    orderRefund: '"refundedAmount"',
    orderTotal: 'total',
    acceptsMarketing: '"acceptsMarketing"',
    shippedAt: '"fulfilledAt"',
  },
  notes: [
    {
      code: 'note/no-customer',
      reason: 'Orders without an e-mail or a phone: counted in totals, in nobody’s history',
      where: `${IS_ORDER} AND coalesce(email, phone, "billingPhone", "shippingPhone") IS NULL`,
    },
    {
      code: 'note/cancelled',
      reason: 'Orders that were cancelled',
      where: '"cancelledAt" IS NOT NULL',
    },
    {
      code: 'note/continuation-row',
      reason: 'Rows that continue the order above: further lines without totals of their own',
      where: `NOT (${IS_ORDER}) AND ${HAS_ORDERS}`,
    },
    { code: 'note/tip', reason: 'Rows with a tip: a fee of the order, no article', where: IS_TIP },
    {
      code: 'note/not-positive-price',
      reason: 'Rows with a price of zero or below',
      where: '"lineitemPrice" <= 0',
    },
    {
      code: 'note/tax-inside',
      reason: 'Orders whose prices include the tax (total = subtotal + shipping)',
      where: 'taxes > 0 AND total = subtotal + coalesce(shipping, 0)',
    },
    {
      code: 'note/tax-on-top',
      reason: 'Orders with the tax on top (total = subtotal + shipping + taxes)',
      where: 'taxes > 0 AND total = subtotal + coalesce(shipping, 0) + taxes',
    },
    {
      code: 'note/excel-damage',
      reason: 'Phones that a spreadsheet program turned into 9.21E+11: the digits are lost',
      where: DAMAGED_PHONE,
    },
    {
      code: 'note/resaved',
      reason:
        'Rows that a spreadsheet program has saved (TRUE for true): long numbers can be damaged, export again',
      where: `coalesce("requiresShipping", taxable) IN ('TRUE', 'FALSE')`,
    },
  ],
};
