import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GenerateError } from '#generate/generate-error.ts';
import { SHOPIFY_COLUMNS } from '#sample/shopify-columns.ts';
import { KLAVIYO_COLUMNS } from '#sample/klaviyo-campaigns.ts';
import type { SampleTruth } from '#sample/truth.ts';
import { SAMPLE_MARK, writeSample, type SampleSummary } from '#sample/write-sample.ts';
import { readCsv, readRecords } from './read-csv.ts';
import { dialectOf, linesAbove } from './platform-dialects.ts';
import { readShopifyOrders } from './read-shopify-orders.ts';

const SMALL = { customers: 300 };
const root = mkdtempSync(join(tmpdir(), 'sample-'));
const folder = join(root, 'exports');
let summary: SampleSummary;

beforeAll(async () => {
  summary = await writeSample(folder, SMALL);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('writeSample()', () => {
  test('writeSample() writes the same bytes for the same seed', async () => {
    const again = join(root, 'again');
    await writeSample(again, SMALL);
    expect(digests(again)).toEqual(digests(folder));
    expect(readFileSync(`${again}.truth.json`)).toEqual(readFileSync(`${folder}.truth.json`));
  });

  test('writeSample() writes over its own files without a trace of what was there', async () => {
    const before = digests(folder);
    await writeSample(folder, SMALL);
    expect(digests(folder)).toEqual(before);
  });

  test('writeSample() writes another shop for another seed', async () => {
    const other = join(root, 'other');
    await writeSample(other, { ...SMALL, seed: 7 });
    const [same, changed] = [digests(folder), digests(other)];
    expect(Object.keys(changed)).toEqual(Object.keys(same));
    expect(changed['returns.csv']).not.toBe(same['returns.csv']);
  });

  test('writeSample() puts exactly the files that it names into the folder, and its mark', () => {
    const named = [SAMPLE_MARK, ...summary.files.map(({ path }) => path)].sort();
    expect(Object.keys(digests(folder))).toEqual(named);
    expect(truth().exports.files).toEqual(summary.files);
    for (const { path, rows } of summary.files) {
      const records = readRecords(join(folder, path), dialectOf(path));
      expect(records, path).toHaveLength(linesAbove(path) + rows);
    }
  });

  test('writeSample() writes the truth beside the folder, not into it', () => {
    expect(summary.truth).toBe(`${folder}.truth.json`);
    expect(Object.keys(digests(folder))).not.toContain('truth.json');
  });

  test('writeSample() refuses a folder that holds other files and leaves it alone', async () => {
    const foreign = join(root, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'orders.csv'), 'mine');
    const refusal = await writeSample(foreign, SMALL).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(GenerateError);
    expect(refusal).toMatchObject({ code: 'sample/foreign-files' });
    expect(Object.keys(digests(foreign))).toEqual(['orders.csv']);
  });
});

describe('orders_export', () => {
  test('orders_export has the 79 columns of Shopify', () => {
    const header = readFileSync(join(folder, 'shopify/orders_export_1.csv'), 'utf8').split('\n')[0];
    expect(header?.split(',')).toEqual(SHOPIFY_COLUMNS);
    expect(SHOPIFY_COLUMNS).toHaveLength(79);
  });

  test('orders_export adds up for each order: subtotal, discount, shipping, tax, total', () => {
    for (const [name, rows] of orders()) {
      const [first] = rows;
      const goods = rows.reduce(
        (sum, row) =>
          sum +
          Number(row['Lineitem quantity']) * cents(row['Lineitem price']) -
          cents(row['Lineitem discount']),
        0,
      );
      const subtotal = cents(first?.['Subtotal']);
      expect(subtotal, name).toBe(goods - cents(first?.['Discount Amount']));
      const taxes = cents(first?.['Taxes']);
      expect(taxes, name).toBe(cents(first?.['Tax 1 Value']) + cents(first?.['Tax 2 Value']));
      const onTop = first?.['Tax 1 Name'] === 'GB VAT 20%' ? 0 : taxes;
      expect(cents(first?.['Total']), name).toBe(subtotal + cents(first?.['Shipping']) + onTop);
      expect(cents(first?.['Refunded Amount']), name).toBeLessThanOrEqual(cents(first?.['Total']));
    }
  });

  test('orders_export says what belongs to the order in its first row only', () => {
    for (const [name, [first, ...others]] of orders()) {
      expect(first?.['Id'], name).not.toBe('');
      for (const row of others) {
        expect([row['Id'], row['Total'], row['Currency'], row['Source']]).toEqual(['', '', '', '']);
        expect(row['Created at']).toBe(first?.['Created at']);
      }
    }
  });

  test('orders_export holds the oddities of real files', () => {
    const firsts = [...orders().values()].flatMap(([first]) => (first ? [first] : []));
    const some = (test: (row: Record<string, string>) => boolean) => firsts.some(test);
    expect(some((row) => row['Billing Zip']?.startsWith("'") === true)).toBe(true);
    expect(some((row) => row['Note Attributes']?.includes('\n') === true)).toBe(true);
    expect(some((row) => row['Cancelled at'] !== '')).toBe(true);
    expect(some((row) => row['Financial Status'] === 'partially_refunded')).toBe(true);
    expect(some((row) => row['Accepts Marketing'] === '' && row['Email'] !== '')).toBe(true);
    expect(some((row) => row['Email'] === '')).toBe(true);
    expect(some((row) => row['Total'] === '0.00')).toBe(true);
    expect(some((row) => row['Source'] === 'pos')).toBe(true);
    expect(some((row) => /^\d+$/.test(row['Source'] ?? ''))).toBe(true);
    expect(some((row) => row['Discount Code'] !== '')).toBe(true);
    expect(some((row) => row['Notes'] !== '')).toBe(true);
  });

  test('orders_export writes the offset of New York on that day', () => {
    for (const [, [first]] of orders()) {
      const written = first?.['Created at'] ?? '';
      const [day = '', clock = '', offset = ''] = written.split(' ');
      const instant = new Date(`${day}T${clock}${offset.slice(0, 3)}:${offset.slice(3)}`);
      const local = new Intl.DateTimeFormat('sv-SE', {
        timeZone: 'America/New_York',
        dateStyle: 'short',
        timeStyle: 'medium',
      }).format(instant);
      expect(local).toBe(`${day} ${clock}`);
    }
  });

  test('orders_export names only customers whose kind is planted, at addresses that cannot exist', () => {
    const { customers } = truth();
    for (const [name, [first]] of orders()) {
      const email = (first?.['Email'] ?? '').toLowerCase();
      if (email === '') continue;
      expect(customers[email], name).toBeDefined();
      expect(email).toMatch(/@example\.(com|org|net)$/);
    }
    expect(Object.keys(customers)).toHaveLength(SMALL.customers);
  });
});

describe('tables of the sample', () => {
  test('returns, shipments and checks refer to orders that exist', () => {
    const known = orders();
    for (const file of ['returns.csv', 'shipments.csv', 'fulfilment-checks.csv']) {
      for (const row of readCsv(join(folder, file))) {
        expect(known.has(row['order'] ?? ''), file).toBe(true);
      }
    }
  });

  test('returns come after the order, within 60 days, and never after the newest order', () => {
    const known = orders();
    for (const row of readCsv(join(folder, 'returns.csv'))) {
      const bought = known.get(row['order'] ?? '')?.[0]?.['Created at']?.slice(0, 10) ?? '';
      const days = (Date.parse(row['returnedOn'] ?? '') - Date.parse(bought)) / 86_400_000;
      expect(days).toBeGreaterThan(0);
      expect(days).toBeLessThanOrEqual(60);
      expect((row['returnedOn'] ?? '') <= summary.newest).toBe(true);
    }
  });

  test('products know every SKU of goods', () => {
    const skus = new Set(readCsv(join(folder, 'products.csv')).map((row) => row['sku']));
    for (const rows of orders().values()) {
      for (const row of rows) {
        if (row['Vendor'] !== '') expect(skus.has(row['Lineitem sku'])).toBe(true);
      }
    }
  });

  test('klaviyo campaigns have the 24 columns, collapsed rows, emoji and newlines', () => {
    const rows = readCsv(join(folder, 'klaviyo/campaigns.csv'));
    expect(KLAVIYO_COLUMNS).toHaveLength(24);
    expect(Object.keys(rows[0] ?? {})).toEqual(KLAVIYO_COLUMNS);
    expect(rows.length).toBeGreaterThanOrEqual(40);
    const subjects = rows.map((row) => row['Subject'] ?? '');
    expect(
      subjects.filter((subject) => subject === '[MULTIPLE VARIATIONS]').length,
    ).toBeGreaterThan(2);
    expect(subjects.some((subject) => subject.includes('\n'))).toBe(true);
    expect(subjects.some((subject) => /\p{Extended_Pictographic}/u.test(subject))).toBe(true);
  });

  test('kpi snapshots are the ratio that they claim', () => {
    for (const row of readCsv(join(folder, 'kpi-snapshots.csv'))) {
      if (row['unit'] !== 'ratio') continue;
      const ratio = Number(row['numerator']) / Number(row['denominator']);
      expect(Number(row['value'])).toBeCloseTo(ratio, 3);
    }
  });
});

let read: Map<string, Record<string, string>[]> | undefined;

function orders(): Map<string, Record<string, string>[]> {
  read ??= readShopifyOrders(folder);
  return read;
}

function truth(): SampleTruth {
  return JSON.parse(readFileSync(summary.truth, 'utf8')) as SampleTruth;
}

function cents(text: string | undefined): number {
  return Math.round(Number(text === '' ? 0 : text) * 100);
}

/** Path → SHA-256 of every file below, sorted by path. */
function digests(directory: string): Record<string, string> {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(directory, path)))
        .digest('hex'),
    ]),
  );
}
