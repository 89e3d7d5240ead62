import type { Engine } from '#generate/warehouse/engine.ts';
import { MEASURE } from '../cells/within-measure.ts';
import type { ExportTable } from '../interchange.ts';
import type { ReadFile } from '../read/read-file.ts';
import { withOrders } from './find-order.ts';
import type { LoadRequest } from './load-request.ts';
import type { AccountReason } from './row-account.ts';

/** Worth at most, in the portal's currency, of an order, a return or a thing: sums of far more are not exact in 64 bits. */
const MOST_WORTH = 10_000_000_000;
/** Pieces of a line or a return at most: a barcode in the column of quantities has twelve or thirteen digits. */
export const MOST_PIECES = 10_000_000;
/** People, sendings or clicks of a row at most: there are not many more people. */
const MOST_PEOPLE = 10_000_000_000;
/** Minutes at most: nearly two hundred years. */
const MOST_MINUTES = 100_000_000;

/** SQL of what is worth too much, in a currency whose rate is the given SQL. */
export function mostWorth(rate: string): string {
  return `least(${MOST_WORTH} / ${rate}, ${MEASURE})`;
}

/** A figure that is damaged: what it counts at most, or that it is money. */
type Bound = number | 'money';

interface Bounds {
  figures: Record<string, Bound>;
  /** What they are called in the report. */
  reason: string;
  /** Money without a currency is in that of the order that the row names. */
  inOrdersCurrency?: true;
  /** Column of what rows belong to: it is left out as a whole. */
  whole?: string;
}

/** The bounds of a table's figures. Orders have their own (order-heads.ts): they are rejected whole. */
const BOUNDS: Partial<Record<ExportTable, Bounds>> = {
  returns: {
    figures: { quantity: MOST_PIECES, value: 'money' },
    inOrdersCurrency: true,
    whole: 'returnId',
    reason: 'Rows of returns of ten million pieces or a value of ten billion and more',
  },
  products: {
    figures: { cost: 'money' },
    reason: 'Rows of things that cost ten billion and more',
  },
  campaign_results: {
    figures: {
      impressions: MEASURE,
      ...Object.fromEntries(
        [
          ...['recipients', 'delivered', 'opens', 'clicks', 'orders', 'conversions'],
          ...['unsubscribes', 'complaints'],
        ].map((column) => [column, MOST_PEOPLE]),
      ),
      revenue: MEASURE,
      spend: MEASURE,
    },
    reason: 'Rows of campaigns with a count of ten billion or an amount of a trillion and more',
  },
  tickets: {
    figures: { firstReply: MOST_MINUTES, resolution: MOST_MINUTES, contacts: MOST_PIECES },
    reason: 'Rows of tickets with a hundred million minutes or ten million messages and more',
  },
  customer_traits: {
    figures: { value: MEASURE },
    reason: 'Rows with a value of a trillion and more',
  },
};

/**
 * Takes out of the view "rows" what no figure can be computed with: it would end the run or drown all others. The
 * rows are rejected; those that fill another table besides, and count there, are only noted.
 * `dropRows()` drops what is made here.
 */
export async function leaveOutBeyondMeasure(
  engine: Engine,
  table: ExportTable,
  files: readonly ReadFile[],
  { config, source, account, filled }: LoadRequest,
): Promise<void> {
  const bounds = BOUNDS[table];
  const condition = bounds === undefined ? null : conditionOf(bounds, filled);
  if (bounds === undefined || condition === null) return;
  const currencies = [
    ...(filled.has('currency') ? ['r.currency'] : []),
    ...(bounds.inOrdersCurrency ? ['orders.currency'] : []),
    '$1',
  ];
  await engine.run('ALTER VIEW "rows" RENAME TO all_rows');
  await engine.run(
    `CREATE TABLE beyond_measure AS SELECT file, "row", ${bounds.whole === undefined ? 'NULL' : `"${bounds.whole}"`} AS whole
    FROM ${bounds.inOrdersCurrency ? `${withOrders('SELECT * FROM all_rows', '$2')} r LEFT JOIN orders USING (order_key)` : 'all_rows r'}
      LEFT JOIN rates ON rates.currency = upper(coalesce(${currencies.join(', ')}))
    WHERE ${condition}`,
    bounds.inOrdersCurrency ? [config.currency, source] : [config.currency],
  );
  const isBeyond = `"row" IN (SELECT b."row" FROM beyond_measure b WHERE b.file = r.file)
    ${bounds.whole === undefined ? '' : `OR coalesce(r."${bounds.whole}" IN (SELECT whole FROM beyond_measure), false)`}`;
  const found = await engine.rows<{ file: number; rows: string }>(
    `SELECT file, count(DISTINCT "row") AS "rows" FROM all_rows r WHERE ${isBeyond} GROUP BY file ORDER BY file`,
  );
  for (const { file, rows } of found) {
    const owns = files.some(({ number, plan }) => number === file && plan.adapter.table === table);
    const reason: AccountReason = {
      code: owns ? 'row/beyond-measure' : 'note/beyond-measure',
      reason: `${bounds.reason}: a figure is damaged, or stands in the wrong column`,
    };
    if (owns) account.reject(file, reason, Number(rows));
    else account.note(file, reason, Number(rows));
  }
  await engine.run(
    `CREATE VIEW "rows" AS SELECT * FROM all_rows r ${found.length === 0 ? '' : `WHERE NOT (${isBeyond})`}`,
  );
}

/** Drops "rows" and what it was made of. */
export async function dropRows(engine: Engine): Promise<void> {
  await engine.run('DROP VIEW "rows"');
  await engine.run('DROP VIEW IF EXISTS all_rows');
  await engine.run('DROP TABLE IF EXISTS beyond_measure');
}

/** SQL that is true for a row with a figure beyond its bound; null: the files have none of the figures. */
function conditionOf({ figures }: Bounds, filled: ReadonlySet<string>): string | null {
  const beyond = Object.entries(figures)
    .filter(([column]) => filled.has(column))
    .map(
      ([column, bound]) => `abs(r."${column}") >= ${bound === 'money' ? mostWorth('rate') : bound}`,
    );
  return beyond.length === 0 ? null : beyond.join(' OR ');
}
