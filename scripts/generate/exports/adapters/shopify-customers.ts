import type { Adapter } from '../adapter.ts';

/**
 * Shopify's customer export. It has no time and no order: it says who may be written to, and whom a customer id means.
 * Three layouts differ in the names and the order of columns; metafields of the shop are appended.
 */
export const shopifyCustomers: Adapter = {
  id: 'shopify-customers',
  label: 'Shopify: Customers → Export',
  table: 'customers',
  columns: {
    customerId: { headers: ['Customer ID'], type: 'text', identifier: true, personal: true },
    email: { headers: ['Email'], type: 'text', personal: true, requiredHeader: true },
    phone: { headers: ['Phone'], type: 'text', personal: true },
    addressPhone: { headers: ['Default Address Phone'], type: 'text', personal: true },
    acceptsEmail: {
      headers: ['Accepts Email Marketing', 'Accepts Marketing'],
      type: 'boolean',
      requiredHeader: true,
    },
    acceptsSms: { headers: ['Accepts SMS Marketing'], type: 'boolean' },
    totalSpent: { headers: ['Total Spent'], type: 'decimal', requiredHeader: true },
    totalOrders: { headers: ['Total Orders', 'Orders Count'], type: 'integer' },
    /** "Segment (customer.metafields.custom.segment)": known, not read. */
    metafields: {
      headers: [],
      headerPattern: '.*customermetafields.*',
      type: 'text',
      personal: true,
    },
  },
  otherHeaders: [
    'First Name',
    'Last Name',
    ...[
      'Company',
      'Address1',
      'Address2',
      'City',
      'Province',
      'Province Code',
      'Country',
      'Country Code',
      'Zip',
    ].flatMap((label) => [label, `Default Address ${label}`]),
    'Tags',
    'Note',
    'Tax Exempt',
  ],
  select: {
    customerId: '"customerId"',
    email: 'email',
    phone: 'coalesce(phone, "addressPhone")',
    acceptsMarketing: '"acceptsEmail"',
  },
  notes: [
    {
      code: 'note/no-customer',
      reason: 'Customers without an e-mail and a phone: nobody’s orders can be told by them',
      where: 'coalesce(email, phone, "addressPhone") IS NULL',
    },
    {
      code: 'note/no-orders',
      reason: 'Customers who have not bought yet: they are in no figure',
      where: '"totalOrders" = 0',
    },
  ],
};
