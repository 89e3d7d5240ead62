import type { Adapter } from '../adapter.ts';
import { SHIPSTATION_TEMPLATE_HEADERS } from './shipstation-headers.ts';
import { SHIPSTATION_PARCELS } from './shipstation-parcels.ts';

/**
 * A custom export of ShipStation with the day of shipping: one row a parcel, or one for each item in it. The user picks
 * the columns; what an order cost is the shop's own export to say.
 */
export const shipstationTemplate: Adapter = {
  ...SHIPSTATION_PARCELS,
  id: 'shipstation-template',
  label: 'ShipStation: Orders or Shipments → Export, custom template with Date - Shipped Date',
  columns: {
    order: {
      headers: ['Order - Number'],
      type: 'text',
      identifier: true,
      required: true,
      personal: true,
    },
    shippedAt: {
      headers: ['Date - Shipped Date', 'Date - Ship Date'],
      type: 'timestamp',
      requiredHeader: true,
    },
    promisedOn: { headers: ['Date - Ship By Date'], type: 'date' },
    deliveredOn: { headers: ['Delivery - Date'], type: 'date' },
    carrier: {
      headers: [
        'Carrier - Name',
        'Carrier - Carrier Selected',
        'Shipment - Carrier',
        'Carrier - Provider',
      ],
      type: 'text',
    },
    service: {
      headers: ['Carrier - Service Selected', 'Shipment - Service', 'Carrier - Service Requested'],
      type: 'text',
    },
    tracking: {
      headers: ['Shipment - Tracking Number', 'Tracking Number'],
      type: 'text',
      personal: true,
    },
    shippingCost: { headers: ['Amount - Shipping Cost'], type: 'decimal' },
    store: { headers: ['Market - Store Name'], type: 'text' },
    voided: { headers: ['Shipment - Void Flag'], type: 'text' },
    returnLabel: { headers: ['Return - Return Label Flag'], type: 'text' },
  },
  otherHeaders: [
    ...SHIPSTATION_TEMPLATE_HEADERS,
    'Date - Order Date',
    'Amount - Order Total',
    'Amount - Order Subtotal',
    'Amount - Order Tax',
    'Amount - Order Shipping',
    'Market - Markeplace Name',
    'Market - Marketplace Name',
    'Customer Email',
    'Customer - Email',
    'Ship To - Phone',
    'Item - SKU',
    'Item - Name',
    'Item - Qty',
    'Item - Price',
  ],
};
