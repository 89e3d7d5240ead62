import type { Adapter } from '../adapter.ts';

/** "Canceled" in the languages that Magento's own packages translate it to. */
const CANCELLED = [
  'canceled',
  'cancelled',
  'storniert',
  'annulé',
  'annulée',
  'geannuleerd',
  'cancelado',
  'cancelada',
  'annullato',
];

/**
 * The list of orders in Magento 1's administration, exported as CSV: money and times as the administrator reads them, in
 * the shop's zone, and on request a row with the sums. It knows no lines and no customers.
 */
export const magento1AdminGrid: Adapter = {
  id: 'magento1-admin-grid',
  label: 'Magento 1: Sales → Orders → Export CSV',
  table: 'orders',
  platform: 'magento1',
  columns: {
    number: {
      headers: ['Order #'],
      type: 'text',
      required: true,
      identifier: true,
      personal: true,
    },
    purchasedOn: { headers: ['Purchased On'], type: 'timestamp', required: true },
    store: { headers: ['Purchased From (Store)'], type: 'text' },
    baseTotal: { headers: ['G.T. (Base)'], type: 'decimal', required: true },
    currency: { headers: [], type: 'text' },
    status: { headers: ['Status'], type: 'text', requiredHeader: true },
  },
  otherHeaders: ['Bill to Name', 'Ship to Name', 'G.T. (Purchased)'],
  summaries: [
    {
      reason: 'Rows with the sums of the list',
      where: `"purchasedOn" IS NULL AND NOT coalesce(regexp_matches(number, '\\d'), false)`,
      sums: ['baseTotal'],
    },
  ],
  overlap: { key: ['number'], newest: 'purchasedOn', unique: true },
  select: {
    orderName: 'number',
    placedAt: '"purchasedOn"',
    placedOn: '"purchasedOn_on"',
    channel: `trim(regexp_extract(trim(store), '[^\\n\\r\\v]*$'))`,
    currency: 'coalesce("baseTotal_currency", currency)',
    cancelled: `lower(status) IN (${CANCELLED.map((word) => `'${word}'`).join(', ')})`,
    orderTotal: '"baseTotal"',
  },
};
