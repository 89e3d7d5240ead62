import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasEscapedQuotes, withDoubledQuotes } from '#generate/exports/read/escaped-quotes.ts';
import { ordersCsv, readFiles } from '../exports-fixture.ts';

const letters = fc.constantFrom('a', ' ', ',', '"', '\\', '\n', 'é');
const cell = fc.string({ unit: letters, maxLength: 6 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });

function written(rows: string[][], quoted: (text: string) => string): string {
  return rows.map((cells) => `x,${cells.map((text) => `"${quoted(text)}"`).join(',')}\n`).join('');
}

/** With a backslash before quotation marks, backslashes and line breaks. */
function escaped(rows: string[][]): string {
  return written(rows, (text) => text.replaceAll(/[\\"\n]/g, '\\$&'));
}

function doubled(rows: string[][]): string {
  return written(rows, (text) => text.replaceAll('"', '""'));
}

function inChunks(text: string, size: number): Buffer[] {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
}

it('withDoubledQuotes() gives back any text, in whatever parts it comes', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
      const out: Buffer[] = [];
      for await (const chunk of withDoubledQuotes(inChunks(escaped(rows), size), ','))
        out.push(Buffer.from(chunk));
      expect(Buffer.concat(out).toString()).toBe(doubled(rows));
    }),
  );
});

it('hasEscapedQuotes() finds nothing in a file that doubles its quotation marks', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
      expect(await hasEscapedQuotes(inChunks(doubled(rows), size), ',')).toBe(false);
    }),
  );
});

it.each([1, 2, 3, 100])('hasEscapedQuotes() finds one in parts of %i bytes', async (size) => {
  const text = 'x,"a\\","b ""c"\n5\\" lamp,"say \\"no\\" twice"\n';
  expect(await hasEscapedQuotes(inChunks(text, size), ',')).toBe(true);
  expect(await hasEscapedQuotes(inChunks(text.replaceAll('\\"', '""'), size), ',')).toBe(false);
});

it('readExports() reads a table whose writer keeps quotation marks by a backslash', async () => {
  const { files, engine } = await readFiles({
    'orders.csv': ordersCsv(
      String.raw`1001,2026-03-01,ann@example.com,S-1,"Lamp \"Moon\", 5\" wide",1,20.00`,
      String.raw`1002,2026-03-02,ben@example.com,S-2,"C:\\new\\",2,15.00`,
      '1003,2026-03-03,cam@example.com,S-3,5\\" nails,1,8.00',
    ),
  });
  expect(files[0]?.rows).toEqual({ in: 3, used: 3, ignored: 0, rejected: 0 });
  expect(await engine.rows('SELECT title FROM order_lines ORDER BY order_key')).toEqual([
    { title: 'Lamp "Moon", 5" wide' },
    { title: String.raw`C:\new` + '\\' },
    { title: '5\\" nails' },
  ]);
});
