import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainFiles } from '#generate/exports/plan/explain-file.ts';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const EXPORTS = '../shared/exports';

function sample(path: string): string {
  return readFileSync(`${EXPORTS}/${path}`, 'utf8');
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** A row with the given cells under the columns of a header; other cells are empty. */
function rowUnder(header: string, cells: Record<string, string>): string {
  const names = header
    .trim()
    .split(',')
    .map((name) => name.replaceAll('"', ''));
  return names.map((name) => quoted(cells[name] ?? '')).join(',');
}

/** Figures counted by hand (a spreadsheet, Python's csv and decimal), independently of this reader. */
describe.skipIf(!existsSync(EXPORTS))(
  'readExports() on real exports of shops (skipped where ../shared is missing)',
  () => {
    it('reads WooCommerce’s headers, and its real line under the real header of 24 lines', async () => {
      const folder = 'woocommerce/samples';
      const webtoffee = sample(`${folder}/webtoffee_header_24_line_items.csv`);
      const [cell = ''] = sample(`${folder}/webtoffee_line_item_cell.txt`).split('\n');
      const order = rowUnder(webtoffee, {
        order_id: '31600',
        order_number: '31600',
        order_date: '2025-08-05 11:11:03',
        status: 'processing',
        shipping_total: '3.00',
        order_total: '16.00',
        order_subtotal: '13.00',
        order_currency: 'EUR',
        billing_email: 'reader@example.com',
        line_item_1: cell,
      });
      const config = shopConfig({ currency: 'EUR' });
      const file = `${webtoffee.trimEnd()}\n${order}\n`;
      const { files, engine } = await readFiles({ 'webtoffee.csv': file }, config);
      expect(files.map(({ adapter, rows }) => [adapter, rows.used])).toEqual([
        ['woocommerce-webtoffee', 1],
      ]);
      for (const [name, adapter] of [
        ['algolplus_default_header_v1.csv', 'woocommerce-algolplus'],
        ['analytics_orders_header_core.csv', 'woocommerce-analytics'],
        ['analytics_orders_header_recent.csv', 'woocommerce-analytics'],
      ]) {
        const [explained] = await explainFiles(`${EXPORTS}/${folder}/${name}`, config);
        expect([explained?.adapter, explained?.score]).toEqual([adapter, 1]);
      }
      expect(
        await engine.rows(
          'SELECT title, sku, quantity::INTEGER AS quantity, value::DECIMAL(9,2) AS value, discount::DECIMAL(9,2) AS discount FROM order_lines',
        ),
      ).toEqual([
        {
          title: cell.split('|')[0]?.replace('name:', ''),
          sku: null,
          quantity: 1,
          value: '13.00',
          discount: '0.00',
        },
      ]);
    });

    it.each([
      ['magento1/samples/customer_entity.header.csv', 'magento1-customers'],
      ['magento1/samples/orders_grid_csv.header.csv', 'magento1-admin-grid'],
      ['magento1/samples/sales_flat_creditmemo.header.csv', 'magento1-creditmemos'],
      ['magento1/samples/sales_flat_creditmemo_item.header.csv', 'magento1-creditmemo-items'],
      ['magento1/samples/sales_flat_order.header.csv', 'magento1-orders'],
      ['magento1/samples/sales_flat_order_grid.header.csv', 'magento1-order-grid'],
      ['magento1/samples/sales_flat_order_item.header.csv', 'magento1-order-items'],
      ['magento1/samples/sales_flat_shipment.header.csv', 'magento1-shipments'],
      ['magento1/samples/sales_flat_shipment_track.header.csv', 'magento1-shipment-tracks'],
      ['magento2/samples/customer_listing_header.csv', 'magento2-customers'],
      ['magento2/samples/sales_order_grid_header.csv', 'magento2-order-grid'],
      // What an order costs and who placed it stands in the tables above.
      ['magento1/samples/customer_entity_varchar.header.csv', null],
      ['magento1/samples/sales_flat_order_address.header.csv', null],
      ['magento1/samples/sales_flat_order_payment.header.csv', null],
    ])('takes Magento’s %s for %s', async (file, adapter) => {
      const [explained] = await explainFiles(`${EXPORTS}/${file}`, shopConfig());
      expect(explained?.adapter).toBe(adapter);
      if (adapter !== null) expect(explained?.score).toBe(1);
    });

    it('reads BigCommerce’s order without a header, and its nastiest line under the header of 2022', async () => {
      const folder = 'bigcommerce/samples';
      const header = sample(`${folder}/header_56_columns_2022.csv`);
      const headerless = sample(`${folder}/order_row_2014_noheader.redacted.csv`);
      const nasty = sample(`${folder}/product_details_cell_nasty.txt`).trim();
      const order = rowUnder(header, {
        'Order ID': '500',
        'Order Date': '26/04/2022',
        'Order Status': 'Completed',
        'Subtotal (inc tax)': '296.00',
        'Subtotal (ex tax)': '296.00',
        'Order Total (inc tax)': '296.00',
        'Order Currency Code': 'USD',
        'Product Details': nasty,
      });
      const { files, engine } = await readFiles(
        {
          'headerless.csv': headerless,
          'nasty.csv': `${header.trimEnd()}\n${order}\n`,
        },
        shopConfig({ currency: 'USD' }),
      );
      expect(files.map(({ adapter, rows }) => [adapter, rows.used])).toEqual([
        ['bigcommerce-headerless', 1],
        ['bigcommerce', 1],
      ]);
      expect(
        await engine.rows(
          `SELECT split_part(order_key, ':', 2) AS "order", placed_on::VARCHAR AS placed, gross::DECIMAL(9,2) AS gross,
            shipping::DECIMAL(9,2) AS shipping, total::DECIMAL(9,2) AS total, difference::DECIMAL(9,2) AS difference
          FROM orders ORDER BY 1`,
        ),
      ).toEqual([
        { order: '186', placed: '2014-04-26', gross: '265.50', shipping: '5.00', total: '270.50', difference: '0.00' },
        { order: '500', placed: '2022-04-26', gross: '296.00', shipping: null, total: '296.00', difference: '0.00' },
      ]); // prettier-ignore
      const lines = await engine.rows(
        'SELECT sku, title, value::DECIMAL(9,2) AS value FROM order_lines ORDER BY order_key, line',
      );
      expect(lines.map(({ value }) => value)).toEqual([
        '67.50',
        '65.00',
        '68.00',
        '65.00',
        '296.00',
      ]);
      expect(lines.map(({ sku, title }) => [sku, title])).toEqual(
        [...`${headerless}${nasty}`.matchAll(/Product SKU: ([^,]*), Product Name: ([^,]*),/g)].map(
          ([, sku, title]) => [sku, title],
        ),
      );
    });

    it('reads ShipStation’s orders once, and Shopify’s customers but for the row that was cut', async () => {
      const { files, engine } = await readFiles(
        {
          'customers.csv': sample(
            'shopify-customers/samples/customers_export__Mobeen-Dev.redacted.csv',
          ),
          'shipstation.csv': sample('shipstation/samples/orders_template_export_fixture.csv'),
        },
        shopConfig({ currency: 'USD' }),
      );
      expect(files.map(({ adapter, rows }) => [adapter, rows])).toEqual([
        ['shopify-customers', { in: 4, used: 3, ignored: 0, rejected: 1 }],
        ['shipstation-template-orders', { in: 3, used: 3, ignored: 0, rejected: 0 }],
      ]);
      expect(files[0]?.reasons[0]).toMatchObject({ code: 'row/wrong-columns', rows: 1 });
      // The order of two parcels: 40.00 of goods, 8.00 shipping, 3.00 tax. The total below zero takes an order back.
      expect(
        await engine.rows(
          `SELECT split_part(order_key, ':', 2) AS "order", placed_on::VARCHAR AS placed, cancelled, gross::DECIMAL(9,2) AS gross,
            total::DECIMAL(9,2) AS total, difference::DECIMAL(9,2) AS difference FROM orders ORDER BY 1`,
        ),
      ).toEqual([
        { order: 'Shop A 2001', placed: '2026-05-03', cancelled: false, gross: '40.00', total: '51.00', difference: '0.00' },
        { order: 'Shop A 2002', placed: '2026-05-05', cancelled: true, gross: null, total: null, difference: null },
      ]); // prettier-ignore
    });
  },
);
