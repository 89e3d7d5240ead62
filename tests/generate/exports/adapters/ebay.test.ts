import { describe, expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADERS_82 =
  'Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Note,Buyer Address 1,Buyer Address 2,Buyer City,Buyer State,Buyer Zip,Buyer Country,Buyer Tax Identifier Name,Buyer Tax Identifier Value,Ship To Name,Ship To Phone,Ship To Address 1,Ship To Address 2,Ship To City,Ship To State,Ship To Zip,Ship To Country,Item Number,Item Title,Custom Label,Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,Item Location,Item Zip Code,Item Country,eBay Collect And Remit Tax Rate,eBay Collect And Remit Tax Type,eBay Reference Name,eBay Reference Value,Tax Status,Seller Collected Tax,eBay Collected Tax,Electronic Waste Recycling Fee,Mattress Recycling Fee,Battery Recycling Fee,White Goods Disposal Tax,Tire Recycling Fee,Additional Fee,Lumber Fee,Prepaid Wireless Fee,Road Improvement And Food Delivery Fee,eBay Collected Charges,Total Price,eBay Collected Tax and Fees Included in Total,Payment Method,Sale Date,Paid On Date,Ship By Date,Minimum Estimated Delivery Date,Maximum Estimated Delivery Date,Shipped On Date,Feedback Left,Feedback Received,My Item Note,PayPal Transaction ID,Shipping Service,Tracking Number,Transaction ID,Variation Details,Global Shipping Program,Global Shipping Reference ID,Click And Collect,Click And Collect Reference Number,eBay Plus,Authenticity Verification Program,Authenticity Verification Status,Authenticity Verification Outcome Reason,PSA Vault Program,Vault Fulfillment Type,eBay Fulfillment Program,Tax City,Tax State,Tax Zip,Tax Country,eBay International Shipping'.split(
    ',',
  );

/** Columns that all vintages have. */
const SHORT = [
  'Sales Record Number',
  'Order Number',
  'Buyer Username',
  'Item Number',
  'Item Title',
  'Quantity',
  'Sold For',
  'Shipping And Handling',
  'Total Price',
  'Sale Date',
  'Transaction ID',
];

/** eBay's report: a row before the header, all cells quoted, an empty row under it, and two lines at the end. */
function report(
  headers: string[],
  rows: Record<string, string>[],
  { before = ','.repeat(headers.length - 1), delimiter = ',' } = {},
): string {
  const line = (cells: string[]): string => cells.map((cell) => `"${cell}"`).join(delimiter);
  const records = new Set(rows.map((row) => row[headers[0] ?? ''])).size;
  return [
    before,
    line(headers),
    line(headers.map(() => '')),
    ...rows.map((row) => line(headers.map((header) => row[header] ?? ''))),
    '',
    `${records}${delimiter}record(s) downloaded${delimiter}`,
    'Seller ID : example-seller',
    '',
  ].join('\n');
}

const LAMP: Record<string, string> = {
  'Sales Record Number': '149',
  'Order Number': '11-10000-00001',
  'Buyer Username': 'buyer-one',
  'Buyer Name': 'Ann Example',
  'Buyer Email': '1a2b3c@members.ebay.com',
  'Item Number': '220000000001',
  'Item Title': 'Lamp, green',
  'Custom Label': 'L-1',
  Quantity: '1',
  'Sold For': '$90.00',
  'Shipping And Handling': '$0.00',
  'Total Price': '$90.00',
  'Sale Date': 'Sep-18-26',
  'Transaction ID': '1000000000001',
};

const ORDERS = `SELECT split_part(order_key, ':', 2) AS "order", placed_on::VARCHAR AS placed_on, gross::DECIMAL(18,2) AS gross,
  shipping::DECIMAL(18,2) AS shipping, tax::DECIMAL(18,2) AS tax, fees::DECIMAL(18,2) AS fees, total::DECIMAL(18,2) AS total,
  difference::DECIMAL(18,2) AS difference FROM orders ORDER BY order_key`;

const ABROAD = `SELECT split_part(order_key, ':', 2) AS "order", placed_on::VARCHAR AS placed_on, gross::DECIMAL(18,2) AS gross,
  shipping::DECIMAL(18,2) AS shipping, total::DECIMAL(18,2) AS total FROM orders ORDER BY order_key`;

describe('readExports() on eBay’s orders report', () => {
  it('finds the table between a row of commas and the footers, and counts order money from the summary row', async () => {
    const order = { ...LAMP, 'Sales Record Number': '119', 'Order Number': '11-10000-00003', 'Buyer Username': 'buyer-two', 'Sale Date': 'Aug-25-26', 'Shipped On Date': 'Aug-26-26', 'Maximum Estimated Delivery Date': 'Aug-31-26', 'Shipping Service': 'Example Ground' }; // prettier-ignore
    const itemRow = { ...order, 'Shipping And Handling': '', 'Total Price': '' };
    const text = report(HEADERS_82, [
      { ...LAMP, 'eBay Collected Tax': '$7.99', 'Battery Recycling Fee': '$0.50', 'Total Price': '$98.49', 'eBay Collected Tax and Fees Included in Total': 'Yes' },
      { ...order, 'Item Number': '', 'Item Title': '', 'Custom Label': '', 'Transaction ID': '', Quantity: '3', 'Sold For': '$41.00', 'Shipping And Handling': '$4.00', 'eBay Collected Tax': '$3.00', 'Total Price': '$45.00', 'eBay Collected Tax and Fees Included in Total': 'No' },
      { ...itemRow, 'Item Number': '220000000004', 'Item Title': 'Cup', 'Custom Label': '', Quantity: '2', 'Sold For': '$13.00' },
      { ...itemRow, 'Item Number': '220000000005', 'Item Title': 'Jug', 'Custom Label': 'J-1', 'Sold For': '$15.00' },
      { ...LAMP, 'Sales Record Number': '145', 'Order Number': '', 'Buyer Username': '', 'Buyer Email': '', 'Sold For': '$1,050.00', 'Total Price': '$1,050.00', 'Sale Date': 'Sep-15-26' },
    ]); // prettier-ignore
    const config = shopConfig({ currency: 'USD', timeZone: 'America/Denver' });
    const { files, engine } = await readFiles({ 'orders.csv': text }, config);
    expect(files[0]).toMatchObject({
      adapter: 'ebay',
      // The empty row and the two footers.
      rows: { in: 8, used: 5, ignored: 3, rejected: 0 },
    });
    expect(await engine.rows(ORDERS)).toEqual([
      { order: '11-10000-00001', placed_on: '2026-09-18', gross: '90.00', shipping: '0.00', tax: '7.99', fees: '0.50', total: '98.49', difference: '0.00' },
      // 2 × 13 + 15; eBay's tax is not in this total.
      { order: '11-10000-00003', placed_on: '2026-08-25', gross: '41.00', shipping: '4.00', tax: '0.00', fees: '0.00', total: '45.00', difference: '0.00' },
      { order: '145', placed_on: '2026-09-15', gross: '1050.00', shipping: '0.00', tax: '0.00', fees: '0.00', total: '1050.00', difference: '0.00' },
    ]); // prettier-ignore
    expect(
      await engine.rows(
        `SELECT sku, title, line, quantity::INTEGER AS quantity, unit_price::DECIMAL(18,2) AS price FROM order_lines
        WHERE order_key LIKE '%00003' ORDER BY line`,
      ),
    ).toEqual([
      { sku: null, title: 'Cup', line: 1, quantity: 2, price: '13.00' },
      { sku: 'J-1', title: 'Jug', line: 2, quantity: 1, price: '15.00' },
    ]);
    expect(
      await engine.rows(
        `SELECT shipped_at::VARCHAR AS shipped, promised_on::VARCHAR AS promised, carrier FROM shipments`,
      ),
    ).toEqual([{ shipped: '2026-08-26 06:00:00', promised: '2026-08-31', carrier: 'Example Ground' }]); // prettier-ignore
    // Known by the user name; the address is eBay's.
    expect(await engine.rows('SELECT identified_by, email FROM customers')).toEqual([
      { identified_by: 'id', email: null },
      { identified_by: 'id', email: null },
    ]);
  });

  it('reads the words, currencies and days of Australia and Britain, and needs a rate', async () => {
    const australian = report(
      ['Sales Record Number', 'Order Number', 'Buyer Username', 'Item Number', 'Item Title', 'Custom Label', 'Quantity', 'Sold For', 'Postage And Handling', 'Total Price', 'Sale Date', 'Tracking Number'],
      [{ ...LAMP, 'Sold For': 'AU $3,000.00', 'Postage And Handling': 'AU $13.00', 'Total Price': 'AU $3,013.00', 'Sale Date': '26-May-26', 'Tracking Number': '9.97211E+22' }],
      { before: '' },
    ); // prettier-ignore
    const british = report(
      ['Sales Record Number', 'Order Number', 'Buyer Username', 'Item Number', 'Item Title', 'Custom Label', 'Quantity', 'Sold For', 'Postage And Packaging', 'Total Price', 'Sale Date', 'Dispatch By Date'],
      [{ ...LAMP, 'Order Number': '11-10000-00009', 'Sold For': '£10.00', 'Postage And Packaging': '£2.00', 'Total Price': '£12.00', 'Sale Date': '05-Oct-26' }],
      { before: '' },
    ); // prettier-ignore
    const config = shopConfig({ currency: 'GBP', rates: { AUD: 0.5 } });
    const { files, engine } = await readFiles({ 'au.csv': australian, 'gb.csv': british }, config);
    expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
      ['ebay', 1, 0],
      ['ebay', 1, 0],
    ]);
    expect(await engine.rows(ABROAD)).toEqual([
      { order: '11-10000-00001', placed_on: '2026-05-26', gross: '1500.00', shipping: '6.50', total: '1506.50' },
      { order: '11-10000-00009', placed_on: '2026-10-05', gross: '10.00', shipping: '2.00', total: '12.00' },
    ]); // prettier-ignore
    await expect(readFiles({ 'au.csv': australian })).rejects.toMatchObject({
      code: 'export/unknown-currency',
      issues: [{ file: 'au.csv', line: 4, column: 'Sold For', found: '"AUD"' }],
    });
  });

  it('reads semicolons, decimal commas, and the days of France and Germany', async () => {
    const french = [
      "Numéro de vente;Numéro de commande;Pseudo de l’acheteur;Numéro de l'objet;Intitulé de l'objet;Quantité;Vendu pour;Livraison et manutention;Date de vente",
      '7;11-10000-00010;acheteur-un;220000000001;Lampe;1;1 234,50 €;4,50 €;05-oct.-26',
      '8;11-10000-00012;acheteur-deux;220000000001;Lampe;1;EUR 90,00;EUR 0,00;28-août-26',
      '',
    ].join('\n');
    const german = report(
      ['Verkaufsprotokollnummer', 'Bestellnummer', 'Nutzername des Käufers', 'Artikelnummer', 'Angebotstitel', 'Anzahl', 'Verkauft für', 'Verpackung und Versand', 'Gesamtbetrag', 'Verkauft am', 'Verschickt am - Datum', 'Verkauft über Anzeigen', 'Inklusive MwSt.-Satz'],
      [{ Verkaufsprotokollnummer: '1', Bestellnummer: '11-10000-00011', 'Nutzername des Käufers': 'buyer-one', Artikelnummer: '220000000001', Angebotstitel: 'Lampe', Anzahl: '1', 'Verkauft für': '1.116,99 €', 'Verpackung und Versand': '0,00 €', Gesamtbetrag: '1.116,99 €', 'Verkauft am': '10-Dez-25', 'Verschickt am - Datum': '12-Mär-26' }],
      { before: '', delimiter: ';' },
    ); // prettier-ignore
    const { engine } = await readFiles(
      { 'fr.csv': french, 'de.csv': german },
      shopConfig({ currency: 'EUR' }),
    );
    expect(await engine.rows(ABROAD)).toEqual([
      { order: '11-10000-00010', placed_on: '2026-10-05', gross: '1234.50', shipping: '4.50', total: '1239.00' },
      { order: '11-10000-00011', placed_on: '2025-12-10', gross: '1116.99', shipping: '0.00', total: '1116.99' },
      { order: '11-10000-00012', placed_on: '2026-08-28', gross: '90.00', shipping: '0.00', total: '90.00' },
    ]); // prettier-ignore
    expect(
      await engine.rows(
        `SELECT shipped_at::DATE::VARCHAR AS shipped FROM shipments WHERE order_key LIKE '%00011'`,
      ),
    ).toEqual([{ shipped: '2026-03-12' }]);
  });

  it('reads the reports of Selling Manager and File Exchange from before Seller Hub', async () => {
    const manager = report(
      ['Sales Record Number', 'User Id', 'Buyer Fullname', 'Buyer Phone Number', 'Buyer Email', 'Item Number', 'Item Title', 'Custom Label', 'Quantity', 'Sale Price', 'Shipping and Handling', 'US Tax', 'Insurance', 'Cash on delivery fee', 'Total Price', 'Payment Method', 'Sale Date', 'Checkout Date', 'Paid on Date'],
      [{ 'Sales Record Number': '3101', 'User Id': 'buyer-one', 'Buyer Fullname': 'Ann Example', 'Item Number': '160000000001', 'Item Title': 'Mug', 'Custom Label': 'M-1', Quantity: '2', 'Sale Price': '$4.50', 'Shipping and Handling': '$3.00', 'US Tax': '$0.72', Insurance: '$1.00', 'Total Price': '$13.72', 'Sale Date': 'Feb-14-16' }],
    ); // prettier-ignore
    const exchange = [
      'Sales Record Number,User Id,Buyer Fullname,Buyer Phone Number,Buyer Email,Buyer Address 1,Buyer Address 2,Buyer City,Buyer State,Buyer Zip,Buyer Country,Order ID,Item ID,Transaction ID,Item Title,Quantity,Sale Price,Shipping And Handling,Sales Tax,Insurance,Total Price,Payment Method,PayPal Transaction ID,Sale Date,Checkout Date,Paid on Date,Shipped on Date,Shipping Service,Feedback Left,Feedback Received,Notes to Yourself,Custom Label,Listed On,Sold On,Private Notes,Product ID Type,Product ID Value,Product ID Value 2,Variation Details,Product Reference ID,Tracking Number',
      '3102,buyer-two,Bo Example,,x@members.ebay.com,,,,,,,160000000002-27001234001,160000000002,27001234001,Vase,1,$20.00,$5.00,$0.00,$0.00,$25.00,PayPal,,Mar-02-16,,Mar-02-16,Mar-03-16,USPS,,,,V-1,eBay,eBay,,,,,,,9400',
      '',
    ].join('\n');
    const { files, engine } = await readFiles(
      { 'manager.csv': manager, 'exchange.csv': exchange },
      shopConfig({ currency: 'USD' }),
    );
    expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
      ['ebay', 1, 0],
      ['ebay', 1, 0],
    ]);
    expect(
      await engine.rows(
        `SELECT split_part(order_key, ':', 2) AS "order", placed_on::VARCHAR AS "on", gross::DECIMAL(9,2) AS gross, shipping::DECIMAL(9,2) AS shipping,
          tax::DECIMAL(9,2) AS tax, total::DECIMAL(9,2) AS total, customer IS NOT NULL AS known FROM orders ORDER BY "on"`,
      ),
    ).toEqual([
      { order: '3101', on: '2016-02-14', gross: '9.00', shipping: '3.00', tax: '0.72', total: '13.72', known: true },
      { order: '160000000002-27001234001', on: '2016-03-02', gross: '20.00', shipping: '5.00', tax: '0.00', total: '25.00', known: true },
    ]); // prettier-ignore
  });

  it('leaves footers out in any language, short ones and those that a spreadsheet program filled up', async () => {
    const header = 'Verkaufsprotokollnummer;Bestellnummer;Nutzername des Käufers;Artikelnummer;Angebotstitel;Anzahl;Verkauft für;Gesamtbetrag;Verkauft am'; // prettier-ignore
    const rows = [
      '1;11-10000-00011;buyer-one;220000000001;Lampe;1;116,99 €;116,99 €;10-Dez-25',
      // Not paid yet: its number is still missing.
      '2;;buyer-two;220000000002;Vase;1;10,00 €;10,00 €;11-Dez-25',
    ];
    const short = ['', header, '', ...rows, '', '"2";"Datensätze heruntergeladen"', '"Verkäufer-ID : kai"', '']; // prettier-ignore
    const filled = [header, ...rows, '2;Datensätze heruntergeladen;;;;;;;', 'Verkäufer-ID : kai;;;;;;;;', '']; // prettier-ignore
    for (const lines of [short, filled]) {
      const { files, engine } = await readFiles(
        { 'eBay-OrdersReport.csv': lines.join('\n') },
        shopConfig({ currency: 'EUR' }),
      );
      expect(files[0]?.rows).toEqual({ in: 4, used: 2, ignored: 2, rejected: 0 });
      expect(await engine.rows('SELECT count(*)::INTEGER AS orders FROM orders')).toEqual([
        { orders: 2 },
      ]);
    }
  });

  it('takes an order from the newer of two reports, even if it had no number before', async () => {
    const older = report(SHORT, [
      { ...LAMP, 'Order Number': '' },
      { ...LAMP, 'Sales Record Number': '150', 'Order Number': '11-10000-00005' },
      // Twice the same thing, in one report: bought twice.
      {
        ...LAMP,
        'Sales Record Number': '150',
        'Order Number': '11-10000-00005',
        'Transaction ID': '1000000000002',
      },
    ]);
    const newer = report([...SHORT, 'Shipped On Date'], [
      { ...LAMP, 'Shipped On Date': 'Sep-20-26' },
      { ...LAMP, 'Sales Record Number': '151', 'Order Number': '11-10000-00006', 'Sale Date': 'Sep-21-26' },
    ]); // prettier-ignore
    const { engine } = await readFiles(
      { 'a.csv': newer, 'b.csv': older },
      shopConfig({ currency: 'USD' }),
    );
    expect(
      await engine.rows(
        `SELECT split_part(order_key, ':', 2) AS "order", gross::DECIMAL(18,2) AS gross FROM orders ORDER BY order_key`,
      ),
    ).toEqual([
      { order: '11-10000-00001', gross: '90.00' },
      { order: '11-10000-00005', gross: '180.00' },
      { order: '11-10000-00006', gross: '90.00' },
    ]);
  });

  it('reads the same from rows in another order', async () => {
    const rows = [
      { ...LAMP, 'Item Number': '', 'Item Title': '', 'Transaction ID': '', Quantity: '2', 'Sold For': '$30.00', 'Shipping And Handling': '$4.00', 'Total Price': '$34.00' },
      { ...LAMP, 'Item Title': 'Cup', 'Sold For': '$10.00', 'Shipping And Handling': '', 'Total Price': '' },
      { ...LAMP, 'Item Title': 'Jug', 'Sold For': '$20.00', 'Shipping And Handling': '', 'Total Price': '', 'Transaction ID': '1000000000002' },
    ]; // prettier-ignore
    const config = shopConfig({ currency: 'USD' });
    const { engine } = await readFiles({ 'orders.csv': report(SHORT, rows.toReversed()) }, config);
    expect(await engine.rows(ABROAD)).toEqual([
      { order: '11-10000-00001', placed_on: '2026-09-18', gross: '30.00', shipping: '4.00', total: '34.00' },
    ]); // prettier-ignore
    expect(await engine.rows('SELECT title FROM order_lines ORDER BY line')).toEqual([
      { title: 'Jug' },
      { title: 'Cup' },
    ]);
  });

  it('takes what an order’s own totals show for the price of the line', async () => {
    const text = report(SHORT, [
      { ...LAMP, Quantity: '3', 'Sold For': '$30.00', 'Shipping And Handling': '$2.00', 'Total Price': '$32.00' },
      { ...LAMP, 'Sales Record Number': '150', 'Order Number': '11-10000-00002', Quantity: '3', 'Sold For': '$30.00', 'Shipping And Handling': '$2.00', 'Total Price': '$92.00' },
    ]); // prettier-ignore
    const { engine } = await readFiles({ 'orders.csv': text }, shopConfig({ currency: 'USD' }));
    expect(
      await engine.rows(
        'SELECT value::DECIMAL(18,2) AS value, unit_price::DECIMAL(18,2) AS price FROM order_lines ORDER BY order_key',
      ),
    ).toEqual([
      { value: '30.00', price: '10.00' },
      { value: '90.00', price: '30.00' },
    ]);
  });

  it('counts an order that nobody has paid as cancelled, until a newer report has it paid', async () => {
    const headers = [...SHORT, 'Paid On Date', 'Shipped On Date'];
    const unpaid = {
      ...LAMP,
      'Sales Record Number': '145',
      'Order Number': '',
      'Transaction ID': '7',
    };
    const summary = {
      ...LAMP,
      'Sales Record Number': '146',
      'Order Number': '11-10000-00002',
      'Item Number': '',
      'Item Title': '',
      Quantity: '1',
      'Transaction ID': '',
      'Paid On Date': 'Sep-18-26',
    };
    const older = report(headers, [
      { ...LAMP, 'Paid On Date': 'Sep-18-26' },
      unpaid,
      summary,
      // Items of a paid order have no day of their own.
      { ...LAMP, 'Sales Record Number': '146', 'Order Number': '11-10000-00002', 'Shipping And Handling': '', 'Total Price': '' },
      // Paid in another way, and sent.
      { ...LAMP, 'Sales Record Number': '147', 'Order Number': '', 'Transaction ID': '8', 'Shipped On Date': 'Sep-20-26' },
    ]); // prettier-ignore
    const newer = report(headers, [
      { ...unpaid, 'Order Number': '11-10000-00005', 'Paid On Date': 'Sep-21-26' },
      { ...LAMP, 'Sales Record Number': '150', 'Order Number': '11-10000-00006', 'Sale Date': 'Sep-21-26', 'Paid On Date': 'Sep-21-26' },
    ]); // prettier-ignore
    const config = shopConfig({ currency: 'USD' });
    const cancelled = `SELECT split_part(order_key, ':', 2) AS "order" FROM orders WHERE cancelled`;
    const alone = await readFiles({ 'a.csv': older }, config);
    expect(await alone.engine.rows(cancelled)).toEqual([{ order: '145' }]);
    expect(alone.files[0]?.reasons).toContainEqual(
      expect.objectContaining({ code: 'note/unpaid', rows: 1 }),
    );
    const both = await readFiles({ 'a.csv': older, 'b.csv': newer }, config);
    expect(await both.engine.rows(cancelled)).toEqual([]);
    expect(
      await both.engine.rows(
        'SELECT count(*)::INTEGER AS n, sum(gross)::INTEGER AS gross FROM orders',
      ),
    ).toEqual([{ n: 5, gross: 450 }]);
  });
});
