import { expect, it } from 'vitest';
import type { Adapter, ColumnDeclaration } from '#generate/exports/adapter.ts';
import { ADAPTERS } from '#generate/exports/adapters/adapter-registry.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { ordersCsv, readFiles, shopConfig } from './exports-fixture.ts';

/** What a shifted column brings: as many digits as a cell may have, a barcode of twelve, and a price no shop has. */
const ABSURD = ['999999999999', '-999999999999', '400638133393', '99999999999.99', '1000000.01'];
const FIGURES = new Set(['decimal', 'integer', 'number']);

/** A cell that its column takes, so that the row gets as far as it can. */
function cellOf([name, declaration]: [string, ColumnDeclaration], row: number): string {
  const { type, pattern } = declaration;
  if (pattern !== undefined) return name === 'period' ? '2026-03' : '';
  if (FIGURES.has(type)) {
    const absurd = ABSURD[row % ABSURD.length] ?? '';
    return type === 'integer' ? absurd.replace(/^-|\..*/g, '') : absurd;
  }
  if (name === 'currency') return 'USD';
  if (type === 'date' || type === 'timestamp') return '2026-03-14';
  if (type === 'boolean') return 'no';
  if (type === 'share') return '999999999';
  return name === 'quantity' ? '999999999999' : String(100_000_000 + row);
}

/** A file of the format with its columns as they are declared, each figure absurd. */
function fileOf({ columns }: Adapter): string {
  const named = new Map(
    Object.entries(columns).flatMap((column) =>
      column[1].headers.slice(0, 1).map((header) => [header, column] as const),
    ),
  );
  const rows = ABSURD.map((_, row) => [...named.values()].map((column) => cellOf(column, row)));
  return [[...named.keys()], ...rows]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\n')
    .concat('\n');
}

/** Every third format; all of them with ABSURD=all. */
const TRIED = ADAPTERS.filter((_, index) => process.env['ABSURD'] === 'all' || index % 3 === 0);

it.each(TRIED.map((adapter) => [adapter.id, adapter] as const))(
  'readExports() accounts for absurd figures of %s, or says what is wrong with them',
  async (_, adapter) => {
    const read = readFiles({ 'file.csv': fileOf(adapter) }, shopConfig({ rates: { USD: 150 } }));
    const outcome = await read.catch((error: unknown) => error);
    if (outcome instanceof GenerateError) return;
    if (outcome instanceof Error) throw outcome;
    for (const { rows } of (await read).files)
      expect(rows.used + rows.ignored + rows.rejected).toBe(rows.in);
  },
);

it('readExports() converts a price of a million and more', async () => {
  const { engine } = await readFiles(
    {
      'orders.csv': `order,placedAt,email,sku,quantity,unitPrice,currency
1001,2026-03-01,ann@example.com,S-1,1,7000.00,USD
1002,2026-03-02,ann@example.com,S-1,0,999999999999,USD
`,
    },
    shopConfig({ currency: 'JPY', rates: { USD: 150 } }),
  );
  const lines = await engine.rows(
    'SELECT unit_price::DOUBLE AS price, value::DOUBLE AS value FROM order_lines ORDER BY order_key',
  );
  expect(lines[0]).toEqual({ price: 1_050_000, value: 1_050_000 });
  expect(lines[1]).toMatchObject({ value: 0 });
});

it('readExports() rejects returns, products, campaigns, tickets and traits with a figure beyond measure, and says so', async () => {
  const { files, engine } = await readFiles({
    'orders.csv': ordersCsv('1001,2026-03-01,ann@example.com,S-1,Scarf,1,20'),
    'returns.csv': `order,sku,quantity,value,returnedOn
1001,S-1,1,20,2026-03-13
1001,S-1,400638133393,20,2026-03-13
1001,S-1,1,99999999999,2026-03-13
`,
    'products.csv': 'sku,title,cost\nS-1,Scarf,8\nS-2,Hat,400638133393\n',
    'campaigns.csv': `campaign,recipients,sentAt,clicks
Spring,5000,2026-03-02,210
Summer,400638133393,2026-03-02,210
`,
    'tickets.csv': `ticket,openedAt,contacts,firstReply
T-1,2026-03-02 10:00:00,2,5
T-2,2026-03-02 10:00:00,2,400638133393
`,
  });
  const accounts = Object.fromEntries(
    files.map(({ path, rows, reasons }) => [
      path,
      [rows.used, ...reasons.map((r) => [r.code, r.rows])],
    ]),
  );
  const beyond = (rows: number): unknown[] => ['row/beyond-measure', rows];
  expect(accounts).toEqual({
    'orders.csv': [1],
    'returns.csv': [1, beyond(2)],
    'products.csv': [1, beyond(1)],
    'campaigns.csv': [1, beyond(1)],
    'tickets.csv': [1, beyond(1)],
  });
  const [counts] = await engine.rows(
    `SELECT (SELECT count(*) FROM returns)::INT AS returns, (SELECT count(*) FROM products)::INT AS products,
      (SELECT count(*) FROM campaign_results)::INT AS campaigns, (SELECT count(*) FROM tickets)::INT AS tickets`,
  );
  expect(counts).toEqual({ returns: 1, products: 1, campaigns: 1, tickets: 1 });
});

it('readExports() rejects a return that is beyond measure in the currency of its order', async () => {
  const { files, engine } = await readFiles(
    {
      'orders.csv': `order,placedAt,email,sku,quantity,unitPrice,currency
1001,2026-03-01,ann@example.com,S-1,1,20,USD
`,
      'returns.csv': `order,sku,quantity,value,returnedOn
1001,S-1,1,20,2026-03-13
1001,S-1,1,610063622,2026-03-13
`,
    },
    shopConfig({ currency: 'JPY', rates: { USD: 150 } }),
  );
  expect(files[1]?.reasons).toMatchObject([
    { code: 'row/beyond-measure', rows: 1 },
    { code: 'note/currency-from-order', rows: 1 },
  ]);
  const returns = await engine.rows('SELECT value::DOUBLE AS value FROM returns');
  expect(returns).toEqual([{ value: 3000 }]);
});

it('readExports() says of a barcode in the column of quantities that it is no quantity', async () => {
  const good = Array.from(
    { length: 200 },
    (_, n) => `${String(n)},2026-03-01,ann@example.com,S-1,Scarf,1,20`,
  );
  const { files } = await readFiles({
    'orders.csv': ordersCsv(...good, '999,2026-03-01,ann@example.com,S-1,Scarf,4006381333931,20'),
  });
  expect(files[0]?.reasons).toMatchObject([
    { code: 'row/beyond-measure', rows: 1, example: expect.stringContaining('line 202') as string },
  ]);
});
