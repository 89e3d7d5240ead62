import type { Adapter } from '../adapter.ts';

/** fulfilment-checks.csv: one row per checked parcel (docs/exports.md). */
export const genericFulfilmentChecks: Adapter = {
  id: 'generic-fulfilment-checks',
  label: 'fulfilment-checks.csv',
  table: 'fulfilment_checks',
  columns: {
    order: { headers: ['order'], type: 'text', required: true, personal: true },
    checkedOn: { headers: ['checkedOn'], type: 'date', required: true },
    correct: { headers: ['correct'], type: 'boolean', required: true },
    problem: { headers: ['problem'], type: 'text' },
  },
  overlap: { key: ['order', 'checkedOn'], newest: 'checkedOn' },
  select: {
    order: '"order"',
    checkedOn: '"checkedOn"',
    correct: '"correct"',
    problem: '"problem"',
  },
};
