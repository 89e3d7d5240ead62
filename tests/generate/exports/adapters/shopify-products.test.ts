import { expect, it } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';

const PRODUCTS = [
  'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Price,Variant Requires Shipping,Image Src,Image Position,Gift Card,SEO Title,Cost per item,Status',
  `slim-jeans,Slim Jeans,"<p>Two lines,
and a comma</p>",Acme,Apparel & Accessories > Clothing > Pants,Jeans,"a, b",true,Size,32,J-32,500,59.90,true,https://example.com/1.jpg,1,false,,20.50,active`,
  'slim-jeans,,,,,,,,,34,J-34,500,59.90,true,https://example.com/2.jpg,2,,,21.00,',
  'slim-jeans,,,,,,,,,,,,,,https://example.com/3.jpg,3,,,,',
  'mug,Mug,,Bee,Home & Garden > Kitchen & Dining > Mugs,,,true,Title,Default Title,M-1,300,9.00,true,,,false,,,active',
  // Neither: the product has no category.
  'card,Card,,Bee,,,,true,Title,Default Title,C-1,10,2.00,true,,,false,,,draft',
  'voucher,Voucher,,Bee,,Vouchers,,true,Title,Default Title,,0,25.00,false,,,true,,,active',
  '',
].join('\n');

const NEWER = [
  'Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Price,Cost per item,Charge tax',
  'Scarf,scarf,,Acme,,Accessories,,true,Active,S-1,,Title,Default Title,20.00,8.00,true',
  '',
].join('\n');

it('shopify-products gives each sku its category, vendor and cost; variants take them from their product', async () => {
  const { files, engine } = await readFiles(
    {
      'products_export_1.csv': PRODUCTS,
      'products_new.csv': NEWER,
      'orders.csv': ordersCsv('1,2026-03-01,ann@example.com,J-34,Slim Jeans,1,59.90'),
    },
    shopConfig({ currency: 'GBP' }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows])).toEqual([
    ['generic-orders', { in: 1, used: 1, ignored: 0, rejected: 0 }],
    ['shopify-products', { in: 6, used: 4, ignored: 2, rejected: 0 }],
    ['shopify-products', { in: 1, used: 1, ignored: 0, rejected: 0 }],
  ]);
  const products = await engine.rows(
    'SELECT sku, title, category, brand, cost::DECIMAL(9,2)::VARCHAR AS cost FROM products ORDER BY sku',
  );
  expect(products).toEqual([
    { sku: 'C-1', title: 'Card', category: null, brand: 'Bee', cost: null },
    { sku: 'J-32', title: 'Slim Jeans', category: 'Jeans', brand: 'Acme', cost: '20.50' },
    { sku: 'J-34', title: 'Slim Jeans', category: 'Jeans', brand: 'Acme', cost: '21.00' },
    { sku: 'M-1', title: 'Mug', category: 'Mugs', brand: 'Bee', cost: null },
    { sku: 'S-1', title: 'Scarf', category: 'Accessories', brand: 'Acme', cost: '8.00' },
  ]);
  expect(await engine.rows('SELECT category FROM order_lines')).toEqual([{ category: 'Jeans' }]);
});
