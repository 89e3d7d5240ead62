import type { Adapter } from '../adapter.ts';
import { SHIPSTATION_GRID_HEADERS } from './shipstation-headers.ts';
import { SHIPSTATION_PURCHASES } from './shipstation-purchases.ts';

/**
 * ShipStation's grid of orders: totals of the order on each row, items without their prices. Where an order has several
 * items, one row says only how many: "(3 Items)".
 */
export const shipstationOrders: Adapter = {
  ...SHIPSTATION_PURCHASES,
  id: 'shipstation-orders',
  label: 'ShipStation: Orders → Export the grid',
  columns: {
    number: {
      headers: ['Order #'],
      type: 'text',
      identifier: true,
      required: true,
      personal: true,
    },
    orderDate: { headers: ['Order Date'], type: 'timestamp', required: true },
    status: { headers: ['Order Status'], type: 'text' },
    total: { headers: ['Order Total'], type: 'decimal', requiredHeader: true },
    subtotal: { headers: ['Order Subtotal', 'Product Total'], type: 'decimal' },
    tax: { headers: ['Tax Paid'], type: 'decimal' },
    shipping: { headers: ['Shipping Paid'], type: 'decimal' },
    amountPaid: { headers: ['Amount Paid'], type: 'decimal' },
    shippingCost: { headers: ['Shipping Cost'], type: 'decimal' },
    itemCount: { headers: ['Item Count', 'Number of Items'], type: 'decimal' },
    store: { headers: ['Store', 'Store Name'], type: 'text', requiredHeader: true },
    marketplace: { headers: ['Marketplace'], type: 'text' },
    email: { headers: ['Customer Email', 'Email'], type: 'text', personal: true },
    phone: { headers: ['Phone', 'Ship To Phone'], type: 'text', personal: true },
    shippedAt: { headers: ['Ship Date', 'Shipped Date'], type: 'timestamp' },
    carrier: { headers: ['Carrier'], type: 'text' },
    service: { headers: ['Service', 'Requested Service'], type: 'text' },
    itemSku: { headers: ['Item SKU'], type: 'text' },
    itemName: { headers: ['Item Name'], type: 'text' },
    itemQuantity: { headers: ['Quantity', 'Qty'], type: 'decimal' },
    itemPrice: { headers: ['Unit Price', 'Item Price'], type: 'decimal' },
    gift: { headers: ['Gift'], type: 'text' },
    giftMessage: { headers: ['Gift Message'], type: 'text', personal: true },
    buyerNote: { headers: ['Notes', 'Notes From Buyer'], type: 'text', personal: true },
  },
  otherHeaders: [...SHIPSTATION_GRID_HEADERS, 'Ship By', 'Ship By Date'],
  select: {
    ...SHIPSTATION_PURCHASES.select,
    shippedAt: '"shippedAt"',
    carrier: 'coalesce(carrier, service)',
  },
};
