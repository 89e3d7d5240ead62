import type { Adapter } from '../adapter.ts';
import { sameRowsNote } from './same-rows.ts';

const COLUMNS: Adapter['columns'] = {
  order: { headers: ['order'], type: 'text', required: true, personal: true },
  placedAt: { headers: ['placedAt'], type: 'timestamp', required: true },
  email: { headers: ['email'], type: 'text', personal: true },
  phone: { headers: ['phone'], type: 'text', personal: true },
  country: { headers: ['country'], type: 'text' },
  customerId: { headers: ['customerId'], type: 'text', personal: true },
  sku: { headers: ['sku'], type: 'text' },
  title: { headers: ['title'], type: 'text' },
  quantity: { headers: ['quantity'], type: 'decimal', required: true },
  unitPrice: { headers: ['unitPrice'], type: 'decimal' },
  lineTotal: { headers: ['lineTotal'], type: 'decimal' },
  discount: { headers: ['discount'], type: 'decimal' },
  currency: { headers: ['currency'], type: 'text' },
  channel: { headers: ['channel'], type: 'text' },
  cancelled: { headers: ['cancelled'], type: 'boolean' },
  gift: { headers: ['gift'], type: 'boolean' },
  discountCode: { headers: ['discountCode'], type: 'text', personal: true },
  category: { headers: ['category'], type: 'text' },
  brand: { headers: ['brand'], type: 'text' },
  orderShipping: { headers: ['orderShipping'], type: 'decimal' },
  orderTax: { headers: ['orderTax'], type: 'decimal' },
  orderRefund: { headers: ['orderRefund'], type: 'decimal' },
};

const IS_CANCELLED = 'coalesce(cancelled, false) OR "rowCancelled"';

/** orders.csv: one row per order line (docs/exports.md). */
export const genericOrders: Adapter = {
  id: 'generic-orders',
  label: 'orders.csv',
  table: 'orders',
  columns: COLUMNS,
  oneOf: [['unitPrice', 'lineTotal']],
  group: 'order',
  overlap: {
    key: ['order'],
    newest: 'placedAt',
    placed: 'placedAt',
    progress: `CAST(${IS_CANCELLED} AS INTEGER)`,
  },
  select: {
    order: '"order"',
    placedAt: '"placedAt"',
    placedOn: '"placedAt_on"',
    email: 'email',
    phone: 'phone',
    country: 'country',
    customerId: '"customerId"',
    sku: 'sku',
    title: 'title',
    quantity: 'quantity',
    unitPrice: '"unitPrice"',
    lineTotal: '"lineTotal"',
    discount: 'discount',
    currency: `coalesce(currency, "unitPrice_currency", "lineTotal_currency")`,
    channel: 'channel',
    cancelled: IS_CANCELLED,
    gift: 'gift',
    discountCode: '"discountCode"',
    category: 'category',
    brand: 'brand',
    nonProduct: '"rowNonProduct"',
    orderShipping: '"orderShipping"',
    orderTax: '"orderTax"',
    orderRefund: '"orderRefund"',
  },
  notes: [
    sameRowsNote(COLUMNS),
    {
      code: 'note/several-days',
      reason:
        'Rows of orders that hold rows of several days: they count as one, of the first day (is a number given out again?)',
      where: `"order" IN (
        SELECT "order" FROM typed GROUP BY "order" HAVING max("placedAt") - min("placedAt") > INTERVAL 36 HOUR
      )`,
    },
    {
      code: 'note/no-customer',
      reason:
        'Rows without an e-mail, phone or customer id: counted in totals, in nobody’s history',
      where: 'email IS NULL AND phone IS NULL AND "customerId" IS NULL',
    },
    {
      code: 'note/cancelled',
      reason: 'Rows of cancelled orders or cancellations',
      where: 'cancelled OR "rowCancelled"',
    },
    {
      code: 'note/not-positive-quantity',
      reason: 'Rows with a quantity of zero or below',
      where: 'quantity <= 0',
    },
    {
      code: 'note/not-positive-price',
      reason: 'Rows with a price of zero or below',
      where: 'coalesce("unitPrice", "lineTotal") <= 0',
    },
  ],
};
