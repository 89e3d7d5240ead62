import type { Adapter } from '../adapter.ts';
import { isReturnsText, joinComments } from './amazon-fba-comments.ts';

/**
 * Amazon's FBA customer returns: one row a piece that came back, known by the number on its label. A newer report says
 * again what became of it. The day is that of the arrival in the warehouse. What was paid back is in no column, nor
 * whether the buyer got something else instead.
 */
export const amazonFbaReturns: Adapter = {
  id: 'amazon-fba-returns',
  label: 'Amazon: Reports → Fulfilment → FBA customer returns',
  table: 'returns',
  reshape: { recognises: isReturnsText, toTable: joinComments },
  columns: {
    returnedAt: { headers: ['return-date'], type: 'timestamp', required: true },
    orderId: { headers: ['order-id'], type: 'text', required: true, personal: true },
    sku: { headers: ['sku'], type: 'text', requiredHeader: true },
    quantity: { headers: ['quantity'], type: 'decimal', required: true },
    reason: { headers: ['reason'], type: 'text' },
    licensePlate: { headers: ['license-plate-number'], type: 'text', requiredHeader: true },
  },
  otherHeaders: [
    'asin',
    'fnsku',
    'product-name',
    'fulfillment-center-id',
    'detailed-disposition',
    'status',
    'customer-comments',
  ],
  overlap: { key: ['licensePlate'], newest: 'returnedAt', unique: true },
  select: {
    order: '"orderId"',
    sku: 'sku',
    quantity: 'quantity',
    returnedOn: '"returnedAt_on"',
    reason: 'reason',
  },
};
