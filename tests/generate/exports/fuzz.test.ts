import { readFile as readBytes } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GenerateError } from '#generate/generate-error.ts';
import { ordersCsv } from './exports-fixture.ts';
import { openFileReader, type FileReader } from './file-reader.ts';
import { makeXlsx, textRows } from './unpack/make-xlsx.ts';
import { makeZip } from './unpack/make-zip.ts';

/** `FUZZ_CASES=10000 npx vitest run --project unit tests/generate/exports/fuzz.test.ts` is the long run. */
const CASES = Number(process.env.FUZZ_CASES ?? 500);
/** A case takes some milliseconds; a file that takes so long hangs. */
const CASE_SECONDS = 30;
const SECONDS_PER_CASE = 1;

const ROWS = [
  'A1,2026-01-05 10:00:00,ann@example.com,S1,"Mug, large",2,10.00',
  'A1,2026-01-05 10:00:00,ann@example.com,S2,Cup,1,"1,234.50"',
  'A2,2026-01-06,bob@example.com,S1,"Mug, ""large""",1,10.00',
];
const CSV = ordersCsv(...ROWS);
const CELLS = [
  ['order', 'placedAt', 'email', 'sku', 'quantity', 'unitPrice'],
  ['A1', '2026-01-05', 'ann@example.com', 'S1', '2', '10.00'],
];
const JSON_LINES =
  '{"order":"A1","placedAt":"2026-01-05","sku":"S1","quantity":2,"unitPrice":10.5}\n{"order":"A2","placedAt":"2026-01-05","quantity":1,"unitPrice":null,"tags":["x"]}\n';
const TABLE = `SELECT 'A' || n AS "order", DATE '2026-01-05' AS placedAt, 's' AS sku, n AS quantity, 1.5 AS unitPrice FROM range(50) t(n)`;
const SHEET = `${textRows(CELLS)}<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>43862.5</v></c><c r="E3"><v>1</v></c><c r="F3"><v>7.1E-2</v></c></row>`;

const EXTENSIONS = ['.csv', '.tsv', '.txt', '.xlsx', '.zip', '.gz', '.csv.gz', '.parquet'];
const name = fc.constantFrom(
  ...[...EXTENSIONS, '.jsonl', '.json', '.xls', '.dat', ''].map((ext) => `orders${ext}`),
  '.csv',
);

/** Pieces that mean something to one reader or another. */
const PIECES = [
  ...[
    ',',
    ';',
    '\t',
    '|',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    '\\',
    "'",
    '{',
    '}',
    '[',
    ']',
    ':',
    '<',
    '>',
    '&lol;',
  ],
  ...[
    '0',
    '-1',
    '9999999999',
    '1e999',
    'NaN',
    '\u0000',
    '\ufeff',
    'é',
    '\ud800',
    'r="',
    'A1',
    'XFD',
    '</row>',
  ],
  ...[
    'PK\u0003\u0004',
    'PAR1',
    '\u001f\u008b',
    '../',
    '<!DOCTYPE x [<!ENTITY lol "lol">]>',
    'total',
    'order',
  ],
];

interface Mutation {
  at: number;
  length: number;
  kind: 'flip' | 'cut' | 'insert' | 'repeat' | 'end';
  piece: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  kind: fc.constantFrom('flip', 'cut', 'insert', 'repeat', 'end'),
  piece: fc.constantFrom(...PIECES),
});
const mutations = fc.array(mutation, { maxLength: 4 });

function mutate(bytes: Buffer, changes: Mutation[]): Buffer {
  return changes.reduce((now, { at, length, kind, piece }) => {
    const from = Math.floor(at * now.length);
    const [before, after] = [now.subarray(0, from), now.subarray(from)];
    switch (kind) {
      case 'flip':
        return Buffer.concat([
          before,
          Buffer.from([(after[0] ?? 0) ^ (1 << (length % 8))]),
          after.subarray(1),
        ]);
      case 'cut':
        return Buffer.concat([before, after.subarray(length)]);
      case 'insert':
        return Buffer.concat([before, Buffer.from(piece), after]);
      case 'repeat':
        return Buffer.concat([before, after.subarray(0, length), after]);
      case 'end':
        return before;
    }
  }, bytes);
}

/** Containers around a text that was changed, so that the change is met inside and not at the checksum. */
const AROUND: ((text: Buffer) => Buffer)[] = [
  (text) => text,
  (text) => gzipSync(text),
  (text) => Buffer.from(text.toString('utf8'), 'utf16le'),
  (text) =>
    makeZip([
      { path: 'a/orders.csv', content: text },
      { path: 'b.jsonl', content: text },
    ]),
  (text) => makeZip([{ path: 'in.zip', content: makeZip([{ path: 'o.csv', content: text }]) }]),
  (text) =>
    makeXlsx({
      sheets: [{ name: 'S', rows: text.toString() }],
      sharedStrings: ['<t>A2</t>'],
      formats: ['yyyy-mm-dd'],
    }),
  (text) => makeXlsx({ sheets: [{ name: 'S', rows: SHEET }], sharedStrings: [text.toString()] }),
];

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

const content = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...PIECES), { maxLength: 60 })
      .map((parts) => Buffer.from(parts.join(''))),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(), mutations)
      .map(([index, changes]) =>
        mutate(goodFiles[index % goodFiles.length] ?? Buffer.alloc(0), changes),
      ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(CSV, JSON_LINES, SHEET), fc.constantFrom(...AROUND), mutations)
      .map(([text, around, changes]) => around(mutate(Buffer.from(text), changes))),
  },
);

it(
  'planFolder() and readFile() give a report or an error message for any bytes under any name',
  async () => {
    await fc.assert(
      fc.asyncProperty(name, content, async (path, bytes) => {
        const started = performance.now();
        const error = await readOne(path, bytes);
        expect((performance.now() - started) / 1000).toBeLessThan(CASE_SECONDS);
        if (error === null) return;
        if (!(error instanceof GenerateError)) throw error;
        expect(error.message).toMatch(/^Cannot (read|convert) /);
        expect(error.hint).not.toBe('');
      }),
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
