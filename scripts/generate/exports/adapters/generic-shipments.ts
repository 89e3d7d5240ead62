import type { Adapter } from '../adapter.ts';

/** shipments.csv: one row per parcel (docs/exports.md). */
export const genericShipments: Adapter = {
  id: 'generic-shipments',
  label: 'shipments.csv',
  table: 'shipments',
  columns: {
    order: { headers: ['order'], type: 'text', required: true, personal: true },
    shippedAt: { headers: ['shippedAt'], type: 'timestamp', required: true },
    promisedOn: { headers: ['promisedOn'], type: 'date' },
    deliveredOn: { headers: ['deliveredOn'], type: 'date' },
    carrier: { headers: ['carrier'], type: 'text' },
  },
  overlap: { key: ['order', 'shippedAt', 'carrier'], newest: 'shippedAt' },
  select: {
    order: '"order"',
    shippedAt: '"shippedAt"',
    promisedOn: '"promisedOn"',
    deliveredOn: '"deliveredOn"',
    carrier: '"carrier"',
  },
};
