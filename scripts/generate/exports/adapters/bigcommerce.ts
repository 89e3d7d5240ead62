import type { Adapter } from '../adapter.ts';
import { looseAmount } from '../cells/loose-amount.ts';
import { unescapeHtml } from '../cells/unescape-html.ts';
import { measuredProduct } from '../cells/within-measure.ts';

/** What a line in "Product Details" must say to be one. */
const READABLE = String.raw`(?s), Product Qty: [0-9.,]+, Product SKU: .*, Product Name: .*, Product Unit Price: [^,]*[0-9][^,]*(?:,[0-9]{1,3}[^,]*)*, Product Total Price: [^|]*[0-9][^|]*$`;

/** SQL: the lines of "Product Details", whose bars can stand in names too: a line begins with its label. */
const DETAILS = String.raw`regexp_split_to_array("productDetails", '\|\s*Product ID:')`;

/** SQL: what stands before a label, and what behind it, at its first place. */
function before(text: string, label: string): string {
  return `split_part(${text}, ', ${label}: ', 1)`;
}
function behind(text: string, label: string): string {
  return `substr(${text}, strpos(${text}, ', ${label}: ') + ${`, ${label}: `.length})`;
}

/**
 * SQL of the fields of "line". Names and variations hold commas, colons and free text: fields are told apart by their
 * literal labels, from the left up to the name, and from the right back to the prices, since a free text can say
 * "Product Unit Price" too.
 */
const FROM_QUANTITY = behind('line', 'Product Qty');
const FROM_SKU = behind('"fromQuantity"', 'Product SKU');
const FROM_NAME = behind('"fromSku"', 'Product Name');
const NAME = ['Product Weight', 'Product Variation Details', 'Product Unit Price'].reduce(
  before,
  '"fromName"',
);
const FROM_PRICE = `string_split(line, ', Product Unit Price: ')[-1]`;

/** SQL of the rows of an order: one for each line of its cell; a file with a row for each product stays as it is. */
function expand(typed: string): string {
  return `WITH parted AS (
      SELECT *, ${DETAILS} AS parts FROM ${typed}
    ), placed AS (
      SELECT * EXCLUDE (parts), unnest(CASE WHEN parts IS NULL THEN [NULL]
        ELSE list_transform(range(1, len(parts) + 1), lambda place: {'place': place, 'line': parts[place]}) END) AS part
      FROM parted
    ), lines AS (
      SELECT * EXCLUDE (part), part.place AS place, part.line AS line FROM placed
    ), quantities AS (
      SELECT *, ${FROM_QUANTITY} AS "fromQuantity", ${FROM_PRICE} AS "fromPrice" FROM lines
    ), skus AS (
      SELECT *, ${FROM_SKU} AS "fromSku" FROM quantities
    ), names AS (
      SELECT *, ${FROM_NAME} AS "fromName" FROM skus
    ), texts AS (
      SELECT * EXCLUDE ("productDetails", line, "fromQuantity", "fromSku", "fromName", "fromPrice"),
        ${before('"fromQuantity"', 'Product SKU')} AS "quantityText", nullif(trim(${before('"fromSku"', 'Product Name')}), '') AS "skuText",
        nullif(trim(${NAME}), '') AS "nameText", ${before('"fromPrice"', 'Product Total Price')} AS "priceText",
        string_split("fromPrice", ', Product Total Price: ')[-1] AS "totalText"
      FROM names
    ), told AS (
      SELECT * EXCLUDE (sku, "productName", quantity, "unitPrice", "totalPrice"),
        coalesce("skuText", sku) AS sku, coalesce("nameText", "productName") AS title,
        coalesce(${looseAmount('"quantityText"')}, quantity) AS quantity, coalesce(${looseAmount('"priceText"')}, "unitPrice") AS "unitPrice",
        coalesce(${looseAmount('"totalText"')}, "totalPrice") AS "totalPrice"
      FROM texts
    ), based AS (
      -- Lines are with or without tax as the shop shows its prices: the subtotal that they add up to says which.
      SELECT *, coalesce("subtotalInc" <> "subtotalEx"
          AND abs(sum(coalesce("totalPrice", ${measuredProduct('quantity', '"unitPrice"')})) OVER (PARTITION BY "orderId") - "subtotalInc")
            < abs(sum(coalesce("totalPrice", ${measuredProduct('quantity', '"unitPrice"')})) OVER (PARTITION BY "orderId") - "subtotalEx"), false) AS "isInc"
      FROM told
    ), summed AS (
      SELECT *, CASE WHEN "isInc" THEN "subtotalInc" ELSE coalesce("subtotalEx", "subtotalInc") END AS subtotal,
        CASE WHEN "isInc" THEN coalesce("shippingInc", "shippingEx") ELSE coalesce("shippingEx", "shippingInc") END AS shipping,
        CASE WHEN "isInc" THEN coalesce("handlingInc", "handlingEx") ELSE coalesce("handlingEx", "handlingInc") END AS handling,
        coalesce("totalInc", "totalEx" + coalesce("taxTotal", 0)) AS total
      FROM based
    )
    SELECT * EXCLUDE (title), ${unescapeHtml('title')} AS title,
      coalesce("couponValue", CASE WHEN "couponDetails" IS NOT NULL THEN greatest(
        subtotal + coalesce(shipping, 0) + coalesce(handling, 0) + CASE WHEN "isInc" THEN 0 ELSE coalesce("taxTotal", 0) END - total, 0) END) AS discount
    FROM summed ORDER BY "row", place`;
}

/**
 * BigCommerce's order export: one row an order, with all of its lines in one cell; or, in templates that say so, one
 * row a product. The shop can edit the template: columns are found by name.
 */
export const bigcommerce: Adapter = {
  id: 'bigcommerce',
  label: 'BigCommerce: Orders → Export',
  table: 'orders',
  columns: {
    orderId: {
      headers: ['Order ID'],
      type: 'text',
      identifier: true,
      required: true,
      personal: true,
    },
    customerId: { headers: ['Customer ID'], type: 'text', personal: true },
    customerEmail: { headers: ['Customer Email'], type: 'text', personal: true },
    customerPhone: { headers: ['Customer Phone'], type: 'text', personal: true },
    billingEmail: { headers: ['Billing Email'], type: 'text', personal: true },
    billingPhone: { headers: ['Billing Phone'], type: 'text', personal: true },
    orderDate: { headers: ['Order Date'], type: 'timestamp', required: true },
    orderTime: {
      headers: ['Order Time'],
      type: 'text',
      pattern: String.raw`\d{1,2}:\d{2}(:\d{2})?( ?[AaPp][Mm])?`,
      expected: 'a time of day such as 13:45:10',
    },
    status: { headers: ['Order Status'], type: 'text' },
    subtotalInc: { headers: ['Subtotal (inc tax)'], type: 'decimal' },
    subtotalEx: { headers: ['Subtotal (ex tax)'], type: 'decimal' },
    taxTotal: { headers: ['Tax Total'], type: 'decimal' },
    shippingInc: { headers: ['Shipping Cost (inc tax)'], type: 'decimal' },
    shippingEx: { headers: ['Shipping Cost (ex tax)'], type: 'decimal' },
    handlingInc: { headers: ['Handling Cost (inc tax)'], type: 'decimal' },
    handlingEx: { headers: ['Handling Cost (ex tax)'], type: 'decimal' },
    totalInc: { headers: ['Order Total (inc tax)'], type: 'decimal' },
    totalEx: { headers: ['Order Total (ex tax)'], type: 'decimal' },
    totalQuantity: { headers: ['Total Quantity'], type: 'decimal' },
    dateShipped: { headers: ['Date Shipped'], type: 'timestamp' },
    shipMethod: { headers: ['Ship Method'], type: 'text' },
    currency: { headers: ['Order Currency Code'], type: 'text' },
    exchangeRate: { headers: ['Exchange Rate'], type: 'number' },
    orderNotes: { headers: ['Order Notes'], type: 'text', personal: true },
    customerMessage: { headers: ['Customer Message'], type: 'text', personal: true },
    productDetails: {
      headers: ['Product Details'],
      type: 'text',
      personal: true,
      holds: () =>
        `len(list_filter(${DETAILS}, lambda line: NOT regexp_matches(line, '${READABLE}'))) = 0`,
      expected:
        'lines such as Product ID: 1, Product Qty: 1, Product SKU: …, Product Name: …, Product Unit Price: …, Product Total Price: …',
    },
    sku: { headers: ['Product SKU'], type: 'text' },
    productName: { headers: ['Product Name'], type: 'text' },
    quantity: { headers: ['Product Qty'], type: 'decimal' },
    unitPrice: { headers: ['Product Unit Price'], type: 'decimal' },
    totalPrice: { headers: ['Product Total Price'], type: 'decimal' },
    couponDetails: {
      headers: ['Coupon Details', 'Coupon Name', 'Coupon Code'],
      type: 'text',
      personal: true,
    },
    couponValue: { headers: ['Coupon Value', 'Coupon Discount'], type: 'decimal' },
    refund: { headers: ['Refund Amount'], type: 'decimal' },
  },
  oneOf: [['totalInc', 'totalEx']],
  otherHeaders: [
    'Customer Name',
    'Payment Method',
    'Tax Rate',
    'Tax Name',
    'Total Shipped',
    ...['Billing', 'Shipping'].flatMap((kind) =>
      [
        'Name',
        'First Name',
        'Last Name',
        'Company',
        'Street 1',
        'Street 2',
        'Suburb',
        'State',
        'State Abbreviation',
        'Zip',
        'Country',
        'Suburb + State + Zip',
        'Phone',
        'Email',
        'Form Fields',
        'Purchase Order #',
        'Accounts Email Address',
      ].map((label) => `${kind} ${label}`),
    ),
    'Product ID',
    'Product Weight',
    'Product Variation Details',
    'Product Index',
    '# Unique Products in Order',
    'Combined Product Weight',
    'Todays Date',
    'Peachtree General Ledger Account',
    'Peachtree Tax Type',
    'Peachtree Accounts Receivable Account',
    'Fee Details',
    'Store Credit Redeemed',
    'Gift Certificate Amount Redeemed',
    'Gift Certificate Code',
    'Gift Certificate Expiration Date',
    'Transaction ID',
    'Order Source',
    'Channel ID',
    'Channel Name',
  ],
  emptyCells: ['00/00/0000', '0000-00-00'],
  ignore: [
    {
      code: 'ignored/draft',
      reason: 'Baskets left at the checkout (Incomplete): no orders',
      where: `lower(status) = 'incomplete'`,
    },
  ],
  group: 'orderId',
  overlap: {
    key: ['orderId'],
    newest: 'orderDate',
    placed: 'orderDate',
    buyer: 'coalesce("customerEmail", "billingEmail")',
    progress: `CASE WHEN lower(status) = 'pending' THEN 0 WHEN lower(status) IN ('awaiting payment', 'declined') THEN 1
      WHEN lower(status) IN ('shipped', 'completed') THEN 3 WHEN lower(status) IN ('cancelled', 'canceled', 'refunded') THEN 4
      ELSE 2 END`,
    states: { begins: '"productDetails" IS NOT NULL', same: 'min("productDetails")' },
  },
  expand,
  select: {
    order: '"orderId"',
    placedAt: `"orderDate" + coalesce(to_seconds(epoch(coalesce(TRY_CAST("orderTime" AS TIME),
      CAST(TRY_STRPTIME(upper(replace("orderTime", ' ', '')), ['%I:%M%p', '%I:%M:%S%p']) AS TIME)))), INTERVAL 0 SECOND)`,
    placedOn: '"orderDate_on"',
    email: 'coalesce("customerEmail", "billingEmail")',
    phone: 'coalesce("customerPhone", "billingPhone")',
    customerId: `nullif("customerId", '0')`,
    sku: 'sku',
    title: 'title',
    quantity: 'CASE WHEN coalesce("totalPrice", "unitPrice") IS NOT NULL THEN quantity END',
    unitPrice: '"unitPrice"',
    lineTotal: '"totalPrice"',
    currency: 'currency',
    channel: `'web'`,
    cancelled: `coalesce(lower(status) IN ('cancelled', 'canceled', 'declined', 'pending'), false)`,
    discountCode: '"couponDetails"',
    giftText: 'concat_ws(chr(10), "orderNotes", "customerMessage")',
    orderDiscount: 'discount',
    orderSubtotal: 'subtotal - coalesce(discount, 0)',
    orderShipping: 'shipping',
    orderTax: '"taxTotal"',
    orderFees: 'handling',
    itemCount: '"totalQuantity"',
    orderRefund: `coalesce(nullif(refund, 0), CASE WHEN lower(status) = 'refunded' THEN total END)`,
    orderTotal: 'total',
    shippedAt: '"dateShipped"',
    carrier: '"shipMethod"',
  },
  notes: [
    {
      code: 'note/cancelled',
      reason: 'Orders that were cancelled or declined',
      where: `lower(status) IN ('cancelled', 'canceled', 'declined')`,
    },
    {
      code: 'note/unpaid',
      reason: 'Orders whose checkout was not completed (Pending): they count as cancelled',
      where: `lower(status) = 'pending'`,
    },
    {
      code: 'note/no-customer',
      reason:
        'Orders without an e-mail, phone or customer id: counted in totals, in nobody’s history',
      where: `coalesce("customerEmail", "billingEmail", "customerPhone", "billingPhone", nullif("customerId", '0')) IS NULL`,
    },
    {
      code: 'note/exchange-rate',
      reason: 'Orders with an exchange rate: their amounts are taken as in the order’s currency',
      where: '"exchangeRate" <> 1',
    },
  ],
};
