import type { Adapter } from '../adapter.ts';

/** customers.csv: consent, and which id is which e-mail (docs/exports.md); it makes nobody a buyer. */
export const genericCustomers: Adapter = {
  id: 'generic-customers',
  label: 'customers.csv',
  table: 'customers',
  columns: {
    customerId: { headers: ['customerId'], type: 'text', personal: true },
    email: { headers: ['email'], type: 'text', personal: true },
    phone: { headers: ['phone'], type: 'text', personal: true },
    acceptsMarketing: { headers: ['acceptsMarketing'], type: 'boolean' },
    createdOn: { headers: ['createdOn'], type: 'date' },
  },
  oneOf: [['email', 'phone', 'customerId']],
  select: {
    customerId: '"customerId"',
    email: 'email',
    phone: 'phone',
    acceptsMarketing: '"acceptsMarketing"',
    createdOn: '"createdOn"',
  },
};
