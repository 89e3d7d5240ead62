import type { PortalConfigInput } from '#core/schemas/portal-config.ts';

/** CDNOW purchases 1997–98 (Fader & Hardie): one row per purchase, fixed width, no order numbers. */
const config: PortalConfigInput = {
  dataset: 'cdnow',
  company: { name: 'CDNOW' },
  locale: 'en-US',
  currency: 'USD',
  timeZone: 'America/New_York',
  sources: [
    {
      name: 'cdnow',
      files: ['CDNOW_master.txt'],
      table: 'orders',
      fixedWidth: [
        { name: 'customer_id', start: 1, length: 6 },
        { name: 'date', start: 8, length: 8 },
        { name: 'number_of_cds', start: 16, length: 3 },
        { name: 'dollar_value', start: 19, length: 8 },
      ],
      headerLine: 1,
      columns: {
        order: { rowNumber: true },
        placedAt: 'date',
        customerId: 'customer_id',
        quantity: 'number_of_cds',
        lineTotal: 'dollar_value',
        channel: { constant: 'web' },
        sku: { constant: 'CD' },
        category: { constant: 'CDs' },
      },
      dateFormat: '%Y%m%d',
    },
  ],
  // The folder's other files are extracts of the master file.
  ignoreFiles: ['CDNOW_sample.txt', 'cdnow_customers_summary.csv'],
  // Published as 11,516 of 23,570 customers within 18 months.
  kpis: { repeatPurchaseMonths: 18 },
};

export default config;
