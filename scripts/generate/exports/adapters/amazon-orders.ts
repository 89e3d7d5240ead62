import type { Adapter } from '../adapter.ts';
import { saysYes } from '../cells/yes-no.ts';
import { sameRowsNote } from './same-rows.ts';
import {
  AMAZON_ITEM_COLUMNS,
  AMAZON_MONEY,
  sentByMerchant,
  withOrderSums,
} from './amazon-items.ts';
import { ofLine } from './item-rows.ts';

const IS_FROM_OTHER_SHOP = `coalesce(lower("salesChannel") LIKE 'non-amazon%', false)`;

const IS_REPLACEMENT = `coalesce(${saysYes('replacement')}, false)`;

const COLUMNS: Adapter['columns'] = {
  orderId: { headers: ['amazon-order-id'], type: 'text', required: true, personal: true },
  merchantOrderId: { headers: ['merchant-order-id'], type: 'text', personal: true },
  purchasedAt: { headers: ['purchase-date'], type: 'timestamp', required: true },
  updatedAt: { headers: ['last-updated-date'], type: 'timestamp' },
  orderStatus: { headers: ['order-status'], type: 'text', requiredHeader: true },
  fulfilmentChannel: { headers: ['fulfillment-channel'], type: 'text' },
  salesChannel: { headers: ['sales-channel'], type: 'text' },
  itemStatus: { headers: ['item-status'], type: 'text' },
  quantity: { headers: ['quantity'], type: 'decimal', requiredHeader: true },
  replacement: { headers: ['is-replacement-order'], type: 'text' },
  ...AMAZON_ITEM_COLUMNS,
};

/**
 * Amazon's all-orders flat file, by order date or by last update: one row an item, tab-separated, without quotes. Two
 * items of an order may be identical, there is no item number. It knows no buyer. Orders of the shop's own that Amazon
 * only sends out are in it too, as sales channel "Non-Amazon".
 */
export const amazonOrders: Adapter = {
  id: 'amazon-orders',
  label: 'Amazon: Reports → Fulfilment → All Orders',
  table: 'orders',
  quotes: false,
  columns: COLUMNS,
  otherHeaders: [
    'order-channel',
    'url',
    'ship-service-level',
    'asin',
    'ship-city',
    'ship-state',
    'ship-postal-code',
    'ship-country',
    'promotion-ids',
    'is-business-order',
    'purchase-order-number',
    'price-designation',
    'is-exchange-line-item',
    'is-exchange-order',
    'original-order-id',
    'is-transparency',
    'signature-confirmation-recommended',
    'fulfilled-by',
    'buyer-company-name',
    'customized-url',
    'customized-page',
    'licensee-name',
    'license-number',
    'license-state',
    'license-expiration-date',
    'is-amazon-invoiced',
    'vat-exclusive-item-price',
    'vat-exclusive-shipping-price',
    'vat-exclusive-giftwrap-price',
    'ioss-number',
    'is-sold-by-ab',
    'is-iba',
  ],
  ignore: [
    {
      code: 'ignored/pending',
      reason: 'Pending orders without a price: the next report brings them with it',
      where: `lower("orderStatus") LIKE 'pending%' AND "itemPrice" IS NULL`,
    },
  ],
  group: 'orderId',
  overlap: { key: ['orderId', 'sku'], newest: 'updatedAt' },
  expand: (typed) =>
    withOrderSums(
      typed,
      '"orderId"',
      `lower("orderStatus") LIKE 'cancel%' OR lower("itemStatus") LIKE 'cancel%'`,
    ),
  select: {
    order: '"orderId"',
    otherNumbers: `CASE WHEN ${IS_FROM_OTHER_SHOP} THEN "merchantOrderId" END`,
    placedAt: '"purchasedAt"',
    placedOn: '"purchasedAt_on"',
    sku: 'sku',
    title: 'title',
    quantity: ofLine('quantity'),
    channel: `coalesce(lower("salesChannel"), 'amazon')`,
    sender: sentByMerchant('"fulfilmentChannel"'),
    cancelled: '"orderIsCancelled"',
    // Nobody buys a replacement.
    nonProduct: IS_REPLACEMENT,
    ...AMAZON_MONEY,
  },
  notes: [
    sameRowsNote(COLUMNS),
    {
      code: 'note/no-customer',
      reason: 'Rows of buyers that Amazon does not name: counted in totals, in nobody’s history',
      where: 'true',
    },
    {
      code: 'note/cancelled',
      reason: 'Rows of cancelled orders or of items cancelled out of an order',
      where: `coalesce(lower("orderStatus") LIKE 'cancel%' OR lower("itemStatus") LIKE 'cancel%', false)`,
    },
    {
      code: 'note/replacement',
      reason: 'Rows of replacements, which are sent for nothing: orders, but no purchases',
      where: IS_REPLACEMENT,
    },
    {
      code: 'note/other-shop',
      reason: 'Rows of orders from other shops that Amazon only sends out (Non-Amazon)',
      where: IS_FROM_OTHER_SHOP,
    },
  ],
};
