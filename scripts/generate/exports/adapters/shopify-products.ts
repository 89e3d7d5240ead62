import type { Adapter } from '../adapter.ts';

/** What the first row of a product says for its further variants, too. */
const OF_PRODUCT = ['title', 'vendor', 'type', 'standardCategory'] as const;

/** The last part of Shopify's own path: "Apparel & Accessories > Clothing > Shirts". */
const STANDARD_CATEGORY = `trim(string_split("standardCategory", '>')[-1])`;

/**
 * Shopify's products: a row a variant, the first of a product with its title, vendor and type; further rows are further
 * pictures. The shop's own type is the category, else Shopify's.
 */
export const shopifyProducts: Adapter = {
  id: 'shopify-products',
  label: 'Shopify: Products → Export',
  table: 'products',
  columns: {
    handle: { headers: ['Handle', 'URL handle'], type: 'text', required: true },
    title: { headers: ['Title'], type: 'text', requiredHeader: true },
    vendor: { headers: ['Vendor'], type: 'text' },
    type: { headers: ['Type', 'Custom Product Type'], type: 'text' },
    standardCategory: {
      headers: ['Product Category', 'Standardized Product Type', 'Standard Product Type'],
      type: 'text',
    },
    sku: { headers: ['Variant SKU', 'SKU'], type: 'text', requiredHeader: true, identifier: true },
    cost: { headers: ['Cost per item'], type: 'decimal' },
  },
  otherHeaders: [
    ...['Body (HTML)', 'Description', 'Tags', 'Published', 'Published on online store', 'Status'],
    ...['Option1 Name', 'Option1 Value', 'Option1 Linked To'],
    ...['Option2 Name', 'Option2 Value', 'Option2 Linked To'],
    ...['Option3 Name', 'Option3 Value', 'Option3 Linked To'],
    ...['Variant Grams', 'Variant Inventory Tracker', 'Variant Inventory Qty'],
    ...['Variant Inventory Policy', 'Variant Fulfillment Service', 'Variant Price'],
    ...['Variant Compare At Price', 'Variant Requires Shipping', 'Variant Taxable'],
    ...['Variant Barcode', 'Variant Image', 'Variant Weight Unit', 'Variant Tax Code'],
    ...['Barcode', 'Price', 'Compare-at price', 'Charge tax', 'Tax code', 'Inventory tracker'],
    ...['Inventory quantity', 'Continue selling when out of stock', 'Weight value (grams)'],
    ...['Weight unit for display', 'Requires shipping', 'Fulfillment service'],
    ...['Image Src', 'Image Position', 'Image Alt Text', 'Product image URL', 'Image alt text'],
    ...['Variant image URL', 'Gift Card', 'SEO Title', 'SEO Description', 'Collection'],
    ...['Google Shopping / Google Product Category', 'Google Shopping / Gender'],
    ...['Google Shopping / Age Group', 'Google Shopping / MPN', 'Google Shopping / Condition'],
    ...['Google Shopping / Custom Product', 'Google Shopping / AdWords Grouping'],
    ...['Google Shopping / AdWords Labels', 'Google Shopping / Custom Label 0'],
    ...['Google Shopping / Custom Label 1', 'Google Shopping / Custom Label 2'],
    ...['Google Shopping / Custom Label 3', 'Google Shopping / Custom Label 4'],
  ],
  without: {
    type: 'There is no column "Type": the category is Shopify’s own, where it is filled',
  },
  ignore: [
    {
      code: 'ignored/no-sku',
      reason: 'Rows without a sku: further pictures, and variants that no order can name',
      where: 'sku IS NULL',
    },
  ],
  expand: (typed) => `
SELECT t.* EXCLUDE (${OF_PRODUCT.map((name) => `"${name}"`).join(', ')}),
  ${OF_PRODUCT.map((name) => `max(t."${name}") OVER (PARTITION BY handle) AS "${name}"`).join(', ')}
FROM ${typed} t`,
  select: {
    sku: 'sku',
    title: 'title',
    category: `coalesce("type", nullif(${STANDARD_CATEGORY}, ''))`,
    brand: 'vendor',
    cost: 'cost',
  },
};
