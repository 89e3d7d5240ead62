import type { Engine } from '#generate/warehouse/engine.ts';
import { isAliasEmail } from './identities.ts';
import type { RowAccount } from './row-account.ts';

/** What is said of rows beside the account, by code. */
const NOTES = {
  'note/non-product':
    'Rows that are no products (gift cards, replacements, nonProducts in the config): in totals, not in KPIs and Portraits',
  'note/two-categories': 'Rows that match two category patterns: counted once, in the first',
  'note/no-lines':
    'Orders without lines: counted with their whole value, not in figures about items',
  'note/unusable-email':
    'Orders whose e-mail cell holds no whole address, or several: nobody is known by it',
} as const;

/**
 * Creates `order_notes` (file, order_key, code): what is worth saying of an order's rows is gathered platform by platform,
 * and counted when it is known which orders stay.
 */
export async function createOrderNotes(engine: Engine): Promise<void> {
  await engine.run('CREATE TABLE order_notes (file INTEGER, order_key VARCHAR, code VARCHAR)');
}

/** Notes the rows of "rows" that are no products, or match two categories; needs `items`. */
export async function noteItems(engine: Engine, source: string): Promise<void> {
  await engine.run(
    `INSERT INTO order_notes
    SELECT file, order_key, unnest(codes) FROM (
      SELECT r.file, $1 || ':' || r."order" AS order_key,
        list_filter([CASE WHEN NOT i.is_product THEN 'note/non-product' END, CASE WHEN i.two_categories THEN 'note/two-categories' END],
          code -> code IS NOT NULL) AS codes
      FROM "rows" r JOIN items i ON i.sku IS NOT DISTINCT FROM r.sku AND i.title IS NOT DISTINCT FROM r.title
        AND i.given_brand IS NOT DISTINCT FROM r.brand AND i.given_category IS NOT DISTINCT FROM r.category
        AND i.non_product = coalesce(r."nonProduct", false)
      WHERE NOT i.is_product OR i.two_categories
    )`,
    [source],
  );
}

/** Notes the orders of `heads` that nobody itemised. */
export async function noteWholeOrders(engine: Engine, source: string): Promise<void> {
  await engine.run(
    `INSERT INTO order_notes
    SELECT file, $1 || ':' || "order", 'note/no-lines' FROM heads WHERE lines = 0`,
    [source],
  );
}

/** Notes the orders of `heads` whose rows state an e-mail address by which nobody can be told; a marketplace's are none. */
export async function noteUnusableEmails(engine: Engine, source: string): Promise<void> {
  const unusable = 'SELECT "order" FROM heads WHERE states_email AND email IS NULL';
  const [found] = await engine.rows(`${unusable} LIMIT 1`);
  if (found === undefined) return;
  await engine.run(
    `INSERT INTO order_notes
    SELECT min(file), $1 || ':' || "order", 'note/unusable-email' FROM "rows"
    WHERE email IS NOT NULL AND NOT ${isAliasEmail('email')} AND "order" IN (${unusable}) GROUP BY "order"`,
    [source],
  );
}

/**
 * Adds the notes of the orders that are left to each file's report: without those that were rejected, and without those
 * that another source keeps. Drops `order_notes`.
 */
export async function countOrderNotes(engine: Engine, account: RowAccount): Promise<void> {
  const counts = await engine.rows<{ file: number; code: keyof typeof NOTES; rows: string }>(
    `SELECT file, code, count(*) AS "rows" FROM order_notes
    WHERE order_key IN (SELECT order_key FROM orders) GROUP BY file, code ORDER BY file, code`,
  );
  for (const { file, code, rows } of counts) {
    account.note(file, { code, reason: NOTES[code] }, Number(rows));
  }
  await engine.run('DROP TABLE order_notes');
}
