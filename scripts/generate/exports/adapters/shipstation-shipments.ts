import type { Adapter } from '../adapter.ts';
import { SHIPSTATION_GRID_HEADERS } from './shipstation-headers.ts';
import { SHIPSTATION_PARCELS } from './shipstation-parcels.ts';

/** ShipStation's grid of shipments: one row a label; columns as the user has the grid. */
export const shipstationShipments: Adapter = {
  ...SHIPSTATION_PARCELS,
  id: 'shipstation-shipments',
  label: 'ShipStation: Shipments → Export the grid',
  columns: {
    order: {
      headers: ['Order #', 'Order Number'],
      type: 'text',
      identifier: true,
      required: true,
      personal: true,
    },
    shippedAt: { headers: ['Ship Date', 'Shipped Date'], type: 'timestamp', requiredHeader: true },
    promisedOn: { headers: ['Ship By', 'Ship By Date'], type: 'date' },
    deliveredOn: { headers: ['Delivery Date', 'Delivered Date'], type: 'date' },
    carrier: { headers: ['Carrier', 'Provider'], type: 'text' },
    service: { headers: ['Service'], type: 'text' },
    shipment: { headers: ['Shipment #'], type: 'text', personal: true },
    tracking: { headers: ['Tracking #', 'Tracking Number'], type: 'text', personal: true },
    shippingCost: { headers: ['Shipping Cost', 'Label Cost', 'Cost'], type: 'decimal' },
    store: { headers: ['Store', 'Store Name'], type: 'text' },
    voided: { headers: ['Voided', 'Void', 'Label Status'], type: 'text' },
    returnLabel: { headers: ['Return Label', 'Is Return'], type: 'text' },
  },
  oneOf: [['shipment', 'tracking']],
  otherHeaders: [
    ...SHIPSTATION_GRID_HEADERS,
    'Order Date',
    'Item SKU',
    'Item Name',
    'Quantity',
    'Order Total',
    'Order Status',
  ],
};
