import { inPortalCurrency, withoutTax } from '#generate/warehouse/money-sql.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { noteDoubtfulReturns } from './doubtful-returns.ts';
import { withOrders } from './find-order.ts';
import type { LoadRequest } from './load-request.ts';
import { noteUnknownOrders } from './unknown-orders.ts';

const NO_DAY = {
  code: 'row/no-return',
  reason: 'Rows of returns whose day no file states: add the export with the returns themselves',
};

const VALUED = {
  code: 'note/value-from-order',
  reason: 'Returns without a value: they count with what their things had cost',
};

const ORDERS_CURRENCY = {
  code: 'note/currency-from-order',
  reason: 'Returns that state no currency: their value is in that of their order',
};

/**
 * Returns, of rows that are whole, or heads and lines that meet by their returnId. A head without lines is one return
 * of its whole value. A value is taken to be in the prices of its order: in their currency where a file states none, and
 * with the tax where they hold it, whether a file states it or the order does. Kept is what it is without tax, as of
 * every line.
 */
export async function loadReturns(engine: Engine, request: LoadRequest): Promise<void> {
  const { config, source } = request;
  await gatherReturns(engine, request);
  await engine.run(
    `CREATE TABLE found_returns AS
    SELECT g.* EXCLUDE (value, currency), abs(${inPortalCurrency('value')}) AS value,
      -- Nothing is paid back for what was replaced: no currency is needed for it.
      value <> 0 AND g.currency IS NULL AND o.currency <> $1 AS in_orders_currency
    FROM ${withOrders('SELECT * FROM gathered_returns', '$2')} g
      LEFT JOIN orders o USING (order_key)
      JOIN rates ON rates.currency = upper(coalesce(g.currency, o.currency, $1))`,
    [config.currency, source],
  );
  await noteOrdersCurrencies(engine, request);
  await noteUnknownOrders(engine, request.account, 'returns', 'found_returns');
  await noteDoubtfulReturns(engine, request.account, 'found_returns');
  await valueByOrder(engine, request);
  await engine.run(
    `INSERT INTO returns
    SELECT order_key, sku, quantity, ${withoutTax('value')}, "returnedOn", reason, outcome
    FROM (
      SELECT r.*, coalesce(o.net_share, 1) AS net_share FROM found_returns r LEFT JOIN orders o USING (order_key)
    )`,
  );
  for (const table of ['gathered_returns', 'found_returns']) {
    await engine.run(`DROP TABLE ${table}`);
  }
}

/** Lines get the day, order, reason and outcome of their head. */
async function gatherReturns(engine: Engine, { account }: LoadRequest): Promise<void> {
  await engine.run(
    `CREATE TABLE gathered_returns AS
    WITH heads AS (
      SELECT "returnId", min("returnedOn") AS returned_on, max("order") AS order_number, max(reason) AS head_reason,
        max(outcome) AS head_outcome, max(currency) AS head_currency, count(quantity) AS lines
      FROM "rows" WHERE "returnId" IS NOT NULL GROUP BY "returnId"
    )
    SELECT r.file, r."row", coalesce(r."order", h.order_number) AS "order", r.sku,
      coalesce(r.quantity, 1) AS quantity, r.quantity AS pieces, r.value,
      coalesce(r."returnedOn", h.returned_on) AS "returnedOn", coalesce(r.reason, h.head_reason) AS reason,
      coalesce(r.outcome, h.head_outcome) AS outcome, coalesce(r.currency, h.head_currency) AS currency
    FROM "rows" r LEFT JOIN heads h USING ("returnId")
    WHERE r.quantity IS NOT NULL OR coalesce(h.lines, 0) = 0`,
  );
  const rows = await engine.rows<{ file: number; rows: string }>(
    `SELECT file, count(DISTINCT "row") AS "rows" FROM gathered_returns WHERE "returnedOn" IS NULL
    GROUP BY file ORDER BY file`,
  );
  for (const row of rows) account.reject(row.file, NO_DAY, Number(row.rows));
  await engine.run('DELETE FROM gathered_returns WHERE "returnedOn" IS NULL');
}

async function noteOrdersCurrencies(engine: Engine, { account }: LoadRequest): Promise<void> {
  const counts = await engine.rows<{ file: number; rows: string }>(
    `SELECT file, count(DISTINCT "row") AS "rows" FROM found_returns
    WHERE in_orders_currency GROUP BY file ORDER BY file`,
  );
  for (const { file, rows } of counts) account.note(file, ORDERS_CURRENCY, Number(rows));
}

/**
 * What the things of a return had cost after discounts, for exports that state no value (Amazon's): by the line of the
 * same sku, else by the average of the order. Returns of orders that are not in the exports keep none.
 */
async function valueByOrder(engine: Engine, { account }: LoadRequest): Promise<void> {
  const counts = await engine.rows<{ file: number; rows: string }>(
    `SELECT file, count(*) AS "rows" FROM found_returns
    WHERE value IS NULL AND order_key IS NOT NULL GROUP BY file ORDER BY file`,
  );
  if (counts.length === 0) return;
  for (const [columns, condition] of [
    ['order_key, sku', 'p.order_key = r.order_key AND p.sku = r.sku'],
    ['order_key', 'p.order_key = r.order_key'],
  ]) {
    await engine.run(
      `UPDATE found_returns r SET value = TRY_CAST(r.quantity * (p.paid / p.pieces) AS DECIMAL(28,8))
      FROM (
        SELECT ${columns}, sum(value - discount) AS paid, sum(quantity) AS pieces
        FROM order_lines WHERE is_product AND quantity > 0 GROUP BY ${columns}
      ) p WHERE r.value IS NULL AND ${condition}`,
    );
  }
  for (const { file, rows } of counts) account.note(file, VALUED, Number(rows));
}
