import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { ordersCsv } from './exports-fixture.ts';
import { makeXlsx, textRows } from './unpack/make-xlsx.ts';
import { makeXmlSpreadsheet, xmlSheet } from './unpack/make-xml-spreadsheet.ts';
import { makeZip } from './unpack/make-zip.ts';

/** Rows of orders.csv. */
export const ROWS = [
  'A1,2026-01-05 10:00:00,ann@example.com,S1,"Mug, large",2,10.00',
  'A1,2026-01-05 10:00:00,ann@example.com,S2,Cup,1,"1,234.50"',
  'A2,2026-01-06,bob@example.com,S1,"Mug, ""large""",1,10.00',
];
export const CSV = ordersCsv(...ROWS);
const CELLS = [
  ['order', 'placedAt', 'email', 'sku', 'quantity', 'unitPrice'],
  ['A1', '2026-01-05', 'ann@example.com', 'S1', '2', '10.00'],
];
export const JSON_LINES =
  '{"order":"A1","placedAt":"2026-01-05","sku":"S1","quantity":2,"unitPrice":10.5}\n{"order":"A2","placedAt":"2026-01-05","quantity":1,"unitPrice":null,"tags":["x"]}\n';
export const SHEET = `${textRows(CELLS)}<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>43862.5</v></c><c r="E3"><v>1</v></c><c r="F3"><v>7.1E-2</v></c></row>`;

const EXTENSIONS = ['.csv', '.tsv', '.txt', '.xlsx', '.zip', '.gz', '.csv.gz', '.parquet'];
/** Names of exports, and others. */
export const anyName = fc.constantFrom(
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
export const AROUND: ((text: Buffer) => Buffer)[] = [
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
  (text) => Buffer.from(makeXmlSpreadsheet(xmlSheet('S', text.toString()))),
];

/** Bytes as nobody means to export: any, pieces of formats, and good files with damage outside and inside their containers. */
export function anyContent(goodFiles: () => Buffer[]): fc.Arbitrary<Buffer> {
  return fc.oneof(
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
          mutate(goodFiles()[index % goodFiles().length] ?? Buffer.alloc(0), changes),
        ),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(CSV, JSON_LINES, SHEET), fc.constantFrom(...AROUND), mutations)
        .map(([text, around, changes]) => around(mutate(Buffer.from(text), changes))),
    },
  );
}
