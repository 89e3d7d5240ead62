import { expect, test } from 'vitest';
import type { GenerateReport } from '#generate/generate-report.ts';
import { terminalReport } from '#generate/terminal-report.ts';

const REPORT: GenerateReport = {
  schemaVersion: 1,
  dataset: 'shop',
  asOf: '2026-10-31',
  files: [
    {
      path: 'a-folder-with-a-very-long-name/that-somebody-downloaded/orders_export_1.csv',
      adapter: 'shopify-orders',
      rows: { in: 10_000_000, used: 9_999_980, ignored: 15, rejected: 5 },
      reasons: [
        { code: 'row/bad-number', reason: 'A number cannot be read', rows: 5, example: 'line 14' },
        { code: 'ignored/overlap', reason: 'Rows that a newer file holds too', rows: 12 },
        { code: 'ignored/blank-row', reason: 'Rows without any value', rows: 2 },
        { code: 'ignored/test', reason: 'Tests', rows: 1 },
        { code: 'note/cancelled', reason: 'Orders that were cancelled', rows: 90 },
      ],
      period: { from: '2023-11-01', to: '2026-10-31' },
      bytes: 2_345_678_901,
    },
    {
      path: 'products.csv',
      adapter: 'generic-products',
      rows: { in: 147, used: 147, ignored: 0, rejected: 0 },
      reasons: [],
      period: null,
      bytes: 900,
    },
    {
      path: 'notes.txt',
      adapter: null,
      rows: { in: 0, used: 0, ignored: 0, rejected: 0 },
      reasons: [{ code: 'file/unknown', reason: 'No format knows its header', rows: 0 }],
    },
  ],
  freshness: [
    { source: 'shopify-orders', newest: '2026-10-31', ageDays: 0, limitDays: 14, isStale: false },
    { source: 'zendesk', newest: '2026-08-01', ageDays: 91, limitDays: 31, isStale: true },
  ],
  leftOut: [
    { reason: 'forgotten', people: null, floor: 10 },
    { reason: 'do-not-profile', people: 12, floor: 10 },
  ],
  later: { orders: 0, orderLines: 0, otherRows: 0, campaigns: [], files: [] },
  missing: [
    {
      lacks: 'No categories',
      cannotTell: 'what each Portrait buys',
      remedy: 'Add the products export',
      docs: 'docs/exports.md#the-others',
    },
  ],
  arithmetic: [
    {
      source: 'shopify',
      orders: 100,
      checked: 90,
      addUp: 88,
      taxKnown: 90,
      taxInside: 0,
      taxOnTop: 88,
      differ: 2,
      differenceSum: 3.5,
      largestDifference: 3,
      currency: 'EUR',
    },
  ],
  identity: {
    orders: 100,
    byEmail: 80,
    byPhone: 10,
    byId: 0,
    nobody: 10,
    sources: [
      {
        source: 'amazon',
        orders: 10,
        nobody: 10,
        nobodyShareOfOrders: 1,
        nobodyShareOfRevenue: 0.985,
      },
    ],
  },
  totals: {
    orders: 100,
    cancelledOrders: 3,
    orderLines: 200,
    validLines: 190,
    customers: 80,
    buyers: 78,
    repeatCustomers: 20,
    revenue: 1234.5,
    currency: 'EUR',
  },
  kpis: [],
  personas: [],
  segmentation: { status: 'fitted', explanation: 'Three groups', warnings: [] },
  certainty: null,
  drift: null,
  names: {},
  contradictedNames: [],
  lineage: [],
  insights: [],
  changes: [{ path: 'dataset.json', change: 'updated' }],
  textsWithoutFigures: [{ path: 'insights/spring.mdx', lacks: ['insights/spring'] }],
  unreadableTexts: [],
};

test('terminalReport() accounts for every file, with sums, what is old and what is missing', () => {
  expect(terminalReport(REPORT, { check: false, isColoured: false })).toMatchInlineSnapshot(`
    "file                         size   first day    last day        rows        used  ignored  rejected
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    The products export (generic-products)
      products.csv              900 B                                 147         147        0         0
    Shopify orders (shopify-orders)
      a-folder-w…export_1.csv  2.3 GB  2023-11-01  2026-10-31  10,000,000   9,999,980       15         5
    not read
      notes.txt
    all 2 files                2.3 GB                          10,000,147  10,000,127       15         5

    100 orders (3 cancelled); 78 customers who bought; 190 lines of known customers worth 1,234.50 EUR;
      as of 2026-10-31
    0 KPIs, 0 Portraits, 0 campaign results
    Left out at their own wish: fewer than 10 who asked to be forgotten, 12 who want no profile

    Left out
      a-folder-with-a-very-long-name/that-somebody-downloaded/orders_export_1.csv: 12 rows: Rows that a
        newer file holds too [ignored/overlap]
      a-folder-with-a-very-long-name/that-somebody-downloaded/orders_export_1.csv: 5 rows: A number
        cannot be read [row/bad-number], first at line 14
      a-folder-with-a-very-long-name/that-somebody-downloaded/orders_export_1.csv: 2 rows: Rows without
        any value [ignored/blank-row]
      a-folder-with-a-very-long-name/that-somebody-downloaded/orders_export_1.csv: … and 1 more
      notes.txt: No format knows its header [file/unknown]

    Worth knowing
             90  Orders that were cancelled

    Orders that do not come to their total
      Shopify: 2 of 90 checked orders, by 3.50 EUR in all, at most 3.00 EUR

    Orders of nobody we know
      Amazon: 10 of 10 orders (100%, 98.5% of revenue): in totals and KPIs, in no Portrait

    Not fresh
      Zendesk: the newest row is of 2026-08-01, 91 days before as-of; at most 31 are expected. Export it
        again

    What would tell us more
      No categories, so nobody can tell what each Portrait buys. Add the products export
        (docs/exports.md#the-others)

    Texts whose figures are gone
      content/insights/spring.mdx shows figures of insights/spring, which no export brings: the site
        cannot be built with it. Nothing was deleted. Put the export back into exports/, or take these
        figures out of the text, or delete it

    1 file written, 0 unchanged"
  `);
});

test('terminalReport() fits 100 columns and has colours only where they are wanted', () => {
  const plain = terminalReport(REPORT, { check: true, isColoured: false });
  for (const line of plain.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  const escape = String.fromCharCode(27);
  expect(plain).not.toContain(escape);
  const coloured = terminalReport(REPORT, { check: true, isColoured: true });
  expect(coloured).toContain(escape);
  expect(coloured.replaceAll(new RegExp(`${escape}\\[\\d+m`, 'g'), '')).toBe(plain);
});

test('terminalReport() says whether the Portraits still fit, and what became of them', () => {
  const report = terminalReport(
    {
      ...REPORT,
      drift: {
        since: '2026-04-30',
        level: 'major',
        outsideShare: 0.061,
        groupsIndex: 0.02,
        features: [{ id: 'orderValue', label: 'Order value', index: 0.3 }],
      },
      names: { jeans: 'The Brand Enthusiast', gifts: 'The Giver' },
      lineage: [
        {
          id: 'jeans',
          on: '2026-10-31',
          change: 'retired',
          from: [],
          into: [{ id: 'gifts', share: 0.7 }],
          overlap: 0.3,
        },
      ],
    },
    { check: false, isColoured: false },
  );
  expect(report.slice(report.indexOf('Whether'), report.indexOf('Orders of nobody')))
    .toMatchInlineSnapshot(`
    "Whether the Portraits still fit
      Since 2026-04-30, when the groups were found, the customers have changed a lot, so that the groups
        may no longer fit. Run generate with --refit to find the groups anew: those that are found again
        keep their names and addresses, and what became of the others is said.
      6.1% of the customers lie farther from the centre of their group than 95 of 100 did then. Index of
        the sizes of the groups: 0.02. Features with an index of 0.1 or more: Order value 0.30.

    What became of the Portraits
      The Brand Enthusiast: Retired on 2026-10-31: it was not found again. Of 100 of its customers, 70
        went to “The Giver”.

    "
  `);
});

test('terminalReport() compares nobody with themselves on the day on which the groups were found', () => {
  const drift: GenerateReport['drift'] = {
    ...{ since: REPORT.asOf, level: 'none', outsideShare: 0.045 },
    ...{ groupsIndex: 0, features: [] },
  };
  const report = terminalReport({ ...REPORT, drift }, { check: false, isColoured: false });
  expect(report).not.toContain('Whether the Portraits still fit');
});

test('terminalReport() warns of a name that its figures contradict', () => {
  const contradicted = {
    ...REPORT,
    contradictedNames: ['shirts'],
    names: { shirts: 'Shirts Fan' },
  };
  expect(terminalReport(contradicted, { check: false, isColoured: false })).toContain(
    'Names that their figures contradict\n  “Shirts Fan”: write a better one into content/personas/shirts.mdx;',
  );
});

test('terminalReport() says why there are no Portraits', () => {
  const explanation = 'Only 120 customers; expected at least 500';
  const refused = terminalReport(
    { ...REPORT, segmentation: { status: 'refused', explanation, warnings: [] } },
    { check: false, isColoured: false },
  );
  expect(refused).toContain(`Why there are no Portraits\n  ${explanation}`);
  expect(terminalReport(REPORT, { check: false, isColoured: false })).not.toContain('Why there');
});

test('terminalReport() says on how little Portraits rest', () => {
  const warning = '92 of 100 customers bought on one day only';
  const of = (status: 'fitted' | 'refused'): string =>
    terminalReport(
      { ...REPORT, segmentation: { status, explanation: '', warnings: [warning] } },
      { check: false, isColoured: false },
    );
  expect(of('fitted')).toMatch(
    new RegExp(`How sure the Portraits are\\n(?:.+\\n)*  ${warning}`, 'u'),
  );
  expect(of('refused')).not.toContain(warning);
});

test('terminalReport() says how many rows lie after the day of the figures', () => {
  const later = { ...REPORT.later, orders: 2, orderLines: 3, otherRows: 45 };
  expect(terminalReport({ ...REPORT, later }, { check: false, isColoured: false })).toContain(
    '       47  Orders and other rows later than 2026-10-31, the day of the figures: they count',
  );
});

test('terminalReport() names files with rows after the day of the figures, and periods that it cannot cut', () => {
  const period = { from: '2026-01-01', to: '2026-11-30' };
  const campaigns = [{ source: 'google-ads', rows: 7, cut: { ...period, rows: 5 } }];
  const path = 'ads/2026.csv';
  const rows = { in: 5, used: 5, ignored: 0, rejected: 0 };
  const file = { path, adapter: 'google-ads', rows, reasons: [], period };
  const later = { orders: 0, orderLines: 0, otherRows: 7, campaigns, files: [path] };
  const report = terminalReport(
    { ...REPORT, files: [file], later },
    { check: false, isColoured: false },
  ).replaceAll(/\s+/g, ' ');
  expect(report).toContain('Files with such rows: ads/2026.csv (to 2026-11-30)');
  expect(report).toContain(
    ' 5 Of these rows, those of Google Ads state figures of 2026-01-01 to 2026-11-30, which cannot be cut at 2026-10-31, so none of them counts',
  );
});

test('terminalReport() calls one line a line', () => {
  const report = { ...REPORT, totals: { ...REPORT.totals, validLines: 1 } };
  expect(terminalReport(report, { check: false, isColoured: false })).toContain(
    ' 1 line of known customers worth',
  );
});

test('terminalReport() calls nobody a buyer where there are no orders', () => {
  const report = terminalReport(
    { ...REPORT, totals: { ...REPORT.totals, orders: 0, buyers: 3_000 } },
    { check: false, isColoured: false },
  );
  expect(report).toContain('3,000 customers in the customer table;');
  expect(report).not.toContain('who bought');
});

test('terminalReport() says why no groups were found where there is a Portrait all the same', () => {
  const explanation = 'Only 120 customers; expected at least 500';
  const persona = { id: 'gift-giver', name: 'Gift giver', customers: 14 };
  const report = terminalReport(
    {
      ...REPORT,
      personas: [{ ...persona, shareOfCustomers: 0.1, shareOfRevenue: 0.1, jaccard: null }],
      segmentation: { status: 'refused', explanation, warnings: [] },
    },
    { check: false, isColoured: false },
  );
  expect(report).toContain('1 Portrait,');
  expect(report).toContain(`Why no groups were found\n  ${explanation}`);
  expect(report).not.toContain('no Portraits');
});

test.each([
  [['a', 'b', 'c'], '3 Portraits, all of them hints: No clear groups.'],
  [['b'], '3 Portraits, of them 1 hint: No clear groups.'],
  [[], null],
])('terminalReport() says that %j of three Portraits are hints', (hints, line) => {
  const certainty = { groups: 3, hints, sentence: 'No clear groups.' };
  const report = terminalReport({ ...REPORT, certainty }, { check: false, isColoured: false });
  if (line === null) expect(report).not.toContain('How sure');
  else expect(report).toContain(`How sure the Portraits are\n  ${line}`);
});

test('terminalReport() names file and line of a text that cannot be read', () => {
  const report = terminalReport(
    {
      ...REPORT,
      unreadableTexts: [
        { file: 'content/personas/a.mdx', line: 7, found: 'a Claim with "="', expected: '">="' },
      ],
    },
    { check: false, isColoured: false },
  );
  expect(report).toContain(
    'Texts that cannot be read\n  content/personas/a.mdx, line 7: found a Claim with "="; expected ">="',
  );
});

test('terminalReport() says file by file how many rows found no order', () => {
  const rows = { in: 15, used: 14, ignored: 1, rejected: 0 };
  const reasons = [{ code: 'note/unknown-order', reason: 'They count in no figure', rows: 14 }];
  const report = terminalReport(
    {
      ...REPORT,
      files: [
        { path: 'returns.csv', adapter: 'generic-returns', rows, reasons },
        { path: 'shipments.csv', adapter: 'generic-shipments', rows, reasons },
      ],
    },
    { check: false, isColoured: false },
  );
  expect(report).toContain(
    `Rows that found no order
  returns.csv: 14 of 14 rows. They count in no figure
  shipments.csv: 14 of 14 rows. They count in no figure
`,
  );
  expect(report).not.toContain('Worth knowing');
});

test('terminalReport() names sources of whose prices nobody says whether they hold tax', () => {
  const [shop] = REPORT.arithmetic;
  if (shop === undefined) throw new Error('no source');
  const arithmetic = [shop, { ...shop, source: 'ebay', orders: 120, differ: 0, taxKnown: 0 }];
  const report = terminalReport({ ...REPORT, arithmetic }, { check: false, isColoured: false });
  expect(report).toContain(
    'Orders without a stated tax\n  eBay: 120 orders. Where their prices hold',
  );
  expect(terminalReport(REPORT, { check: false, isColoured: false })).not.toContain('stated tax');
});
