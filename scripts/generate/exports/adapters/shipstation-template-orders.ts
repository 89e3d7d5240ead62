import type { Adapter } from '../adapter.ts';
import { SHIPSTATION_TEMPLATE_HEADERS } from './shipstation-headers.ts';
import { SHIPSTATION_PURCHASES } from './shipstation-purchases.ts';

/**
 * A custom export of ShipStation without the day of shipping: what its orders cost, one row an order or one an item. It
 * does not know the columns of shipping, so that a file that has them is one of shipments.
 */
export const shipstationTemplateOrders: Adapter = {
  ...SHIPSTATION_PURCHASES,
  id: 'shipstation-template-orders',
  label: 'ShipStation: Orders → Export, custom template without Date - Shipped Date',
  columns: {
    number: {
      headers: ['Order - Number'],
      type: 'text',
      identifier: true,
      required: true,
      personal: true,
    },
    orderDate: { headers: ['Date - Order Date'], type: 'timestamp', required: true },
    status: { headers: ['Order - Status'], type: 'text' },
    total: { headers: ['Amount - Order Total'], type: 'decimal', requiredHeader: true },
    subtotal: { headers: ['Amount - Order Subtotal'], type: 'decimal' },
    tax: { headers: ['Amount - Order Tax'], type: 'decimal' },
    shipping: { headers: ['Amount - Order Shipping'], type: 'decimal' },
    shippingCost: { headers: ['Amount - Shipping Cost'], type: 'decimal' },
    itemCount: { headers: ['Count - Number of Items'], type: 'decimal' },
    store: { headers: ['Market - Store Name'], type: 'text' },
    marketplace: {
      headers: ['Market - Markeplace Name', 'Market - Marketplace Name'],
      type: 'text',
    },
    email: { headers: ['Customer Email', 'Customer - Email'], type: 'text', personal: true },
    phone: { headers: ['Ship To - Phone'], type: 'text', personal: true },
    itemSku: { headers: ['Item - SKU'], type: 'text' },
    itemName: { headers: ['Item - Name'], type: 'text' },
    itemQuantity: { headers: ['Item - Qty'], type: 'decimal' },
    itemPrice: { headers: ['Item - Price'], type: 'decimal' },
    gift: { headers: ['Gift - Flag', 'Order - Gift'], type: 'text' },
    giftMessage: { headers: ['Gift - Message'], type: 'text', personal: true },
    buyerNote: { headers: ['Notes - From Buyer'], type: 'text', personal: true },
  },
  otherHeaders: SHIPSTATION_TEMPLATE_HEADERS,
};
