import { expect, it } from 'vitest';
import type { PortalConfigInput } from '#core/schemas/portal-config.ts';
import { failure, ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';
import { makeXlsx } from '../unpack/make-xlsx.ts';

const SHOPIFY =
  'Name,Email,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price';

/** What an order of one thing at each of the prices costs, as the portal reads it. */
async function pricesOf(
  prices: string[],
  platforms: PortalConfigInput['platforms'] = {},
): Promise<unknown[]> {
  const rows = prices.map(
    (price, index) =>
      `#${index + 1},a${index}@example.com,GBP,"${price}",0,0,"${price}",2026-01-05 10:00:00 +0000,1,Mug,"${price}"`,
  );
  const { engine } = await readFiles(
    { 'orders.csv': `${[SHOPIFY, ...rows].join('\n')}\n` },
    shopConfig({ platforms }),
  );
  const lines = await engine.rows(
    'SELECT unit_price::VARCHAR AS price FROM order_lines ORDER BY order_key',
  );
  return lines.map(({ price }) => price);
}

it.each([
  ['a point is the decimal sign where nothing else is shown', ['250.000'], ['250.0000']],
  ['a comma before three digits parts thousands then', ['250,000'], ['250000.0000']],
  [
    'another cell with a decimal comma shows that the point parts thousands',
    ['250.000', '1.250,50'],
    ['250000.0000', '1250.5000'],
  ],
  [
    'another cell with a decimal point shows that it is one',
    ['250.000', '1,250.50'],
    ['250.0000', '1250.5000'],
  ],
])('inferForm(): %s', async (_, cells, prices) => {
  expect(await pricesOf(cells)).toEqual(prices);
});

const WHOLE = ['1.830', '249', '2.100', '78', '1.200', '35', '4.900', '500', '1.005', '12'];

it('pointedAmounts() knows amounts of whole units whose thousands are parted by points', async () => {
  const prices = WHOLE.map((price) => `${price.replace('.', '')}.0000`);
  expect(await pricesOf(WHOLE)).toEqual(expect.arrayContaining(prices));
});

it.each([
  ['one amount has cents', '12.5'],
  ['one is below one', '0.125'],
  ['thousands are written without a sign elsewhere', '1830'],
])('pointedAmounts() leaves the point the decimal sign where %s', async (_, price) => {
  expect(await pricesOf([...WHOLE, price])).toContain('1.8300');
});

it('pointedAmounts() says that it is only assumed what few amounts with a point before three digits mean', async () => {
  const [header, ...rows] = [SHOPIFY, '#1,a@example.com,GBP,250.000,0,0,250.000,2026-01-05 10:00:00 +0000,1,Mug,250.000']; // prettier-ignore
  const noteOf = async (
    lines: (string | undefined)[],
    platforms: PortalConfigInput['platforms'] = {},
  ): Promise<unknown[]> => {
    const file = { 'orders.csv': [...lines, ''].join('\n') };
    const { files } = await readFiles(file, shopConfig({ platforms }));
    return files.flatMap(({ reasons }) =>
      reasons.filter(({ code }) => code === 'note/decimal-sign'),
    );
  };
  expect(await noteOf([header, ...rows])).toMatchObject([
    { rows: 3, reason: expect.stringContaining("'shopify-orders': { decimal: ',' }") as string },
  ]);
  expect(await noteOf([header, ...rows], { shopify: { decimal: '.' } })).toEqual([]);
  const withCents = '#2,b@example.com,GBP,2.50,0,0,2.50,2026-01-05 10:00:00 +0000,1,Cup,2.50';
  expect(await noteOf([header, ...rows, withCents])).toEqual([]);
});

it('inferForm() takes the decimal sign that the config says', async () => {
  const platforms = { shopify: { decimal: ',' as const } };
  expect(await pricesOf(['250.000'], platforms)).toEqual(['250000.0000']);
});

it('inferForm() guesses nothing in the generic CSVs: a comma without other evidence is no number', async () => {
  const order = (price: string): string =>
    ordersCsv(`A1,2026-01-05 10:00:00,ann@example.com,S1,Mug,1,"${price}"`);
  const { files, engine } = await readFiles({ 'orders.csv': order('250.000') });
  expect(files[0]?.rows).toMatchObject({ used: 1, rejected: 0 });
  expect(await engine.rows('SELECT unit_price::VARCHAR AS p FROM order_lines')).toEqual([
    { p: '250.0000' },
  ]);
  const { files: other } = await readFiles({ 'orders.csv': order('250,000') });
  expect(other[0]?.reasons).toMatchObject([{ code: 'row/bad-number', rows: 1 }]);
});

it.each([
  ['as many', ['31/01/2026', '02/28/2026'], [2, 3]],
  [
    'fewer',
    ['03/04/2026', '01/31/2026', '28/02/2026', '01/30/2026', '27/02/2026', '01/29/2026'],
    [4, 3],
  ],
])(
  'inferForm() names a line of each kind where %s days have the day first as the month',
  async (_, days, lines) => {
    const rows = days.map(
      (day, index) => `#${index + 1},a${index}@example.com,GBP,5,0,0,5,${day} 10:00,1,Mug,5`,
    );
    const error = await failure(
      readFiles({ 'orders.csv': `${[SHOPIFY, ...rows].join('\n')}\n` }, shopConfig()),
    );
    expect(error.code).toBe('export/mixed-date-orders');
    expect(error.issues.map(({ line, found }) => [found, line])).toEqual([
      ['a day before its month', lines[0]],
      ['a month before its day', lines[1]],
    ]);
    expect(error.hint).toContain('export the file again');
  },
);

/** Orders of a sheet by their prices: numbers are cells of numbers. */
function sheet(...prices: (number | string)[]): Record<string, Buffer> {
  const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const cell = (value: number | string): string =>
    typeof value === 'number' ? `<c><v>${String(value)}</v></c>` : text(value);
  const rows = prices.map((price, index) => {
    const before = [`#${String(index + 1)}`, `a${String(index)}@example.com`, 'GBP'].map(text);
    const after = ['2026-01-05 10:00:00 +0000', '1', 'Mug'].map(text);
    return [...before, ...[price, 0, 0, price].map(cell), ...after, cell(price)].join('');
  });
  const all = [SHOPIFY.split(',').map(text).join(''), ...rows];
  const name = 'Orders';
  return {
    'orders.xlsx': makeXlsx({
      sheets: [{ name, rows: all.map((row) => `<row>${row}</row>`).join('') }],
    }),
  };
}

it('inferForm() takes each amount of a sheet by its own sign where some are numbers and others texts', async () => {
  const { files, engine } = await readFiles(
    sheet(1234.5, 0.125, 7, 98.333333333, '12,50', '1.234,50 €', '0,75', '1,234.5', '1.234.567'),
    shopConfig({ rates: { EUR: 1 } }),
  );
  expect(files[0]?.rows).toMatchObject({ used: 9, rejected: 0 });
  const lines = await engine.rows(
    'SELECT unit_price::VARCHAR AS price FROM order_lines ORDER BY order_key',
  );
  expect(lines.map(({ price }) => price)).toEqual(
    ['1234.5', '0.125', '7', '98.3333', '12.5', '1234.5', '0.75', '1234.5', '1234567'].map(
      (price) => Number(price).toFixed(4),
    ),
  );
});

it('inferForm() rejects an amount of such a sheet that could mean two things', async () => {
  const { files } = await readFiles(
    sheet(1234.5, '12,50', '1.234', '1,234'),
    shopConfig({ limits: { rejectedShare: 0.5 } }),
  );
  expect(files[0]?.rows).toEqual({ in: 4, used: 2, ignored: 0, rejected: 2 });
  expect(files[0]?.reasons).toMatchObject([
    {
      code: 'row/bad-number',
      rows: 2,
      reason: expect.stringContaining('could be thousands') as string,
      example: 'lines 4, 5, column "Subtotal": found "1.234"',
    },
  ]);
});

it('inferForm() lets one mistyped amount of a sheet change no other', async () => {
  const numbers = Array.from({ length: 200 }, (_, index) => index + 0.25);
  const { files } = await readFiles(sheet(...numbers, '1,234', '0,5'));
  expect(files[0]?.rows).toEqual({ in: 202, used: 201, ignored: 0, rejected: 1 });
});
