import type { Adapter } from '../adapter.ts';
import { MAGENTO1_COLUMNS } from './magento1-columns.ts';
import { magento1Table } from './magento1-table.ts';

/** Magento 1's accounts: whom a customer id means. Names are in tables of their own and are not read. */
export const magento1Customers: Adapter = magento1Table(
  'customer_entity',
  MAGENTO1_COLUMNS.customers,
  {
    id: 'magento1-customers',
    label: 'Magento 1: table customer_entity',
    table: 'customers',
    columns: {
      entityId: {
        headers: ['entity_id'],
        type: 'text',
        required: true,
        pattern: '\\d+',
        personal: true,
      },
      email: { headers: ['email'], type: 'text', requiredHeader: true, personal: true },
      createdAt: { headers: ['created_at'], type: 'timestamp', required: true },
      updatedAt: { headers: ['updated_at'], type: 'timestamp', requiredHeader: true },
      attributeSet: { headers: ['attribute_set_id'], type: 'text', requiredHeader: true },
    },
    overlap: { key: ['entityId'], newest: 'createdAt', unique: true },
    select: { customerId: '"entityId"', email: 'email', createdOn: '"createdAt_on"' },
  },
);
