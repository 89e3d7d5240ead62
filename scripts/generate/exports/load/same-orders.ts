import type { Engine } from '#generate/warehouse/engine.ts';

/** Numbers that no second shop gives out: Amazon's 3-7-7, eBay's 2-5-5, and ids of at least fifteen digits. */
const WORLDWIDE = String.raw`^([0-9S]\d{2}-\d{7}-\d{7}|\d{2}-\d{5}-\d{5}|\d{15,20})$`;

/** Seconds that lie between two times of one purchase at most: some exports leave them out. */
const SAME_MINUTE = 60;

/** SQL of whose shop it is, by the id of the adapter: three tools export the orders of WooCommerce. */
function vendorOf(numbers: string): string {
  return `split_part(${numbers}.source, '-', 1)`;
}

/**
 * Finds purchases that two sources know, found by a number that one of them gives
 * for the other or by a number that is worldwide unique. Plain numbers are the same order only in exports of one vendor
 * and of one minute; those of two shops never are. Kept is the one that knows its customer, else the one with a total, else that of the source with the newest order.
 *
 * @returns whether there are any; then `same_orders` (order_key, kept) holds them, and `same_rows` waits empty
 */
export async function findSameOrders(engine: Engine): Promise<boolean> {
  const [found] = await engine.rows<{ sources: string }>(
    'SELECT count(DISTINCT source) AS sources FROM orders',
  );
  if (Number(found?.sources ?? 0) < 2) return false;
  await engine.run(
    `CREATE TABLE same_pairs AS
    WITH numbers AS (
      SELECT *, regexp_matches(number, $1) AS worldwide FROM order_numbers WHERE NOT is_inner
    ), named AS (
      SELECT a.order_key AS one, b.order_key AS other,
        a.worldwide OR min(b.order_key) OVER named_by = max(b.order_key) OVER named_by AS is_sure
      FROM numbers a JOIN numbers b ON b.number = a.number AND b.source <> a.source
      WHERE a.worldwide OR (a.is_other AND NOT b.is_other)
      WINDOW named_by AS (PARTITION BY a.order_key, a.number)
    ), of_vendor AS (
      SELECT a.order_key AS one, b.order_key AS other
      FROM numbers a JOIN numbers b ON b.number = a.number AND b.source <> a.source AND ${vendorOf('b')} = ${vendorOf('a')}
        JOIN orders x ON x.order_key = a.order_key JOIN orders y ON y.order_key = b.order_key
      WHERE NOT a.is_other AND NOT b.is_other
        AND abs(epoch(x.placed_at) - epoch(y.placed_at)) < ${SAME_MINUTE}
    )
    SELECT one, other FROM named WHERE is_sure UNION SELECT other, one FROM named WHERE is_sure
    UNION SELECT one, other FROM of_vendor`,
    [WORLDWIDE],
  );
  await engine.run(
    `CREATE TABLE same_orders AS
    WITH places AS (
      SELECT order_key, row_number() OVER (
          ORDER BY customer IS NULL, coalesce(total, 0) <= 0, newest DESC, source, order_key
        ) AS place
      FROM orders JOIN (SELECT source, max(placed_at) AS newest FROM orders GROUP BY source) USING (source)
      WHERE order_key IN (SELECT one FROM same_pairs)
    )
    SELECT p.one AS order_key, arg_min(p.other, o.place) AS kept
    FROM same_pairs p JOIN places l ON l.order_key = p.one JOIN places o ON o.order_key = p.other
    WHERE o.place < l.place GROUP BY p.one`,
  );
  await engine.run('DROP TABLE same_pairs');
  await followToKept(engine);
  const [same] = await engine.rows<{ n: string }>('SELECT count(*) AS n FROM same_orders');
  if (Number(same?.n ?? 0) > 0) {
    await engine.run('CREATE TABLE same_rows (file INTEGER, "row" BIGINT)');
    return true;
  }
  await engine.run('DROP TABLE same_orders');
  return false;
}

/** An order can be the same as one that is itself the same as a third. */
async function followToKept(engine: Engine): Promise<void> {
  const passedOn = 'SELECT order_key FROM same_orders';
  for (;;) {
    const [left] = await engine.rows<{ n: string }>(
      `SELECT count(*) AS n FROM same_orders WHERE kept IN (${passedOn})`,
    );
    if (Number(left?.n ?? 0) === 0) return;
    await engine.run(
      `UPDATE same_orders SET kept = s.kept FROM same_orders s WHERE s.order_key = same_orders.kept`,
    );
  }
}

interface SameRows {
  file: number;
  rows: number;
  orders: number;
  /** The source that keeps all of these orders; null where several do. */
  keptBy: string | null;
}

/** Rows of "rows" whose order another source keeps, by file; adds them to `same_rows`, needs `same_orders`. */
export async function countSameRows(engine: Engine, source: string): Promise<SameRows[]> {
  await engine.run(
    `INSERT INTO same_rows
    SELECT DISTINCT r.file, r."row" FROM "rows" r JOIN same_orders s ON s.order_key = $1 || ':' || r."order"`,
    [source],
  );
  const counts = await engine.rows<{
    file: number;
    rows: string;
    orders: string;
    keptBy: string | null;
  }>(
    `SELECT r.file, count(DISTINCT r."row") AS "rows", count(DISTINCT r."order") AS orders,
      CASE WHEN min(k.source) = max(k.source) THEN min(k.source) END AS "keptBy"
    FROM "rows" r JOIN same_orders s ON s.order_key = $1 || ':' || r."order" JOIN orders k ON k.order_key = s.kept
    GROUP BY r.file ORDER BY r.file`,
    [source],
  );
  return counts.map(({ file, rows, orders, keptBy }) => ({
    file,
    rows: Number(rows),
    orders: Number(orders),
    keptBy,
  }));
}

/** Takes out the orders that another source keeps; their numbers find the kept one. Drops `same_orders`. */
export async function removeSameOrders(engine: Engine): Promise<void> {
  for (const table of ['orders', 'order_lines']) {
    await engine.run(`DELETE FROM ${table} WHERE order_key IN (SELECT order_key FROM same_orders)`);
  }
  for (const table of ['order_numbers', 'shipped_orders']) {
    await engine.run(
      `UPDATE ${table} SET order_key = s.kept FROM same_orders s WHERE s.order_key = ${table}.order_key`,
    );
  }
  await engine.run(
    'DELETE FROM people WHERE customer NOT IN (SELECT customer FROM orders WHERE customer IS NOT NULL)',
  );
  await engine.run('DROP TABLE same_orders');
}
