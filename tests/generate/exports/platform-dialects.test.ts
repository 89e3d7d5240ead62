import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileReport } from '#core/schemas/data-quality.ts';
import type { Adapter } from '#generate/exports/adapter.ts';
import { ebay } from '#generate/exports/adapters/ebay.ts';
import { googleAds } from '#generate/exports/adapters/google-ads.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { shopConfig } from './exports-fixture.ts';
import { openFileReader, type FileReader } from './file-reader.ts';
import {
  dialect,
  guarded,
  isOrderUnknown,
  writeDay,
  writeIdentifier,
  writeMoney,
  writeNumber,
  writeTable,
  type Dialect,
} from './written-dialect.ts';

/** `FUZZ_CASES=2000 npx vitest run --project unit tests/generate/exports/platform-dialects.test.ts` is the long run. */
const CASES = Number(process.env.FUZZ_CASES ?? 10);
const SECONDS_PER_CASE = 10;

let reader: FileReader;
beforeAll(async () => {
  reader = await openFileReader(shopConfig({ rates: { AUD: 0.5, EUR: 0.5 } }));
});
afterAll(() => reader.close());

/** Text as cells hold it, with what could be a delimiter, a quote, a break, a formula or a letter of another encoding. */
const text = fc
  .array(fc.constantFrom('a', 'B', '7', ' ', ',', ';', '\t', '"', '\n', 'ü', '€', "'", '-', '+'), {
    maxLength: 10,
  })
  .map((letters) => letters.join('').trim())
  .filter((letters) => letters !== '--' && letters !== '-' && !letters.startsWith("'"));

const hundredths = fc.nat({ max: 123_456_789 });
const count = fc.nat({ max: 2_000_000 });
const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, of]) => `2026-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`);
const hour = fc.integer({ min: 9, max: 20 });

/** The values of the rows as the adapter gives them, in the order of the file. */
async function selected(adapter: Adapter, table: string, names: string[]): Promise<unknown[]> {
  const columns = names.map((name) => `(${adapter.select[name] ?? 'NULL'})::VARCHAR AS "${name}"`);
  const typed = adapter.expand === undefined ? table : `(${adapter.expand(table)})`;
  return reader.engine.rows(`SELECT ${columns.join(', ')} FROM ${typed} ORDER BY "row"`);
}

/** Reads the file and compares it with what was written, or with the error that says what cannot be told. */
async function expectReadBack(
  adapter: Adapter,
  file: { bytes: Buffer; days: string[]; ignored: number },
  to: Dialect,
  expected: Record<string, string | null>[],
): Promise<void> {
  const names = Object.keys(expected[0] ?? {});
  let seen: { report: FileReport; rows: unknown[] } | undefined;
  const error = await reader.read('export.csv', file.bytes, async (report, table) => {
    seen = { report, rows: await selected(adapter, table, names) };
  });
  if (isOrderUnknown(file.days, to)) {
    expect(error).toBeInstanceOf(GenerateError);
    expect((error as GenerateError).code).toBe('export/date-order-unknown');
    return;
  }
  if (error !== null) throw error;
  expect(seen?.report.adapter).toBe(adapter.id);
  expect(seen?.rows).toEqual(expected);
  expect(seen?.report.rows).toEqual({
    in: expected.length + file.ignored,
    used: expected.length,
    ignored: file.ignored,
    rejected: 0,
  });
}

/** A total that happens to be the price would say that the price is that of all pieces. */
const sale = fc
  .record({
    title: text.map((letters) => `Mug ${letters}`.trim()),
    label: text,
    quantity: fc.integer({ min: 1, max: 1500 }),
    soldFor: hundredths,
    total: hundredths.map((value) => (value % 5 === 0 ? -value - 1 : value)),
    day,
    hour,
  })
  .filter(({ soldFor, total }) => soldFor !== total);

it(
  'readFile() reads eBay’s report back from any dialect',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sale, { minLength: 1, maxLength: 6 }),
        dialect,
        async (sales, to) => {
          const rows = sales.map((one, index) => ({
            'Sales Record Number': String(index + 101),
            'Order Number': `26-${String(index + 10_000)}-77`,
            'Buyer Username': `buyer_${index}`,
            'Item Number': writeIdentifier(String(110_000_000_000 + index), to),
            'Item Title': one.title,
            'Custom Label': guarded(one.label, to),
            Quantity: writeNumber(one.quantity * 100, to, 0),
            'Sold For': writeMoney(one.soldFor, to),
            'Shipping And Handling': to.nothing,
            'Total Price': writeMoney(one.total, to),
            'Sale Date': writeDay(`${one.day} ${String(one.hour).padStart(2, '0')}:05:30`, to),
            'Tracking Number': '',
          }));
          const footers = [`${rows.length},record(s) downloaded,`, 'Seller ID : a-shop'];
          const bytes = writeTable(Object.keys(rows[0] ?? {}), rows, footers, to);
          const days = sales.map((one) => one.day);
          const expected = sales.map((one) => ({
            title: one.title,
            sku: one.label === '' ? null : one.label,
            quantity: `${one.quantity}.0000`,
            unitPrice: fourDecimals(one.soldFor),
            orderTotal: fourDecimals(one.total),
            currency: to.money.code,
            placedOn: one.day,
          }));
          const file = { bytes, days, ignored: to.footers ? footers.length : 0 };
          await expectReadBack(ebay, file, to, expected);
        },
      ),
      { numRuns: CASES },
    );
  },
  CASES * SECONDS_PER_CASE * 1000,
);

const result = fc.record({
  campaign: text.map((letters) => `Tea ${letters}`.trim()),
  impressions: count,
  clicks: count,
  cost: hundredths,
  value: fc.option(hundredths),
  share: fc.option(fc.nat({ max: 10_000 })),
  day,
});

it(
  'readFile() reads Google Ads’ report back from any dialect, and proves its totals',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(result, { minLength: 1, maxLength: 6 }),
        dialect,
        async (results, to) => {
          const rows = results.map((one) => ({
            'Campaign status': 'Enabled',
            Campaign: one.campaign,
            'Campaign type': 'Search',
            Day: writeDay(one.day, to),
            'Impr.': writeNumber(one.impressions * 100, to, 0),
            Clicks: writeNumber(one.clicks * 100, to, 0),
            'Currency code': 'EUR',
            Cost: writeMoney(one.cost, to),
            'Conv. value': one.value === null ? to.nothing : writeMoney(one.value, to),
            'Search impr. share':
              one.share === null ? to.nothing : `${writeNumber(one.share, to)}%`,
          }));
          const columns = Object.keys(rows[0] ?? {});
          const total = {
            ...Object.fromEntries(columns.map((column) => [column, to.nothing])),
            'Campaign status': 'Total: Campaigns',
            'Impr.': writeNumber(sum(results.map((one) => one.impressions)) * 100, to, 0),
            Cost: writeMoney(sum(results.map((one) => one.cost)), to),
          };
          const bytes = writeTable(columns, [...rows, total], [], to);
          const expected = results.map((one) => ({
            campaign: one.campaign,
            startsOn: one.day,
            impressions: String(one.impressions),
            clicks: String(one.clicks),
            spend: fourDecimals(one.cost),
            revenue: one.value === null ? null : fourDecimals(one.value),
            impressionShare: one.share === null ? null : doubleText(one.share / 100 / 100),
          }));
          const days = results.map((one) => one.day);
          await expectReadBack(googleAds, { bytes, days, ignored: 1 }, to, expected);
        },
      ),
      { numRuns: CASES },
    );
  },
  CASES * SECONDS_PER_CASE * 1000,
);

function fourDecimals(value: number): string {
  return `${value < 0 ? '-' : ''}${String(Math.abs(value))
    .padStart(3, '0')
    .replace(/(\d\d)$/, '.$100')}`;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** As the engine writes a double. */
function doubleText(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
