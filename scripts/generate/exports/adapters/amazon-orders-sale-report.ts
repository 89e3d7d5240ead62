import type { Adapter } from '../adapter.ts';
import { sentByMerchant } from './amazon-items.ts';
import { ofLine, sumItemRows } from './item-rows.ts';

const IS_CANCELLED = `lower(status) LIKE 'cancel%'`;

/**
 * "Amazon Sale Report": the all-orders report of an Indian seller as it is handed on as a data set (Kaggle), with a
 * category and without taxes and shipping. `Amount` is the line's; a cancelled line has the quantity 0 and its amount.
 */
export const amazonOrdersSaleReport: Adapter = {
  id: 'amazon-orders-sale-report',
  label: 'Amazon: Sale Report (data set)',
  table: 'orders',
  dateOrder: 'mdy',
  columns: {
    orderId: { headers: ['Order ID'], type: 'text', required: true, personal: true },
    purchasedAt: { headers: ['Date'], type: 'timestamp', required: true },
    status: { headers: ['Status'], type: 'text', requiredHeader: true },
    fulfilment: { headers: ['Fulfilment'], type: 'text' },
    salesChannel: { headers: ['Sales Channel'], type: 'text' },
    sku: { headers: ['SKU'], type: 'text' },
    category: { headers: ['Category'], type: 'text' },
    quantity: { headers: ['Qty'], type: 'decimal', required: true },
    currency: { headers: ['currency'], type: 'text' },
    amount: { headers: ['Amount'], type: 'decimal', requiredHeader: true },
  },
  otherHeaders: [
    'index',
    'ship-service-level',
    'Style',
    'Size',
    'ASIN',
    'Courier Status',
    'ship-city',
    'ship-state',
    'ship-postal-code',
    'ship-country',
    'promotion-ids',
    'B2B',
    'fulfilled-by',
    'Unnamed: 22',
    'New',
    'PendingS',
  ],
  group: 'orderId',
  overlap: { key: ['orderId', 'sku'], newest: 'purchasedAt' },
  expand: (typed) => sumItemRows(typed, { order: '"orderId"', cancelled: IS_CANCELLED }),
  select: {
    order: '"orderId"',
    placedAt: '"purchasedAt"',
    placedOn: '"purchasedAt_on"',
    sku: 'sku',
    category: 'category',
    quantity: ofLine('quantity'),
    lineTotal: ofLine('coalesce(amount, 0)'),
    currency: 'currency',
    channel: `coalesce(lower("salesChannel"), 'amazon')`,
    sender: sentByMerchant('fulfilment'),
    cancelled: '"orderIsCancelled"',
  },
  notes: [
    {
      code: 'note/no-customer',
      reason: 'Rows of buyers that Amazon does not name: counted in totals, in nobody’s history',
      where: 'true',
    },
    {
      code: 'note/cancelled',
      reason: 'Rows of cancelled orders or of items cancelled out of an order',
      where: IS_CANCELLED,
    },
    {
      code: 'note/no-amount',
      reason: 'Rows without an amount, mostly cancelled: counted as zero',
      where: 'amount IS NULL',
    },
  ],
};
