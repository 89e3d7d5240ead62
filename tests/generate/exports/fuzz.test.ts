import { readFile as readBytes } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GenerateError } from '#generate/generate-error.ts';
import { anyContent, anyName, AROUND, CSV, JSON_LINES, ROWS, SHEET } from './any-file.ts';
import { ordersCsv } from './exports-fixture.ts';
import { openFileReader, type FileReader } from './file-reader.ts';
import { makeXlsx } from './unpack/make-xlsx.ts';
import { makeXmlSpreadsheet, xmlRows, xmlSheet } from './unpack/make-xml-spreadsheet.ts';
import { makeZip } from './unpack/make-zip.ts';

/** `FUZZ_CASES=10000 npx vitest run --project unit tests/generate/exports/fuzz.test.ts` is the long run. */
const CASES = Number(process.env.FUZZ_CASES ?? 500);
/** A case takes some milliseconds; a file that takes so long hangs. */
const CASE_SECONDS = 30;
const SECONDS_PER_CASE = 2;

const TABLE = `SELECT 'A' || n AS "order", DATE '2026-01-05' AS placedAt, 's' AS sku, n AS quantity, 1.5 AS unitPrice FROM range(50) t(n)`;

let goodFiles: Buffer[] = [];
let reader: FileReader;

beforeAll(async () => {
  reader = await openFileReader();
  const path = join(reader.folder, 'good.parquet');
  await reader.engine.run(`COPY (${TABLE}) TO $1 (FORMAT parquet)`, [path]);
  const parquet = await readBytes(path);
  const zipped = AROUND.map((around) => around(Buffer.from(CSV)));
  const xlsx = makeXlsx({ sheets: [{ name: 'S', rows: SHEET }], sharedStrings: ['<t>A2</t>'] });
  goodFiles = [
    Buffer.from(CSV.replaceAll(',', '\t')),
    Buffer.from(JSON_LINES),
    Buffer.from(`[${JSON_LINES.trim().replace('\n', ',')}]`),
    xlsx,
    Buffer.from(
      makeXmlSpreadsheet(xmlSheet('S', xmlRows(CSV.split('\n').map((line) => line.split(','))))),
    ),
    parquet,
    gzipSync(parquet),
    makeZip([
      { path: 'r.xlsx', content: xlsx, stored: true },
      { path: 't.parquet', content: parquet },
    ]),
    ...zipped,
  ];
});

afterAll(() => reader.close());

it(
  'planFolder() and readFile() give a report or an error message for any bytes under any name',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        anyName,
        anyContent(() => goodFiles),
        async (path, bytes) => {
          const started = performance.now();
          const error = await readOne(path, bytes);
          expect((performance.now() - started) / 1000).toBeLessThan(CASE_SECONDS);
          if (error === null) return;
          if (!(error instanceof GenerateError)) throw error;
          expect(error.message).toMatch(/^Cannot (read|convert) /);
          expect(error.hint).not.toBe('');
        },
      ),
      { numRuns: CASES },
    );
    // The engine is none the worse for it.
    expect(await readOne('orders.csv', Buffer.from(ordersCsv(ROWS[0] ?? '')))).toBeNull();
  },
  CASES * SECONDS_PER_CASE * 1000,
);

/** Reads one file as `generate` would and checks that every row is accounted for; what it fails with. */
function readOne(path: string, bytes: Buffer): Promise<unknown> {
  return reader.read(path, bytes, ({ rows }) => {
    expect(rows.used + rows.ignored + rows.rejected).toBe(rows.in);
  });
}
