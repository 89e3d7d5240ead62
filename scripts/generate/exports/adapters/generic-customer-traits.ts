import type { Adapter } from '../adapter.ts';

/** customer-traits.csv: one row per customer and trait (docs/exports.md). */
export const genericCustomerTraits: Adapter = {
  id: 'generic-customer-traits',
  label: 'customer-traits.csv',
  table: 'customer_traits',
  columns: {
    customerId: { headers: ['customerId'], type: 'text', personal: true },
    email: { headers: ['email'], type: 'text', personal: true },
    phone: { headers: ['phone'], type: 'text', personal: true },
    trait: { headers: ['trait'], type: 'text', required: true },
    value: { headers: ['value'], type: 'text', requiredHeader: true },
  },
  oneOf: [['email', 'phone', 'customerId']],
  select: {
    customerId: '"customerId"',
    email: 'email',
    phone: 'phone',
    trait: 'trait',
    value:
      "TRY_CAST(CASE WHEN regexp_full_match(value, '-?\\d{1,14}(\\.\\d{1,4})?') THEN value END AS DECIMAL(18,4))",
    text: 'value',
  },
};
