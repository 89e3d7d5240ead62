import { describe, expect, it } from 'vitest';
import type { Engine } from '#generate/warehouse/engine.ts';
import { failure, readFiles, shopConfig } from '../exports-fixture.ts';
import {
  escapedQuotes,
  intoOutfile,
  MAGENTO1_TABLES,
  UPGRADED,
  withHeader,
} from './magento1-shop.ts';
import { UNREAD_TABLES } from './magento1-unread-tables.ts';

/** What cells of columns by such names hold; the others are numbers. */
const CELLS: [RegExp, string][] = [
  [/_at$/, '2024-03-10 09:30:00'],
  [/currency_code$/, 'GBP'],
  [/email$/, 'ann@example.com'],
  [/^(firstname|lastname|street|city|name|sku|address_type|checkout_method)$/, 'simple'],
  [/^(description|additional_data|prefix|suffix|company|applied_taxes|remote_ip)/, 'NULL'],
];

async function canonical(engine: Engine): Promise<Record<string, unknown[]>> {
  const money = (column: string): string => `${column}::DECIMAL(9,2)::VARCHAR AS ${column}`;
  return {
    orders: await engine.rows(
      `SELECT order_key, placed_on AS day, email, channel, cancelled, ${['gross', 'discount', 'shipping', 'tax', 'refund', 'total', 'difference'].map(money).join(', ')}
      FROM orders JOIN customers USING (customer) ORDER BY order_key`,
    ),
    lines: await engine.rows(
      `SELECT substr(order_key, 10) AS "order", sku, quantity::INTEGER AS pieces, ${money('value')}, ${money('discount')}
      FROM order_lines ORDER BY order_key, sku`,
    ),
    returns: await engine.rows(
      `SELECT substr(order_key, 10) AS "order", sku, returned_on AS day, ${money('value')} FROM returns ORDER BY day`,
    ),
    shipments: await engine.rows(
      'SELECT order_key, shipped_at::VARCHAR AS shipped, carrier FROM shipments',
    ),
  };
}

const EXPECTED = {
  orders: [
    {
      order_key: 'magento1:11',
      day: '2024-03-10',
      email: 'ann@example.com',
      channel: 'English',
      cancelled: false,
      gross: '80.00',
      discount: '8.00',
      shipping: '5.00',
      tax: '15.40',
      refund: '13.50',
      total: '92.40',
      difference: '0.00',
    },
    {
      order_key: 'magento1:12',
      // 23:30 in UTC is half past midnight in London's summer.
      day: '2024-07-02',
      email: 'bea@example.com',
      channel: 'English',
      cancelled: false,
      gross: '40.00',
      discount: '10.00',
      shipping: '0.00',
      tax: '6.00',
      refund: null,
      total: '36.00',
      difference: '0.00',
    },
    ...[true, false].map((cancelled, index) => ({
      order_key: `magento1:${13 + index}`,
      day: '2024-03-10',
      email: 'cy@example.com',
      channel: 'English',
      cancelled,
      gross: '10.00',
      discount: '0.00',
      shipping: '0.00',
      tax: '0.00',
      refund: null,
      total: '10.00',
      difference: '0.00',
    })),
  ],
  lines: [
    { order: '11', sku: 'JEANS-32', pieces: 1, value: '50.00', discount: '5.00' },
    { order: '11', sku: 'MUG', pieces: 2, value: '30.00', discount: '3.00' },
    { order: '12', sku: 'CUP', pieces: 1, value: '25.00', discount: '6.25' },
    { order: '12', sku: 'SAUCER', pieces: 1, value: '15.00', discount: '3.75' },
    { order: '13', sku: 'HAT', pieces: 1, value: '10.00', discount: '0.00' },
    { order: '14', sku: 'HAT', pieces: 1, value: '10.00', discount: '0.00' },
  ],
  returns: [
    { order: '11', sku: 'MUG', day: '2024-03-20', value: '13.50' },
    { order: '12', sku: null, day: '2024-07-20', value: '5.00' },
  ],
  shipments: [{ order_key: 'magento1:11', shipped: '2024-03-11 09:00:00', carrier: 'Van' }],
};

describe('Magento 1', () => {
  it('readExports() joins the dumped tables by their inner numbers and counts each thing once', async () => {
    const { files, engine, arithmetic } = await readFiles(withHeader());
    expect(await canonical(engine)).toEqual(EXPECTED);
    const items = files.find(({ path }) => path.endsWith('order_item.csv'));
    expect(items?.rows).toEqual({ in: 8, used: 6, ignored: 2, rejected: 0 });
    expect(items?.reasons.map(({ code, rows }) => [code, rows])).toEqual([
      ['ignored/child-row', 1],
      ['ignored/bundle-row', 1],
    ]);
    expect(arithmetic).toMatchObject([
      { source: 'magento1', orders: 4, checked: 4, addUp: 4, taxOnTop: 2, taxInside: 0 },
    ]);
  });

  it('readExports() reads the same tables without a header, as INTO OUTFILE writes them', async () => {
    const { files, engine } = await readFiles(intoOutfile());
    expect(await canonical(engine)).toEqual(EXPECTED);
    expect(files.map(({ path, adapter, rows }) => [path, adapter, rows.in, rows.rejected])).toEqual(
      [
        ['db/customer_entity.tsv', 'magento1-customers', 1, 0],
        ['db/sales_flat_creditmemo.tsv', 'magento1-creditmemos', 2, 0],
        ['db/sales_flat_creditmemo_item.tsv', 'magento1-creditmemo-items', 2, 0],
        ['db/sales_flat_order.tsv', 'magento1-orders', 4, 0],
        ['db/sales_flat_order_item.tsv', 'magento1-order-items', 8, 0],
        ['db/sales_flat_shipment.tsv', 'magento1-shipments', 1, 0],
        ['db/sales_flat_shipment_track.tsv', 'magento1-shipment-tracks', 1, 0],
      ],
    );
  });

  it.each([
    ['by tabs under a header', intoOutfile(MAGENTO1_TABLES, true)],
    ['in quotes with a backslash before quotation marks', escapedQuotes(',', false)],
    ['in such quotes under a header', escapedQuotes(',', true)],
    ['in such quotes by semicolons', escapedQuotes(';', false)],
  ])('readExports() reads the same tables %s', async (_, tables) => {
    const { files, engine } = await readFiles(tables);
    expect(await canonical(engine)).toEqual(EXPECTED);
    expect(files.map(({ rows }) => [rows.in, rows.rejected])).toEqual(
      [1, 2, 2, 4, 8, 1, 1].map((rows) => [rows, 0]),
    );
  });

  it('readExports() reads the tables of an upgraded database without a header: other columns stand in the middle', async () => {
    const taxed = (cells: Record<string, string | null>) => ({
      ...cells,
      weee_tax_applied: 'a:0:{}',
      weee_tax_row_disposition: '0.0000',
      base_weee_tax_row_disposition: '9.0000',
    });
    const tables = {
      ...MAGENTO1_TABLES,
      orderItems: (MAGENTO1_TABLES.orderItems ?? []).map(taxed),
    };
    const { files, engine } = await readFiles(intoOutfile(tables, false, UPGRADED));
    expect(await canonical(engine)).toEqual(EXPECTED);
    expect(files.every(({ rows }) => rows.rejected === 0)).toBe(true);
  });

  it('readExports() refuses a dump whose columns are not those of the table', async () => {
    const files = { 'sales_flat_order_2024.tsv': '1\t2\t3\n4\t5\t6\n' };
    expect((await failure(readFiles(files))).message).toMatchInlineSnapshot(
      `"Cannot read export "sales_flat_order_2024.tsv" as magento1-orders: it has no header and 3 columns; expected the 135 columns of the table"`,
    );
  });

  it('readExports() reads the administration’s list with local money and proves its row of sums', async () => {
    const header =
      '"Order #","Purchased From (Store)","Purchased On","Bill to Name","Ship to Name","G.T. (Base)","G.T. (Purchased)",Status';
    const row = (number: string, day: string, total: string, status = 'Complete'): string =>
      `${number},"Main Website\nMain Store\nEnglish","${day}","Ann A","Ann A","${total}","${total}",${status}`;
    const { files, engine } = await readFiles({
      'orders.csv': `${header}\n${row('100000201', 'Mar 10, 2024 9:30:00 AM', '£1,234.50')}\n${row('100000202', 'Mar 20, 2024 1:30:00 PM', '£65.50', 'Canceled')}\n,,,,,"£1,300.00","£1,300.00",\n`,
      // The table of the same orders: it knows the inner number.
      ...withHeader({
        orders: [
          {
            ...MAGENTO1_TABLES.orders?.[0],
            increment_id: '100000201',
            base_grand_total: '1234.5000',
          },
        ],
      }),
    });
    const orders = await engine.rows(
      'SELECT order_key, total::DECIMAL(9,2) AS total, cancelled FROM orders ORDER BY ALL',
    );
    expect(orders).toEqual([
      { order_key: 'magento1:100000202', total: '65.50', cancelled: true },
      { order_key: 'magento1:11', total: '1234.50', cancelled: false },
    ]);
    const grid = files.find(({ path }) => path === 'orders.csv');
    expect(grid).toMatchObject({
      adapter: 'magento1-admin-grid',
      rows: { in: 3, used: 2, ignored: 1 },
    });
    expect(grid?.reasons.find(({ code }) => code === 'ignored/summary-row')?.reason).toMatch(
      /they state the sums/,
    );
  });

  it.each([
    [
      'German',
      '"Bestellung Nr. ","Bestellt in (Laden)","Bestellt am","Rechnung an","Versand - Name","Gesamt (Basiswährung)","Gesamt (Fremdwährung)",Status',
      '100000301,"Website\nLaden\nDeutsch","13.03.2026 10:15:00","Ann A","Ann A","1.234,50 €","1.234,50 €",Vollständig\n100000302,"Website\nLaden\nDeutsch","14.03.2026 09:00:00","Bo B","Bo B","65,50 €","65,50 €",Storniert\n,,,,,"1.300,00 €","1.300,00 €",\n',
    ],
    [
      'French',
      '"N° de commande","Acheté sur","Date d\'achat","Nom (Fact.)","Nom (Livr.)","Montant total<br/>(Devise de base)","Montant total<br/>(Devise de la commande)",Statut',
      '100000301,"Site\nBoutique\nFrançais","13 mars 2026 10:15:00","Ann A","Ann A","1 234,50 €","1 234,50 €",Terminée\n100000302,"Site\nBoutique\nFrançais","14 mars 2026 09:00:00","Bo B","Bo B","65,50 €","65,50 €",Annulée\n,,,,,"1 300,00 €","1 300,00 €",\n',
    ],
    [
      'Dutch',
      'Bestelnr.,"Gekocht van (winkel)","Gekocht op","Stuur rekening op naam","Verzenden op naam","G.T. (Basis)","G.T. (Gekocht)",Status',
      '100000301,"Website\nWinkel\nNederlands","13 mrt. 2026 10:15:00","Ann A","Ann A","€ 1.234,50","€ 1.234,50",Voltooid\n100000302,"Website\nWinkel\nNederlands","14 mrt. 2026 09:00:00","Bo B","Bo B","€ 65,50","€ 65,50",Geannuleerd\n,,,,,"€ 1.300,00","€ 1.300,00",\n',
    ],
    [
      'Polish',
      '"Zamówienie nr ","Kupione w sklepie","Kupiono dnia","Rachunek na dane","Dostawa dla",Podstawa,Zamówiono,Status',
      '100000301,Sklep,"13-03-2026 10:15:00","Ann A","Ann A","1 234,50 zł","1 234,50 zł",Zakończone\n100000302,Sklep,"14-03-2026 09:00:00","Bo B","Bo B","65,50 zł","65,50 zł",Anulowane\n,,,,,"1 300,00 zł","1 300,00 zł",\n',
    ],
  ])('readExports() reads the administration’s list in %s', async (_, header, rows) => {
    const { files, engine } = await readFiles(
      { 'orders.csv': `${header}\n${rows}` },
      shopConfig({ currency: 'EUR', rates: { PLN: 1 } }),
    );
    expect(files[0]).toMatchObject({
      adapter: 'magento1-admin-grid',
      rows: { in: 3, used: 2, ignored: 1, rejected: 0 },
    });
    expect(files[0]?.reasons.find(({ code }) => code === 'ignored/summary-row')?.reason).toMatch(
      /they state the sums/,
    );
    expect(
      await engine.rows(
        `SELECT order_key, placed_on::VARCHAR AS "on", total::DECIMAL(9,2) AS total, cancelled FROM orders ORDER BY order_key`,
      ),
    ).toEqual([
      { order_key: 'magento1:100000301', on: '2026-03-13', total: '1234.50', cancelled: false },
      { order_key: 'magento1:100000302', on: '2026-03-14', total: '65.50', cancelled: true },
    ]);
  });

  it('readExports() reads the table behind the list of orders: totals, states and customer ids', async () => {
    const grid =
      'entity_id,status,store_id,store_name,customer_id,base_grand_total,base_total_paid,grand_total,total_paid,increment_id,base_currency_code,order_currency_code,shipping_name,billing_name,created_at,updated_at';
    const row = (id: number, status: string, total: string, day: string): string =>
      `${id},${status},1,"Main Website\nMain Store\nEnglish",7,${total},${total},${total},${total},10000000${id},GBP,GBP,Ann Example,Ann Example,${day},${day}`;
    const { files, engine } = await readFiles({
      'grid.csv': `${[
        grid,
        row(1, 'complete', '12.5000', '2024-03-10 23:30:00'),
        row(2, 'canceled', '99.0000', '2024-07-10 23:30:00'),
      ].join('\n')}\n`,
    });
    expect(files[0]).toMatchObject({ adapter: 'magento1-order-grid', rows: { in: 2, used: 2 } });
    const orders = await engine.rows(
      `SELECT order_key, number, total::DECIMAL(9,2) AS total, cancelled, channel, placed_on::VARCHAR AS "on",
        customer IS NOT NULL AS known FROM orders ORDER BY order_key`,
    );
    // Times are UTC: in London's summer the second order is of the next day.
    expect(orders.map(Object.values)).toEqual([
      ['magento1:1', '100000001', '12.50', false, 'English', '2024-03-10', true],
      ['magento1:2', '100000002', '99.00', true, 'English', '2024-07-11', true],
    ]);
  });

  it('readExports() leaves the tables of addresses, payments and names alone', async () => {
    const address =
      'entity_id,parent_id,customer_address_id,quote_address_id,region_id,customer_id,fax,region,postcode,lastname,street,city,email,telephone,country_id,firstname,address_type,prefix,middlename,suffix,company';
    const names = 'value_id,entity_type_id,attribute_id,entity_id,value';
    const { files } = await readFiles({
      ...withHeader({ orders: MAGENTO1_TABLES.orders ?? [] }),
      'sales_flat_order_address.csv': `${address}\n1,11,,,,,,,LS1,Example,1 Road,Leeds,ann@example.com,020 7946 0000,GB,Ann,billing,,,,\n`,
      'customer_entity_varchar.csv': `${names}\n1,1,5,7,Bea\n`,
    });
    expect(files.map(({ path, adapter }) => [path, adapter])).toEqual([
      ['customer_entity_varchar.csv', null],
      ['db/sales_flat_order.csv', 'magento1-orders'],
      ['sales_flat_order_address.csv', null],
    ]);
  });

  it.each(Object.entries(UNREAD_TABLES))(
    'leaves the table %s alone and says why',
    async (table, header) => {
      const row = header
        .split(',')
        .map((name) => CELLS.find(([kind]) => kind.test(name))?.[1] ?? '1');
      const { files } = await readFiles({
        ...withHeader({ orders: MAGENTO1_TABLES.orders ?? [] }),
        [`${table}.csv`]: `${header}\n${row.join(',')}\n`,
      });
      const report = files.find(({ path }) => path === `${table}.csv`);
      expect(report?.adapter).toBeNull();
      expect(report?.reasons[0]?.code).toBe('file/not-needed');
      expect(report?.reasons[0]?.reason).toMatch(/^A table of Magento with .*: no figure needs it/);
    },
  );
});
