import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadRaw } from '#generate/exports/read/load-raw.ts';
import { readFiles } from './exports-fixture.ts';

/** Text as cells hold it: delimiters, quotes, line breaks inside, letters of cp1252. */
const cell = fc
  .array(
    fc.constantFrom('a', 'B', '7', ' ', ',', ';', '\t', '|', '"', '\n', 'é', '€', 'ß', "'", '\\'),
    {
      maxLength: 12,
    },
  )
  .map((letters) => letters.join('').trim());

const table = fc.array(fc.record({ sku: cell, title: cell, brand: cell }), {
  minLength: 1,
  maxLength: 12,
});

const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'cp1252'),
  alwaysQuote: fc.boolean(),
  finalBreak: fc.boolean(),
  blankLines: fc.boolean(),
  compressed: fc.boolean(),
  columns: fc.shuffledSubarray(['answeredOn', 'survey', 'question', 'answer', 'score'], {
    minLength: 5,
  }),
});

type Row = Record<string, string>;
type Dialect = typeof dialect extends fc.Arbitrary<infer D> ? D : never;

const CP1252: Record<string, number> = { '€': 0x80, é: 0xe9, ß: 0xdf };

function encode(text: string, encoding: string): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'cp1252')
    return Buffer.from(Array.from(text, (c) => CP1252[c] ?? c.charCodeAt(0)));
  return Buffer.from(text);
}

function write(rows: Row[], d: Dialect): Buffer {
  const quote = (text: string): string =>
    d.alwaysQuote || /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [d.columns, ...rows.map((row) => d.columns.map((name) => row[name] ?? ''))].map(
    (cells) => cells.map(quote).join(d.delimiter),
  );
  const text = lines.join(d.blankLines ? d.lineBreak + d.lineBreak : d.lineBreak);
  const bytes = encode(text + (d.finalBreak ? d.lineBreak : ''), d.encoding);
  return d.compressed ? gzipSync(bytes) : bytes;
}

it('readExports() reads the same rows from every dialect', async () => {
  await fc.assert(
    fc.asyncProperty(table, dialect, async (cells, d) => {
      const rows = cells.map(({ sku, title, brand }, index) => ({
        survey: `s${sku}`,
        answeredOn: '2026-01-05',
        question: `q${title}`,
        answer: brand,
        score: String(index),
      }));
      const { files, engine } = await readFiles({ 'answers.dat': write(rows, d) });
      expect(files[0]?.rows).toMatchObject({ in: rows.length, used: rows.length });
      const read = await engine.rows(
        'SELECT survey, question, answer, score::INTEGER AS score FROM survey_responses ORDER BY score',
      );
      expect(read).toEqual(
        rows.map(({ survey, question, answer }, score) => ({
          survey,
          question,
          answer: answer === '' ? null : answer,
          score,
        })),
      );
      engine.close();
    }),
    { numRuns: 25 },
  );
}, 240_000);

it('readExports() reads lone returns and mixed line breaks', async () => {
  const header = 'sku,title';
  for (const text of [`${header}\rA,one\rB,two\r`, `${header}\nA,one\r\nB,two\rC,three\n`]) {
    const { files, engine } = await readFiles({ 'products.csv': text });
    const rows = await engine.rows('SELECT sku, title FROM products ORDER BY sku');
    expect(rows.slice(0, 2)).toEqual([
      { sku: 'A', title: 'one' },
      { sku: 'B', title: 'two' },
    ]);
    expect(files[0]?.rows.in).toBe(rows.length);
  }
});

it.each([
  ['\r\n', '\n'],
  ['\n', '\r\n'],
  ['\r', '\n'],
])(
  'readExports() reads rows below a note that ends in %j while they end in %j',
  async (above, below) => {
    const rows = ['sku,title', 'A,one', 'B,"two', 'lines"', ''].join(below);
    for (const note of ['Products of today', `"Products, of${above}today"`]) {
      const { files, engine } = await readFiles({ 'products.csv': `${note}${above}${rows}` });
      expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
      expect(await engine.rows('SELECT title FROM products ORDER BY sku')).toMatchObject([
        { title: 'one' },
        {},
      ]);
    }
  },
);

it('readExports() finds the header below title lines, whatever the spelling of its names', async () => {
  const text = 'Report,of,today\n\n\u0421ategory;SKU;Title\u00a0\nmugs;S1;Mug\n';
  const { files, engine } = await readFiles({ 'products.csv': text });
  expect(files[0]?.rows).toEqual({ in: 1, used: 1, ignored: 0, rejected: 0 });
  expect(await engine.rows('SELECT sku, category FROM products')).toEqual([
    { sku: 'S1', category: 'mugs' },
  ]);
});

it('loadRaw() keeps the reader strict: no source uses its lenient options', () => {
  expect(loadRaw.name).toBe('loadRaw');
  const sources = readdirSync('scripts/generate', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts'),
  );
  for (const path of sources) {
    const text = readFileSync(join('scripts/generate', path), 'utf8');
    expect(text, path).not.toMatch(/ignore_errors|null_padding|strict_mode/);
  }
});

it('readExports() reads a file of nearly as many columns as are allowed', async () => {
  const questions = Array.from({ length: 4990 }, (_, i) => `How was thing ${i} for you?`);
  const lines = [`Timestamp,${questions.join(',')}`];
  for (const day of ['01', '13']) {
    lines.push(`2026-03-${day} 10:00:00,${questions.map(() => 'fine').join(',')}`);
  }
  const { files, engine } = await readFiles({ 'form.csv': `${lines.join('\n')}\n` });
  expect(files[0]).toMatchObject({ adapter: 'google-forms', rows: { in: 2, used: 2 } });
  const [read] = await engine.rows(
    'SELECT count(*)::INTEGER AS n, count(DISTINCT question)::INTEGER AS questions FROM survey_responses',
  );
  expect(read).toEqual({ n: 9980, questions: 4990 });
}, 60_000);
