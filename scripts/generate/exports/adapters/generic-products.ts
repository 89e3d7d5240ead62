import type { Adapter } from '../adapter.ts';

/** products.csv: what a sku is (docs/exports.md). */
export const genericProducts: Adapter = {
  id: 'generic-products',
  label: 'products.csv',
  table: 'products',
  columns: {
    sku: { headers: ['sku'], type: 'text', required: true },
    title: { headers: ['title'], type: 'text' },
    category: { headers: ['category'], type: 'text' },
    brand: { headers: ['brand'], type: 'text' },
    cost: { headers: ['cost'], type: 'decimal' },
    currency: { headers: ['currency'], type: 'text' },
  },
  // A list of stock has a sku too: it says nothing of the product.
  oneOf: [['title', 'category', 'brand', 'cost']],
  select: {
    sku: '"sku"',
    title: '"title"',
    category: '"category"',
    brand: '"brand"',
    cost: '"cost"',
    currency: 'coalesce(currency, cost_currency)',
  },
};
