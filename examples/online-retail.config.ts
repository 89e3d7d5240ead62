import type { PortalConfigInput } from '#core/schemas/portal-config.ts';

/** UCI "Online Retail" (Chen, CC BY 4.0): a British gift-ware web shop, many of its customers are wholesalers. */
const config: PortalConfigInput = {
  dataset: 'online-retail',
  company: { name: 'Online Retail' },
  locale: 'en-GB',
  currency: 'GBP',
  timeZone: 'Europe/London',
  sources: [
    {
      name: 'online-retail',
      files: ['*.csv.gz'],
      table: 'orders',
      columns: {
        order: 'InvoiceNo',
        placedAt: 'InvoiceDate',
        customerId: 'CustomerID',
        sku: 'StockCode',
        title: 'Description',
        quantity: 'Quantity',
        unitPrice: 'UnitPrice',
        channel: { constant: 'web' },
      },
      cancelled: { column: 'InvoiceNo', matches: '^C' },
    },
  ],
  // Postage, carriage, manual entries, samples, discounts, fees, charges, adjustments and gift vouchers.
  nonProducts: ['^(POST|DOT|C2|D|M|m|S|B|CRUK|PADS|AMAZONFEE|BANK CHARGES)$', '^gift_\\d+_\\d+$'],
};

export default config;
