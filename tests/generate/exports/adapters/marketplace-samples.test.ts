import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const EXPORTS = '../shared/exports';

/** Counted by hand (a spreadsheet, Python's csv and decimal), independently of this reader; amounts are not converted. */
const ORDERS = [
  {
    file: 'amazon-orders/samples/all_orders_flat_file.redacted.txt',
    adapter: 'amazon-orders',
    rows: { in: 2, used: 2, ignored: 0, rejected: 0 },
    // The second order's only item is cancelled.
    sums: { orders: 2, cancelled: 1, customers: 0, lines: 2, pieces: 2, gross: '97.44', shipping: null, tax: '0.00', total: '97.44', shipments: 0 },
  },
  {
    file: 'amazon-orders/samples/order_report_mfn__yomajo.txt',
    adapter: 'amazon-orders-mfn',
    rows: { in: 1, used: 1, ignored: 0, rejected: 0 },
    // The tax of 1.84 + 0.17 lies inside 10.59 + 1.00.
    sums: { orders: 1, cancelled: 0, customers: 0, lines: 1, pieces: 1, gross: '10.59', shipping: '1.00', tax: '2.01', total: '11.59', shipments: 0 },
  },
  {
    file: 'amazon-orders/samples/amazon_sale_report_kaggle_derivative.csv',
    adapter: 'amazon-orders-sale-report',
    rows: { in: 9, used: 9, ignored: 0, rejected: 0 },
    sums: { orders: 9, cancelled: 3, customers: 0, lines: 9, pieces: 6, gross: '4984.95', shipping: null, tax: null, total: '4984.95', shipments: 0 },
  },
  {
    file: 'ebay/samples/orders_report_us_shape.csv',
    adapter: 'ebay',
    // An empty row under the header and two lines at the end.
    rows: { in: 9, used: 6, ignored: 3, rejected: 0 },
    sums: { orders: 4, cancelled: 0, customers: 0, lines: 5, pieces: 5, gross: '233.00', shipping: '0.00', tax: '0.00', total: '242.54', shipments: 2 },
  },
  {
    file: 'ebay/samples/orders_report_au_shape.csv',
    adapter: 'ebay',
    rows: { in: 4, used: 4, ignored: 0, rejected: 0 },
    sums: { orders: 2, cancelled: 0, customers: 2, lines: 3, pieces: 3, gross: '3165.00', shipping: '59.60', tax: '0.00', total: '3417.35', shipments: 0 },
  },
]; // prettier-ignore

const HEADERS = [
  { file: 'ebay/samples/header_82_columns_2026.csv', adapter: 'ebay' },
  { file: 'tiktok/samples/tiktok_shop_orders_header_63.csv', adapter: 'tiktok-shop' },
  { file: 'walmart/samples/header_29_columns_legacy.csv', adapter: 'walmart' },
  { file: 'walmart/samples/header_37_columns_2022plus.csv', adapter: 'walmart' },
];

describe.skipIf(!existsSync(EXPORTS))(
  'readExports() on real marketplace exports (skipped where ../shared is missing)',
  () => {
    const config = shopConfig({ currency: 'EUR', rates: { USD: 1, GBP: 1, INR: 1, AUD: 1 } });

    it.each(ORDERS)('reads $file to its hand-counted figures', async (expected) => {
      const { files, engine } = await readFiles(
        { 'export.txt': readFileSync(`${EXPORTS}/${expected.file}`) },
        config,
      );
      expect(files[0]).toMatchObject({ adapter: expected.adapter, rows: expected.rows });
      const [sums] = await engine.rows(
        `SELECT count(*)::INTEGER AS orders, (count(*) FILTER (cancelled))::INTEGER AS cancelled, count(customer)::INTEGER AS customers,
          (SELECT count(*) FROM order_lines)::INTEGER AS lines, (SELECT sum(quantity) FROM order_lines)::INTEGER AS pieces,
          sum(gross)::DECIMAL(18,2) AS gross, sum(shipping)::DECIMAL(18,2) AS shipping, sum(tax)::DECIMAL(18,2) AS tax,
          sum(total)::DECIMAL(18,2) AS total, (SELECT count(*) FROM shipments)::INTEGER AS shipments
        FROM orders`,
      );
      expect(sums).toEqual(expected.sums);
    });

    it('reads the FBA return, whose order is not there', async () => {
      const file = 'amazon-fba-returns/samples/fba_customer_returns.redacted.txt';
      const { files, engine } = await readFiles({
        'returns.txt': readFileSync(`${EXPORTS}/${file}`),
      });
      expect(files[0]).toMatchObject({ adapter: 'amazon-fba-returns', rows: { in: 1, used: 1 } });
      expect(
        await engine.rows(
          `SELECT order_key, sku, quantity::INTEGER AS quantity, value, returned_on::VARCHAR AS returned_on, reason, outcome FROM returns`,
        ),
      ).toEqual([
        {
          order_key: null,
          sku: 'LVA1004-UPC',
          quantity: 1,
          value: null,
          returned_on: '2025-06-05',
          reason: 'NOT_COMPATIBLE',
          outcome: null,
        },
      ]);
    });

    it('recognises the formats by their headers alone', async () => {
      const named = HEADERS.map(({ file }, index) => [
        `${index}.csv`,
        readFileSync(`${EXPORTS}/${file}`),
      ]);
      const { files } = await readFiles(Object.fromEntries(named));
      expect(files.map(({ adapter, rows }) => [adapter, rows.in])).toEqual(
        HEADERS.map(({ adapter }) => [adapter, 0]),
      );
    });
  },
);
