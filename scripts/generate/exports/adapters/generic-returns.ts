import type { Adapter } from '../adapter.ts';

/** returns.csv: one row per returned order line (docs/exports.md). */
export const genericReturns: Adapter = {
  id: 'generic-returns',
  label: 'returns.csv',
  table: 'returns',
  columns: {
    order: { headers: ['order'], type: 'text', required: true, personal: true },
    sku: { headers: ['sku'], type: 'text' },
    quantity: { headers: ['quantity'], type: 'decimal', required: true },
    value: { headers: ['value'], type: 'decimal', required: true },
    returnedOn: { headers: ['returnedOn'], type: 'date', required: true },
    reason: { headers: ['reason'], type: 'text' },
    outcome: { headers: ['outcome'], type: 'text' },
    currency: { headers: ['currency'], type: 'text' },
  },
  select: {
    order: '"order"',
    sku: '"sku"',
    quantity: '"quantity"',
    value: '"value"',
    returnedOn: '"returnedOn"',
    reason: '"reason"',
    outcome: '"outcome"',
    currency: '"currency"',
  },
};
