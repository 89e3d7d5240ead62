import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER =
  'order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tship-service-level\trecipient-name\tship-address-1\tship-address-2\tship-address-3\tship-city\tship-state\tship-postal-code\tship-country\tship-phone-number\tdelivery-start-date\tdelivery-end-date\tdelivery-time-zone\tdelivery-Instructions\tsales-channel\tis-business-order\tpurchase-order-number\tprice-designation\tis-sold-by-ab';

const ADDRESS = 'Ann Example\t1 Example Street\t\t\tLeeds\t\tLS1 1AA\tGB\t';

/** One item; the buyer's address is an alias, the phone's extension shows that it is one too. */
function item(order: string, id: string, cells: string, promised = ''): string {
  return `${order}\t${id}\t2026-05-08T18:06:46+01:00\t2026-05-08T18:06:46+01:00\tx1y2z3@marketplace.amazon.co.uk\tAnn Example\t+1 555-010-0100 ext. 12345\t${cells}\tStandard\t${ADDRESS}\t\t${promised}\t\t\tAmazon.co.uk\tfalse\t\t\tfalse`;
}

it('readExports() reads Amazon’s report of merchant orders and takes no alias for a customer', async () => {
  const text = [
    HEADER,
    item('202-0000001-0000001', '0938446464647', 'A-1\tShelf 24" deep\t2\tGBP\t10.59\t1.84\t1.00\t0.17'),
    item('202-0000001-0000001', '0938446464648', 'A-2\tLamp\t1\tGBP\t5.00\t0.83\t\t', '2026-05-12T22:59:59+01:00'),
    '',
  ].join('\n'); // prettier-ignore
  const all = [
    'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tproduct-name\tsku\titem-status\tquantity\tcurrency\titem-price\titem-tax',
    // The same order as the all-orders report has it, and one that only that has.
    '202-0000001-0000001\t2026-05-08T17:06:46+00:00\t2026-05-09T17:06:46+00:00\tShipped\tAmazon.co.uk\tShelf\tA-1\tShipped\t2\tGBP\t15.59\t2.67',
    '202-0000001-0000002\t2026-05-08T17:06:46+00:00\t2026-05-09T17:06:46+00:00\tShipped\tAmazon.co.uk\tLamp\tA-2\tShipped\t1\tGBP\t5.00\t0.83',
    '',
  ].join('\n');
  const { files, engine } = await readFiles({ 'mfn.txt': text, 'all.txt': all }, shopConfig());
  expect(files.map(({ adapter, rows }) => [adapter, rows.in])).toEqual([
    ['amazon-orders', 2],
    ['amazon-orders-mfn', 2],
  ]);
  expect(files.map(({ rows }) => rows.rejected)).toEqual([0, 0]);
  const [sums] = await engine.rows(
    `SELECT count(*)::INTEGER AS orders, count(customer)::INTEGER AS customers FROM orders`,
  );
  expect(sums).toEqual({ orders: 2, customers: 0 });
  // Alone, 10.59 + 5.00 + 1.00 with a tax of 1.84 + 0.17 + 0.83 inside.
  const alone = await readFiles({ 'mfn.txt': text }, shopConfig());
  expect(
    await alone.engine.rows(
      `SELECT gross::DECIMAL(18,2) AS gross, shipping::DECIMAL(18,2) AS shipping, tax::DECIMAL(18,2) AS tax,
        total::DECIMAL(18,2) AS total, promised_on::VARCHAR AS promised FROM orders JOIN shipments USING (order_key)`,
    ),
  ).toEqual([{ gross: '15.59', shipping: '1.00', tax: '2.84', total: '16.59', promised: '2026-05-12' }]); // prettier-ignore
  expect(
    await alone.engine.rows(
      'SELECT title, quantity::INTEGER AS quantity, unit_price FROM order_lines ORDER BY line',
    ),
  ).toEqual([
    { title: 'Shelf 24" deep', quantity: 2, unit_price: '5.2950' },
    { title: 'Lamp', quantity: 1, unit_price: '5.0000' },
  ]);
});

it('amazon-orders-mfn leaves out the report of unshipped orders, which has no prices', async () => {
  const header =
    'order-id\torder-item-id\tpurchase-date\tpayments-date\treporting-date\tpromise-date\tdays-past-promise\tbuyer-email\tsku\tproduct-name\tquantity-purchased\tquantity-shipped\tquantity-to-ship\tship-service-level\tship-country';
  const row =
    '111-2222222-3333333\t10000000000001\t2026-03-01T10:00:00+00:00\t2026-03-01T10:00:00+00:00\t2026-03-02T10:00:00+00:00\t2026-03-04T10:00:00+00:00\t0\tx1@marketplace.amazon.com\tS-1\tMug\t1\t0\t1\tStandard\tGB';
  const { files } = await readFiles({ 'unshipped.txt': `${header}\n${row}\n` }, shopConfig());
  expect(files[0]?.adapter).toBe('amazon-orders-mfn');
  expect(files[0]?.rows).toEqual({ in: 1, used: 0, ignored: 1, rejected: 0 });
  expect(files[0]?.reasons.map(({ code }) => code)).toContain('ignored/no-prices');
});
