import type { Adapter } from '../adapter.ts';

/** returns.csv: one row per returned order line and outcome (docs/exports.md). */
export const genericReturns: Adapter = {
  id: 'generic-returns',
  label: 'returns.csv',
  table: 'returns',
  columns: {
    returnId: { headers: ['returnId'], type: 'text', personal: true },
    order: { headers: ['order'], type: 'text', required: true, personal: true },
    sku: { headers: ['sku'], type: 'text' },
    quantity: { headers: ['quantity'], type: 'decimal', required: true },
    value: { headers: ['value'], type: 'decimal' },
    returnedOn: { headers: ['returnedOn'], type: 'date', required: true },
    reason: { headers: ['reason'], type: 'text' },
    subreason: { headers: ['subreason'], type: 'text' },
    outcome: { headers: ['outcome'], type: 'text' },
    currency: { headers: ['currency'], type: 'text' },
  },
  ignore: [
    {
      code: 'ignored/cancelled-return',
      reason: 'Returns that were cancelled, refused or have expired',
      where: '"rowCancelled"',
      cancels: true,
    },
  ],
  overlap: { key: ['order', 'sku', 'returnedOn'], id: 'returnId', newest: 'returnedOn' },
  select: {
    order: '"order"',
    sku: '"sku"',
    quantity: '"quantity"',
    value: '"value"',
    returnedOn: '"returnedOn"',
    reason: `nullif(concat_ws(' › ', reason, subreason), '')`,
    outcome: '"outcome"',
    currency: 'coalesce(currency, value_currency)',
  },
};
