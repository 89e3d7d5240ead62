import { counted } from '#core/format/counted.ts';
import type { FileReport, RowReason } from '#core/schemas/data-quality.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import type { Issue } from '#core/schemas/issue.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from './engine.ts';

/**
 * An order so many days after all others, and so many times as long as all but one gap in twenty between days with
 * orders, is more likely a wrong date than the newest order: a small shop can wait for weeks.
 */
const STRAY_DAYS = 30;
const STRAY_GAPS = 2;

/**
 * The day on which every figure stands: the call's, else the newest order's day in the shop's zone; never the clock's.
 *
 * @param files the row account, to say why no row is left where none is
 * @param timeZone the shop's, in which a parcel's day ends
 * @throws GenerateError for a day before all orders, for a newest order that stands alone without a requested day, and
 *   where no row has a day
 */
export async function resolveAsOf(
  engine: Engine,
  requested: string | undefined,
  files: readonly FileReport[] = [],
  timeZone = 'UTC',
): Promise<string> {
  const [orders] = await engine.rows<{ first: string | null; last: string | null }>(
    'SELECT min(placed_on) AS first, max(placed_on) AS last FROM orders',
  );
  const { first = null, last = null } = orders ?? {};
  if (requested !== undefined) {
    if (first !== null && requested < first) {
      throw new GenerateError(
        'as-of/before-all-orders',
        `Cannot compute figures as of ${requested}: the first order is of ${first}; expected a day on or after it`,
        'Give a later day with --as-of, or leave it out to use the newest order’s',
      );
    }
    return requested;
  }
  if (last === null) return resolveWithoutOrders(engine, files, timeZone);
  const [others] = await engine.rows<{ last: string | null; days: number | null; gap: number }>(
    `SELECT max(placed_on) AS last, CAST(date_diff('day', max(placed_on), $1::DATE) AS INTEGER) AS days,
      CAST(coalesce(quantile_disc(gap, 0.95) FILTER (WHERE gap > 0), 0) AS INTEGER) AS gap
    FROM (
      SELECT placed_on, placed_on - lag(placed_on) OVER (ORDER BY placed_on) AS gap
      FROM (SELECT placed_on FROM orders ORDER BY placed_on DESC OFFSET 1)
    )`,
    [last],
  );
  if (others?.days != null && others.days >= Math.max(STRAY_DAYS, STRAY_GAPS * others.gap)) {
    throw new GenerateError(
      'as-of/stray-order',
      `Cannot tell the day of the figures: one order is of ${last}, ${others.days} days after all others (${others.last}); expected the newest orders to be close together`,
      `Correct its date, or say the day: --as-of ${others.last} leaves the order out, --as-of ${last} counts it`,
    );
  }
  return last;
}

/** Parcels, tickets and ready-made figures can stand alone: then the newest day of any is the day. */
async function resolveWithoutOrders(
  engine: Engine,
  files: readonly FileReport[],
  timeZone: string,
): Promise<string> {
  const dayOf = await shopDay(engine, timeZone);
  const [other] = await engine.rows<{ last: string | null }>(
    `SELECT max(day) AS last FROM (
      SELECT max(period_to) AS day FROM kpi_snapshots
      UNION ALL SELECT max(coalesce(ends_on, sent_on)) FROM campaign_results
      UNION ALL SELECT max(answered_on) FROM survey_responses
      UNION ALL SELECT max(returned_on) FROM returns
      UNION ALL SELECT max(greatest(${dayOf('shipped_at')}, delivered_on)) FROM shipments
      UNION ALL SELECT max(checked_on) FROM fulfilment_checks
      UNION ALL SELECT max(opened_on) FROM tickets
      UNION ALL SELECT max(abandoned_on) FROM abandoned_baskets
    )`,
  );
  if (other?.last != null) return other.last;
  throw noDay(files);
}

/** Says of each file that lost rows how many, and why: one of them is what was meant to bring the days. */
function noDay(files: readonly FileReport[]): GenerateError {
  const lossy = files.filter(({ rows }) => rows.rejected + rows.ignored > 0);
  const cannot = 'Cannot tell the day of the figures: the exports hold';
  if (lossy.length === 0)
    return new GenerateError(
      'as-of/no-day',
      `${cannot} no order and no other dated row; expected at least one`,
      'Add an order export, or say the day with --as-of YYYY-MM-DD',
    );
  return new GenerateError(
    'as-of/no-day',
    `${cannot} no order and no other dated row that can be used; expected at least one`,
    'Mend what is said of each file, or export it again; npm run generate -- --explain FILE says how a file is read. For other files, add an order export',
    lossy.map(({ path, rows, reasons }): Issue => ({
      file: path,
      found: `${counted(rows.in, 'row')}, of which ${rows.rejected} rejected and ${rows.ignored} ignored: ${topReasons(reasons)}`,
      expected: 'rows with a day that count',
    })),
  );
}

const SHOWN_REASONS = 3;

/** What took most rows out, in words: "3 × Expected a number such as 1234.50 (line 2, column "total": found "x")". */
function topReasons(reasons: readonly RowReason[]): string {
  return reasons
    .filter(({ code }) => !code.startsWith('note/'))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, SHOWN_REASONS)
    .map(
      ({ reason, rows, example }) =>
        `${rows} × ${reason}${example === undefined ? '' : ` (${example})`}`,
    )
    .join('; ');
}

/** Rows that do not count because they lie after as-of. */
export interface LaterRows {
  orders: number;
  orderLines: number;
  /** Rows of the other tables. */
  otherRows: number;
  /** Exports of campaigns of which some are; `cut`: those of a period that began by as-of, and what it covers. */
  campaigns: { source: string; rows: number; cut: (Period & { rows: number }) | null }[];
}

/** SQL of the shop's day of a time in UTC; the zone is one that the engine knows, so it can stand in the text. */
async function shopDay(engine: Engine, timeZone: string): Promise<(time: string) => string> {
  const [zone] = await engine.rows<{ name: string }>(
    'SELECT name FROM pg_timezone_names() WHERE name = $1',
    [timeZone],
  );
  return (time) => `CAST(timezone('${zone?.name ?? 'UTC'}', timezone('UTC', ${time})) AS DATE)`;
}

/** SQL of the day on which a row of the table was known. */
const DATED: Record<string, string> = {
  returns: 'returned_on',
  fulfilment_checks: 'checked_on',
  survey_responses: 'answered_on',
  tickets: 'opened_on',
  abandoned_baskets: 'abandoned_on',
  kpi_snapshots: 'period_from',
};

/**
 * A report's period ends when it was downloaded, which is after the newest order more often than not: it still counts
 * where no more of its days lie after as-of than a week and one in ten.
 */
const LATE = { days: 7, oneIn: 10 };

/**
 * Removes figures of campaigns after as-of. Those of a period are known at its end and cannot be cut: of one that
 * reaches beyond as-of they go as a whole, unless as-of is the newest day of the exports and hardly any of it is later.
 */
async function removeCampaigns(
  engine: Engine,
  asOf: string,
  isPast: boolean,
): Promise<LaterRows['campaigns']> {
  const isLate = `starts_on <= $1::DATE
    AND ends_on - $1::DATE <= least(${LATE.days}, (ends_on - starts_on + 1) // ${LATE.oneIn})`;
  const isLater = `coalesce(ends_on, sent_on) > $1::DATE${isPast ? '' : ` AND (${isLate}) IS NOT TRUE`}`;
  const found = await engine.rows<{
    source: string;
    rows: string;
    cut: string;
    from: string | null;
    to: string | null;
  }>(
    `SELECT source, count(*) AS "rows", count(*) FILTER (starts_on <= $1::DATE) AS cut,
      CAST(min(starts_on) FILTER (starts_on <= $1::DATE) AS VARCHAR) AS "from",
      CAST(max(ends_on) FILTER (starts_on <= $1::DATE) AS VARCHAR) AS "to"
    FROM campaign_results WHERE ${isLater} GROUP BY source ORDER BY source`,
    [asOf],
  );
  if (found.length > 0) await engine.run(`DELETE FROM campaign_results WHERE ${isLater}`, [asOf]);
  return found.map(({ source, rows, cut, from, to }) => ({
    source,
    rows: Number(rows),
    cut: from === null || to === null ? null : { rows: Number(cut), from, to },
  }));
}

/**
 * Removes what happened after as-of, so that no figure can know it.
 *
 * @param timeZone the shop's, in which the day ends
 */
export async function applyAsOf(
  engine: Engine,
  asOf: string,
  timeZone = 'UTC',
): Promise<LaterRows> {
  const dayOf = await shopDay(engine, timeZone);
  const remove = async (table: string, condition: string): Promise<number> => {
    const [found] = await engine.rows<{ n: string }>(
      `SELECT count(*) AS n FROM ${table} WHERE ${condition}`,
      condition.includes('$1') ? [asOf] : [],
    );
    const n = Number(found?.n ?? 0);
    if (n > 0) {
      await engine.run(
        `DELETE FROM ${table} WHERE ${condition}`,
        condition.includes('$1') ? [asOf] : [],
      );
    }
    return n;
  };
  const orders = await remove('orders', 'placed_on > $1::DATE');
  const removed = 'order_key IS NOT NULL AND order_key NOT IN (SELECT order_key FROM orders)';
  const orderLines = orders === 0 ? 0 : await remove('order_lines', removed);
  let otherRows = 0;
  if (orders > 0) {
    for (const table of ['returns', 'shipments', 'fulfilment_checks', 'survey_responses']) {
      otherRows += await remove(table, removed);
    }
  }
  for (const [table, day] of Object.entries(DATED))
    otherRows += await remove(table, `${day} > $1::DATE`);
  // In the past of the exports a period that was not over then holds what came later; at their end it is what is known so far.
  if (orders > 0) otherRows += await remove('kpi_snapshots', 'period_to > $1::DATE');
  const known = await engine.rows('SELECT 1 FROM orders LIMIT 1');
  const campaigns = await removeCampaigns(engine, asOf, orders > 0 || known.length === 0);
  for (const { rows } of campaigns) otherRows += rows;
  otherRows += await remove('shipments', `${dayOf('shipped_at')} > $1::DATE`);
  await engine.run('UPDATE shipments SET delivered_on = NULL WHERE delivered_on > $1::DATE', [
    asOf,
  ]);
  await engine.run(
    `UPDATE tickets SET closed_at = NULL, resolution = NULL, satisfaction = NULL
    WHERE ${dayOf('closed_at')} > $1::DATE`,
    [asOf],
  );
  if (orders + otherRows > 0) {
    await engine.run(
      `DELETE FROM customers WHERE customer NOT IN (SELECT customer FROM orders WHERE customer IS NOT NULL)
        AND customer NOT IN (SELECT customer FROM survey_responses WHERE customer IS NOT NULL)
        AND customer NOT IN (SELECT customer FROM abandoned_baskets WHERE customer IS NOT NULL)
        AND customer NOT IN (SELECT customer FROM table_customers WHERE customer IS NOT NULL)`,
    );
  }
  return { orders, orderLines, otherRows, campaigns };
}
