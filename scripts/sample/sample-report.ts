import type { KindSummary } from './kind-summary.ts';
import type { SampleSummary } from './write-sample.ts';

/** What was written, for the terminal. */
export function formatSampleReport(summary: SampleSummary): string {
  return [
    `Tarn & Twill, ${summary.oldest} to ${summary.newest}, seed ${String(summary.seed)}: ` +
      `${count(summary.customers)} customers, ${count(summary.orders)} orders, ${count(summary.orderLines)} lines`,
    ...summary.files.map(({ path, rows }) => `  ${path}: ${count(rows)} rows`),
    `  planted truth: ${summary.truth}`,
  ].join('\n');
}

/** The planted kinds as a Markdown table; docs/sample-retailer.md holds it for the default seed. */
export function formatKindTable(kinds: readonly KindSummary[]): string {
  const header = [
    'kind',
    'customers',
    'orders a year',
    'order value',
    'spend a year',
    'pieces an order',
    'main category',
    'main channel',
    'vouchers',
    'sent back',
    'gifts',
    'only once',
  ];
  const rows = kinds.map((kind) => [
    kind.name,
    count(kind.customers),
    kind.ordersPerYear.toFixed(1),
    dollars(kind.averageOrderValue),
    dollars(kind.spendPerYear),
    kind.piecesPerOrder.toFixed(1),
    `${kind.mainCategory} ${percent(kind.mainCategoryShare)}`,
    `${kind.mainChannel} ${percent(kind.mainChannelShare)}`,
    percent(kind.voucherShare),
    percent(kind.returnedShare),
    percent(kind.giftShare),
    percent(kind.onlyOnceShare),
  ]);
  return [header, header.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function dollars(value: number): string {
  return `$${count(Math.round(value))}`;
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
