import type { Adapter } from '../adapter.ts';
import { ofLine, sumItemRows } from './item-rows.ts';

/** States are in the language of the seller's pages; the time says it in any, of what had not been sent. */
const CANCELLED = 'cancel|已取消|取消|dibatalkan|đã h(?:ủy|uỷ)|ยกเลิก|storniert|annul|キャンセル';
const IS_CANCELLED = `(regexp_matches(lower(status), '^(${CANCELLED})') OR lower("cancelOrReturn") LIKE 'cancel%'
  OR ("cancelledAt" IS NOT NULL AND "shippedAt" IS NULL))`;

/** Ordered and not paid for; after some days TikTok cancels it. */
const UNPAID =
  'unpaid|未付款|待付款|未支付|belum dibayar|não pago|chưa thanh toán|ยังไม่(?:ได้)?ชำระ|no pagado|sin pagar|unbezahlt|nicht bezahlt|non payé|non pagato|未払い';

/** Amounts that the buyer is charged besides; each row of an order repeats them. */
const FEES = [
  'retailDeliveryFee',
  'smallOrderFee',
  'buyerServiceFee',
  'handlingFee',
  'shippingInsurance',
  'itemInsurance',
];

/**
 * TikTok Shop's order export: one row a product of an order, under a row that describes the columns. Amounts of the
 * order stand in each of its rows. Cells are padded with tabs, and times are California's in the United States. A buyer is known by the
 * user name; phones are masked.
 */
export const tiktokShop: Adapter = {
  id: 'tiktok-shop',
  label: 'TikTok Shop: Seller Center → Orders → Export',
  table: 'orders',
  timeZone: 'America/Los_Angeles',
  timeZoneOf: 'USD',
  columns: {
    orderId: {
      headers: ['Order ID'],
      type: 'text',
      required: true,
      personal: true,
      identifier: true,
    },
    status: { headers: ['Order Status'], type: 'text', requiredHeader: true },
    cancelOrReturn: {
      headers: ['Cancelation/Return Type', 'Cancellation/Return Type'],
      type: 'text',
    },
    skuId: { headers: ['SKU ID'], type: 'text', identifier: true },
    sku: { headers: ['Seller SKU'], type: 'text', requiredHeader: true },
    title: { headers: ['Product Name'], type: 'text' },
    quantity: { headers: ['Quantity'], type: 'decimal', required: true },
    returnedQuantity: { headers: ['Sku Quantity of return'], type: 'decimal' },
    unitPrice: { headers: ['SKU Unit Original Price'], type: 'decimal' },
    beforeDiscount: {
      headers: ['SKU Subtotal Before Discount'],
      type: 'decimal',
      requiredHeader: true,
    },
    platformDiscount: { headers: ['SKU Platform Discount'], type: 'decimal' },
    sellerDiscount: { headers: ['SKU Seller Discount'], type: 'decimal' },
    afterDiscount: { headers: ['SKU Subtotal After Discount'], type: 'decimal' },
    shipping: { headers: ['Shipping Fee After Discount'], type: 'decimal' },
    paymentDiscount: { headers: ['Payment platform discount'], type: 'decimal' },
    retailDeliveryFee: { headers: ['Retail Delivery Fee'], type: 'decimal' },
    smallOrderFee: { headers: ['Small Order Fee'], type: 'decimal' },
    buyerServiceFee: { headers: ['Buyer Service Fee'], type: 'decimal' },
    handlingFee: { headers: ['Handling Fee'], type: 'decimal' },
    shippingInsurance: { headers: ['Shipping Insurance'], type: 'decimal' },
    itemInsurance: { headers: ['Item Insurance'], type: 'decimal' },
    taxes: { headers: ['Taxes'], type: 'decimal' },
    orderAmount: { headers: ['Order Amount'], type: 'decimal' },
    orderRefund: { headers: ['Order Refund Amount'], type: 'decimal' },
    createdAt: { headers: ['Created Time'], type: 'timestamp', required: true },
    shippedAt: { headers: ['Shipped Time'], type: 'timestamp' },
    deliveredAt: { headers: ['Delivered Time'], type: 'timestamp' },
    cancelledAt: { headers: ['Cancelled Time', 'Canceled Time'], type: 'timestamp' },
    cancelReason: { headers: ['Cancel Reason'], type: 'text' },
    carrier: { headers: ['Shipping Provider Name'], type: 'text' },
    buyerMessage: { headers: ['Buyer Message'], type: 'text', personal: true },
    buyer: { headers: ['Buyer Username'], type: 'text', personal: true },
    category: { headers: ['Product Category'], type: 'text' },
    /** Only the config says it, where the amounts are bare. */
    currency: { headers: ['Currency'], type: 'text' },
  },
  otherHeaders: [
    'Order Substatus',
    'Normal or Pre-order',
    'Product ID',
    'Variation',
    'Virtual Bundle Seller SKU',
    'Original Shipping Fee',
    'Shipping Fee Seller Discount',
    'Co-Funded Shipping Fee Discount',
    'Shipping Fee Platform Discount',
    'Distance Shipping Fee',
    'Distance Fee',
    'Paid Time',
    'RTS Time',
    'Cancel By',
    'Fulfillment Type',
    'Warehouse Name',
    'Tracking ID',
    'Delivery Option Type',
    'Delivery Option',
    'Buyer Nickname',
    'Recipient',
    'Phone #',
    'Country',
    'State',
    'Province',
    'City',
    'Regency and City',
    'District',
    'Districts',
    'Commune',
    'Villages',
    'Zipcode',
    'Address Line 1',
    'Address Line 2',
    'Detail Address',
    'Additional address information',
    'Delivery Instruction',
    'Payment Method',
    'Weight(kg)',
    'Package ID',
    'Purchase Channel',
    'Seller Note',
    'Shipping Information',
    'Checked Status',
    'Checked Marked by',
    'Combined Listing',
    'Order Channel',
    'Creator Handle',
    'Tokopedia Invoice Number',
  ],
  ignore: [
    {
      code: 'ignored/description-row',
      reason: 'The row under the header that describes the columns',
      where: String.raw`"row" = 0 AND regexp_matches("orderId", '\pL') AND NOT regexp_matches("orderId", '\d')`,
    },
    {
      code: 'ignored/unpaid',
      reason: 'Orders that nobody has paid yet: the next report brings them when they are',
      where: `regexp_matches(lower(status), '^(${UNPAID})')`,
    },
  ],
  group: 'orderId',
  overlap: { key: ['orderId', 'skuId', 'sku'], newest: 'createdAt' },
  expand: (typed) => sumItemRows(typed, { order: '"orderId"', cancelled: IS_CANCELLED }),
  select: {
    order: '"orderId"',
    placedAt: '"createdAt"',
    placedOn: '"createdAt_on"',
    customerId: `CASE WHEN NOT contains(buyer, '*') THEN buyer END`,
    sku: 'sku',
    title: 'title',
    category: 'category',
    quantity: ofLine('quantity'),
    unitPrice: ofLine('"unitPrice"'),
    lineTotal: ofLine('"beforeDiscount"'),
    discount: ofLine(
      `coalesce("beforeDiscount" - "afterDiscount", abs(coalesce("platformDiscount", 0)) + abs(coalesce("sellerDiscount", 0)))`,
    ),
    currency: 'coalesce("orderAmount_currency", "beforeDiscount_currency", currency)',
    channel: `'tiktok shop'`,
    cancelled: '"orderIsCancelled"',
    giftText: '"buyerMessage"',
    orderDiscount: 'abs("paymentDiscount")',
    orderShipping: 'shipping',
    orderTax: 'taxes',
    orderFees: FEES.map((name) => `coalesce("${name}", 0)`).join(' + '),
    orderRefund: 'abs("orderRefund")',
    orderTotal: '"orderAmount"',
    shippedAt: '"shippedAt"',
    deliveredOn: '"deliveredAt_on"',
    carrier: 'carrier',
  },
  also: [
    {
      table: 'returns',
      where: `"returnedQuantity" > 0 AND NOT coalesce(${IS_CANCELLED}, false)`,
      select: {
        order: '"orderId"',
        sku: 'sku',
        quantity: '"returnedQuantity"',
        // The export does not say when: at the earliest when the parcel was there.
        returnedOn: 'coalesce("deliveredAt_on", "shippedAt_on", "createdAt_on")',
        reason: '"cancelReason"',
        outcome: `CASE WHEN "orderRefund" <> 0 THEN 'refund' END`,
        currency: 'coalesce("orderAmount_currency", "beforeDiscount_currency", currency)',
      },
    },
  ],
  notes: [
    {
      code: 'note/cancelled',
      reason: 'Rows of cancelled orders or of products cancelled out of an order',
      where: `coalesce(${IS_CANCELLED}, false)`,
    },
    {
      code: 'note/no-customer',
      reason: 'Rows without a buyer, or with a masked one: counted in totals, in nobody’s history',
      where: `buyer IS NULL OR contains(buyer, '*')`,
    },
  ],
};
