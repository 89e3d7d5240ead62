import type { Adapter } from '../adapter.ts';
import { saysYes } from '../cells/yes-no.ts';
import { ofLine, sumItemRows } from './item-rows.ts';

const IS_REPLACEMENT = `coalesce(${saysYes('replacement')}, false)`;

const IS_CANCELLED = `coalesce(lower(status) LIKE 'cancel%', false)`;

/** A replacement is sent for nothing, whatever price its row repeats. */
const paid = (amount: string): string => `CASE WHEN ${IS_REPLACEMENT} THEN 0 ELSE ${amount} END`;

/**
 * Walmart's Seller Center order export (PO data): one row a line of a purchase order; an order of a customer may be
 * several purchase orders. Amounts are US dollars and the price that of one piece. The columns from `Update Status` on
 * are a form that the seller fills in and sends back; they are empty. Discounts and refunds are in other reports.
 */
export const walmart: Adapter = {
  id: 'walmart',
  label: 'Walmart: Seller Center → Orders → Download',
  table: 'orders',
  currency: 'USD',
  columns: {
    purchaseOrder: {
      headers: ['PO#'],
      type: 'text',
      required: true,
      personal: true,
      identifier: true,
    },
    orderId: {
      headers: ['Order#'],
      type: 'text',
      required: true,
      personal: true,
      identifier: true,
    },
    orderedAt: { headers: ['Order Date'], type: 'timestamp', required: true },
    promisedOn: { headers: ['Delivery Date'], type: 'date' },
    email: { headers: ['Customer Email ID'], type: 'text', personal: true },
    phone: { headers: ['Customer Phone Number'], type: 'text', personal: true },
    line: { headers: ['Line#'], type: 'text', requiredHeader: true },
    status: { headers: ['Status'], type: 'text', requiredHeader: true },
    title: { headers: ['Item Description'], type: 'text' },
    quantity: { headers: ['Qty'], type: 'decimal', required: true },
    sku: { headers: ['SKU'], type: 'text' },
    itemCost: { headers: ['Item Cost'], type: 'decimal', required: true },
    shippingCost: { headers: ['Shipping Cost'], type: 'decimal' },
    tax: { headers: ['Tax'], type: 'decimal' },
    currency: { headers: ['Currency'], type: 'text' },
    replacement: { headers: ['Replacement Order'], type: 'text' },
  },
  otherHeaders: [
    'Ship By',
    'Customer Name',
    'Customer Shipping Address',
    'Ship to Address 1',
    'Ship to Address 2',
    'City',
    'State',
    'Zip',
    'Segment',
    'FLIDS',
    'UPC',
    'Shipping Method',
    'Shipping Tier',
    'Shipping SLA',
    'Shipping Config SOurce',
    'Update Status',
    'Update Qty',
    'Carrier',
    'Tracking Number',
    'Tracking Url',
    'Seller Order NO',
    'Fulfillment Entity',
    'Original Customer Order Id',
  ],
  group: 'orderId',
  overlap: {
    key: ['purchaseOrder', 'line'],
    newest: 'orderedAt',
    progress: `CAST(${IS_CANCELLED} AS INTEGER)`,
  },
  expand: (typed) =>
    sumItemRows(typed, {
      order: '"orderId"',
      cancelled: IS_CANCELLED,
      sums: { shippingSum: paid('"shippingCost"'), taxSum: paid('tax') },
    }),
  select: {
    order: '"orderId"',
    placedAt: '"orderedAt"',
    placedOn: '"orderedAt_on"',
    email: 'email',
    phone: 'phone',
    sku: 'sku',
    title: 'title',
    quantity: ofLine('quantity'),
    unitPrice: ofLine(paid('"itemCost"')),
    currency: 'currency',
    channel: `'walmart'`,
    // Nobody buys a replacement: who gets one has not come back.
    nonProduct: IS_REPLACEMENT,
    cancelled: '"orderIsCancelled"',
    orderShipping: '"shippingSum"',
    orderTax: '"taxSum"',
    promisedOn: '"promisedOn"',
  },
  notes: [
    {
      code: 'note/cancelled',
      reason: 'Rows of cancelled orders or of lines cancelled out of an order',
      where: IS_CANCELLED,
    },
    {
      code: 'note/replacement',
      reason: 'Rows of replacements, which are sent for nothing: orders, but no purchases',
      where: IS_REPLACEMENT,
    },
  ],
};
