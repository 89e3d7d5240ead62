import type { Adapter } from '../adapter.ts';

/** abandoned-baskets.csv: one row per basket that somebody left (docs/exports.md); it makes nobody a buyer. */
export const genericAbandonedBaskets: Adapter = {
  id: 'generic-abandoned-baskets',
  label: 'abandoned-baskets.csv',
  table: 'abandoned_baskets',
  columns: {
    basket: { headers: ['basket', 'checkout'], type: 'text', required: true, personal: true },
    abandonedOn: { headers: ['abandonedOn'], type: 'date', required: true },
    recoveredOn: { headers: ['recoveredOn'], type: 'date' },
    email: { headers: ['email'], type: 'text', personal: true },
    phone: { headers: ['phone'], type: 'text', personal: true },
    customerId: { headers: ['customerId'], type: 'text', personal: true },
  },
  oneOf: [['email', 'phone', 'customerId']],
  overlap: { key: ['basket'], newest: 'abandonedOn', unique: true },
  ignore: [
    {
      code: 'ignored/cancelled-basket',
      reason: 'Baskets that the mapping leaves out',
      where: '"rowCancelled"',
      cancels: true,
    },
  ],
  select: {
    basket: 'basket',
    abandonedOn: '"abandonedOn"',
    recoveredOn: '"recoveredOn"',
    email: 'email',
    phone: 'phone',
    customerId: '"customerId"',
  },
};
