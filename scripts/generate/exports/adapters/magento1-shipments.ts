import type { Adapter } from '../adapter.ts';
import { MAGENTO1_COLUMNS } from './magento1-columns.ts';
import { magento1Table, rowNumber } from './magento1-table.ts';

/** Magento 1's shipments: when a parcel was handed over; nothing was promised, and nobody knows when it came. */
export const magento1Shipments: Adapter = magento1Table(
  'sales_flat_shipment',
  MAGENTO1_COLUMNS.shipments,
  {
    id: 'magento1-shipments',
    label: 'Magento 1: table sales_flat_shipment',
    table: 'shipments',
    columns: {
      entityId: rowNumber('entity_id'),
      orderId: rowNumber('order_id'),
      createdAt: { headers: ['created_at'], type: 'timestamp', required: true },
      status: { headers: ['shipment_status'], type: 'text', requiredHeader: true },
    },
    overlap: { key: ['entityId'], newest: 'createdAt', unique: true },
    select: { order: '"orderId"', shippedAt: '"createdAt"' },
  },
);

/** The tracking numbers of shipments: they say by which carrier. */
export const magento1ShipmentTracks: Adapter = magento1Table(
  'sales_flat_shipment_track',
  MAGENTO1_COLUMNS.shipmentTracks,
  {
    id: 'magento1-shipment-tracks',
    label: 'Magento 1: table sales_flat_shipment_track',
    table: 'shipments',
    columns: {
      entityId: rowNumber('entity_id'),
      orderId: rowNumber('order_id'),
      createdAt: { headers: ['created_at'], type: 'timestamp', required: true },
      trackNumber: { headers: ['track_number', 'number'], type: 'text', personal: true },
      carrier: { headers: ['carrier_code'], type: 'text', requiredHeader: true },
      title: { headers: ['title'], type: 'text' },
    },
    overlap: { key: ['entityId'], newest: 'createdAt', unique: true },
    select: { order: '"orderId"', carrier: 'coalesce(title, carrier)' },
  },
);
