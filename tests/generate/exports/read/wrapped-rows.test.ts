import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER =
  'order,placedAt,email,sku,title,quantity,unitPrice,orderTotal,discountCode,channel,customerId';

/** What a spreadsheet program saves where columns are parted by semicolons and the file has commas. */
function resaved(csv: string): string {
  const lines = csv.split('\n').map((line) =>
    line
      .split(';')
      .map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(';'),
  );
  return lines.map((line) => (line === '' ? '' : `${line};`)).join('\n');
}

const ROWS = [
  '1001,2026-03-01,ann@example.com,S-1,"Scarf, red",1,20.00,20.00,,web,',
  '1002,2026-03-02,ben@example.com,S-2,Hat,2,15.00,30.00,,web,',
  '1003,2026-03-03,cam@example.com,S-3,"6"" plate; blue',
  'second line",1,8.00,8.00,,"web, mobile",',
];

it('readExports() reads rows that a spreadsheet program has put in quotes as a whole', async () => {
  const csv = `${[HEADER, ...ROWS].join('\n')}\n`;
  const { files, engine } = await readFiles({ 'orders.csv': resaved(csv) }, shopConfig());
  expect(files[0]?.rows).toEqual({ in: 3, used: 3, ignored: 0, rejected: 0 });
  expect(files[0]?.reasons.map(({ code }) => code)).toContain('note/wrapped-rows');
  expect(
    await engine.rows('SELECT title, value::DECIMAL(9,2) AS value FROM order_lines ORDER BY 1'),
  ).toEqual([
    { title: '6" plate; blue\nsecond line', value: '8.00' },
    { title: 'Hat', value: '30.00' },
    { title: 'Scarf, red', value: '20.00' },
  ]);
});

/** What it saves of one column of rows where commas part columns: each in quotes. */
function inOneColumn(csv: string): string {
  return csv.replaceAll(/^.+$/gm, (line) => `"${line.replaceAll('"', '""')}"`);
}

it.each([
  ['its header had quotes', resaved(`"${HEADER.replaceAll(',', '","')}"\n${ROWS.join('\n')}\n`)],
  ['commas part columns there', inOneColumn(`${[HEADER, ...ROWS.slice(0, 2)].join('\n')}\n`)],
  [
    'lines stand above',
    inOneColumn(`Orders of March\n\n${[HEADER, ...ROWS.slice(0, 2)].join('\n')}\n`),
  ],
])('readExports() reads them where the header is such a row, too: %s', async (_why, csv) => {
  const { files, engine } = await readFiles({ 'orders.csv': csv }, shopConfig());
  expect(files[0]?.rows.rejected).toBe(0);
  expect(files[0]?.reasons.map(({ code }) => code)).toContain('note/wrapped-rows');
  expect(
    await engine.rows(
      "SELECT title, value::DECIMAL(9,2) AS value FROM order_lines WHERE title NOT LIKE '6%' ORDER BY 1",
    ),
  ).toEqual([
    { title: 'Hat', value: '30.00' },
    { title: 'Scarf, red', value: '20.00' },
  ]);
});

it('readExports() takes a line of commas in quotes above the header for what it is', async () => {
  const rows = ROWS.slice(0, 2).map((row) => row.replace('1001', '"1001, web"'));
  const { files } = await readFiles({
    'orders.csv': `"Orders of Ann, Ben, Cam, Dan, Eve"\n${[HEADER, ...rows].join('\n')}\n`,
  });
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(files[0]?.reasons.map(({ code }) => code)).not.toContain('note/wrapped-rows');
});

it('readExports() says nothing of the like where only a cell is in quotes', async () => {
  const { files } = await readFiles(
    { 'orders.csv': `${[HEADER, ...ROWS].join('\n')}\n` },
    shopConfig(),
  );
  expect(files[0]?.rows.used).toBe(3);
  expect(files[0]?.reasons.map(({ code }) => code)).not.toContain('note/wrapped-rows');
});

it('unwrapRows() gives back any text, in whatever parts it comes', async () => {
  const { unwrapped } = await import('#generate/exports/read/unwrap-rows.ts');
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '""', '\n', 'é'), maxLength: 6 });
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 5 }),
      fc.integer({ min: 1, max: 7 }),
      async (rows, size) => {
        const csv = rows
          .map((cells) => cells.map((text) => `"${text}"`).join(','))
          .map((line) => `x,${line}\n`)
          .join('');
        const bytes = Buffer.from(resaved(csv));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        const out: Buffer[] = [];
        for await (const chunk of unwrapped(chunks, ';'.charCodeAt(0)))
          out.push(Buffer.from(chunk));
        expect(Buffer.concat(out).toString()).toBe(csv);
      },
    ),
  );
});
