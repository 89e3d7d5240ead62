import { describe, expect, it } from 'vitest';
import { isShortened } from '#generate/exports/cells/spreadsheet-damage.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';

const LENIENT = shopConfig({ limits: { rejectedShare: 1 } });
const HINT = 'export the file again and do not save it there';

it.each([
  ['9.21E+11', true],
  ['4,00642E+12', true],
  ['1E+15', true],
  // "12E3" after a spreadsheet program.
  ['1.20E+04', true],
  ['1E5', false],
  ['12E+3', false],
  ['12E3', false],
  ['1.2E+4', false],
  ['LE+12', false],
  ['Lamp 1.5E+10', false],
])('isShortened() of %s is %s', async (text, expected) => {
  const engine = await openEngine();
  const [row] = await engine.rows<{ found: boolean }>(
    `SELECT ${isShortened('$1::VARCHAR')} AS found`,
    [text],
  );
  engine.close();
  expect(row?.found).toBe(expected);
});

describe('readExports()', () => {
  it.each([
    ['order', '1.00E+05,2026-03-01,ann@example.com,S1,Scarf,2,20'],
    ['order', 'TRUE,2026-03-01,ann@example.com,S1,Scarf,2,20'],
    ['sku', '1001,2026-03-01,ann@example.com,"4,00642E+12",Scarf,2,20'],
    ['sku', '1001,2026-03-01,ann@example.com,FALSE,Scarf,2,20'],
    ['quantity', '1001,2026-03-01,ann@example.com,S1,Scarf,TRUE,20'],
    ['placedAt', '1001,FALSE,ann@example.com,S1,Scarf,1,20'],
  ])('rejects a damaged cell in %s with the hint to export again: %s', async (column, row) => {
    const { files, engine } = await readFiles(
      { 'orders.csv': ordersCsv(row, '1002,2026-03-02,ben@example.com,H1,Hat,1,35') },
      LENIENT,
    );
    expect(files[0]?.rows).toEqual({ in: 2, used: 1, ignored: 0, rejected: 1 });
    expect(files[0]?.reasons[0]).toMatchObject({
      code: 'row/spreadsheet-damage',
      reason: expect.stringContaining(HINT) as string,
      example: expect.stringContaining(`column "${column}"`) as string,
    });
    expect(await engine.rows('SELECT count(*)::INTEGER AS n FROM orders')).toEqual([{ n: 1 }]);
  });

  it('takes what only looks like damage as it stands: a sku 1E5, a book called True', async () => {
    const { files, engine } = await readFiles({
      'orders.csv': ordersCsv(
        '1001,2026-03-01,ann@example.com,1E5,TRUE,1,20',
        '1002,2026-03-02,ben@example.com,12E+3,Lamp 1.5E+10,1,35',
      ),
    });
    expect(files[0]?.reasons).toEqual([]);
    expect(await engine.rows('SELECT sku, title FROM order_lines ORDER BY order_key')).toEqual([
      { sku: '1E5', title: 'TRUE' },
      { sku: '12E+3', title: 'Lamp 1.5E+10' },
    ]);
  });

  it('leaves out damaged cells that a row can do without, and says so', async () => {
    const { files, engine } = await readFiles({
      'orders.csv': [
        'order,placedAt,customerId,sku,title,brand,quantity,unitPrice',
        '1001,2026-03-01,7.12346E+12,S1,1.23457E+11,TRUE,1,20',
        '1002,2026-03-02,7.12346E+12,H1,Hat,FALSE,1,35',
        '1003,2026-03-02,C3,H1,Hat,,1,35',
      ].join('\n'),
    });
    // Two people whose ids were shortened to the same digits are not one.
    expect(
      await engine.rows('SELECT customer IS NULL AS nobody FROM orders ORDER BY order_key'),
    ).toEqual([{ nobody: true }, { nobody: true }, { nobody: false }]);
    expect(await engine.rows('SELECT title, brand FROM order_lines ORDER BY order_key')).toEqual([
      { title: null, brand: null },
      { title: 'Hat', brand: null },
      { title: 'Hat', brand: null },
    ]);
    expect(files[0]?.reasons.filter(({ code }) => code === 'note/excel-damage')).toMatchObject([
      { rows: 2, example: 'columns "customerId", "title"' },
      { rows: 2, example: 'column "brand"' },
    ]);
  });

  it('leaves the answers of a survey and the traits of customers as they stand, where they say TRUE', async () => {
    const { files, engine } = await readFiles({
      'traits.csv': 'email,trait,value\nann@example.com,Likes cooking,TRUE\n',
      'orders.csv': ordersCsv('1001,2026-03-01,ann@example.com,S1,Scarf,2,20'),
    });
    expect(files.flatMap(({ reasons }) => reasons)).toEqual([]);
    expect(await engine.rows('SELECT text FROM customer_traits')).toEqual([{ text: 'TRUE' }]);
  });

  it('takes a sku TRUE or 1.00E+05 as it stands where the config says that it is meant so', async () => {
    const file = {
      'orders.csv': ordersCsv(
        '1001,2026-03-01,ann@example.com,TRUE,Scarf,1,20',
        '1002,2026-03-02,ben@example.com,1.00E+05,Hat,1,35',
      ),
    };
    const { files } = await readFiles(file, LENIENT);
    expect(files[0]?.rows.rejected).toBe(2);
    expect(files[0]?.reasons[0]?.reason).toContain(
      "spreadsheetDamage: false in platforms: { 'generic-orders': { … } } of portal.config.ts",
    );
    const told = await readFiles(
      file,
      shopConfig({ platforms: { 'generic-orders': { spreadsheetDamage: false } } }),
    );
    expect(await told.engine.rows('SELECT sku, title FROM order_lines ORDER BY order_key')).toEqual(
      [
        { sku: 'TRUE', title: 'Scarf' },
        { sku: '1.00E+05', title: 'Hat' },
      ],
    );
    // An identifier of a known format too.
    const shopify = [
      'Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Total',
      '1.00E+05,ann@example.com,2026-01-10 10:00:00 +0100,1,Mug,10.00,10.00',
      '',
    ].join('\n');
    const known = await readFiles(
      { 'orders.csv': shopify },
      shopConfig({ platforms: { shopify: { spreadsheetDamage: false } } }),
    );
    expect(known.files[0]?.rows.used).toBe(1);
  });

  it('takes a mapped file’s sku as it stands where its source says so', async () => {
    const file = { 'till.txt': 'Receipt,Date,Item,Price\n1,2026-03-01,TRUE,20\n' };
    const source = {
      name: 'till',
      files: ['till.txt'],
      table: 'orders' as const,
      columns: { order: 'Receipt', placedAt: 'Date', sku: 'Item', unitPrice: 'Price', quantity: { constant: '1' } },
    }; // prettier-ignore
    const { files } = await readFiles(file, shopConfig({ sources: [source] }));
    expect(files[0]?.reasons[0]?.reason).toContain('source "till"');
    const told = await readFiles(
      file,
      shopConfig({ sources: [{ ...source, spreadsheetDamage: false }] }),
    );
    expect(await told.engine.rows('SELECT sku FROM order_lines')).toEqual([{ sku: 'TRUE' }]);
  });

  it('reads the yes and no of a spreadsheet program that speaks German, French, Spanish or Italian', async () => {
    const header = 'order;placedAt;sku;quantity;unitPrice;cancelled';
    const words = [
      'WAHR',
      'FALSCH',
      'VRAI',
      'FAUX',
      'VERDADERO',
      'FALSO',
      'VERO',
      'WAAR',
      'ONWAAR',
    ];
    const rows = words.map((word, i) => `${i + 1};2026-03-01;S1;1;20;${word}`);
    const { files, engine } = await readFiles({ 'orders.csv': [header, ...rows, ''].join('\n') });
    expect(files[0]?.rows.rejected).toBe(0);
    expect(
      await engine.rows(
        `SELECT list(split_part(order_key, ':', 2) ORDER BY order_key) AS numbers FROM orders WHERE cancelled`,
      ),
    ).toEqual([{ numbers: ['1', '3', '5', '7', '8'] }]);
  });
});
