import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import { withIdentity } from './identities.ts';
import type { LoadRequest } from './load-request.ts';

/** SQL: value of a row in its own currency, before discounts. */
export const ROW_VALUE = `coalesce(CAST("lineTotal" AS DECIMAL(28,8)), CAST(quantity AS DECIMAL(20,4)) * "unitPrice")`;

/** SQL: whether a row has a line; else it only says something about its order. */
export const HAS_LINE = 'quantity IS NOT NULL';

const NO_ORDER = {
  code: 'row/no-order',
  reason: 'Rows of orders whose time no file states: add the export with the orders themselves',
};

/**
 * Creates `heads`: one row an order, in its own currency, from all rows that name it. Rows of an order that has no time
 * cannot be placed and are rejected.
 */
export async function createHeads(engine: Engine, request: LoadRequest): Promise<void> {
  await gatherHeads(engine, request);
  await rejectUnplaced(engine, request);
  await engine.run(
    `CREATE TABLE heads AS
    SELECT g.* REPLACE (coalesce(gross, whole_value) AS gross), lines = 0 AND whole_value IS NOT NULL AS whole_order,
      -- Line discounts can be inside the order's discount: the stated subtotal decides.
      CASE WHEN lines > 0 AND subtotal IS NOT NULL
          AND gross - subtotal BETWEEN 0 AND line_discount + coalesce(order_discount, 0)
        THEN gross - subtotal ELSE line_discount + coalesce(order_discount, 0) END AS discount
    FROM (
      SELECT *, CASE WHEN lines = 0 THEN ${WHOLE_VALUE} END AS whole_value
      FROM ${withIdentity('SELECT * FROM gathered', '$1')}
    ) g`,
    [request.source],
  );
  await engine.run('DROP TABLE gathered');
}

/** What the things of an order without lines cost before its discount, as far as the order says. */
const WHOLE_VALUE = `CAST(coalesce(subtotal, total - coalesce(shipping, 0) - coalesce(fees, 0) - coalesce(tax, 0))
  + coalesce(order_discount, 0) AS DECIMAL(28,8))`;

async function gatherHeads(engine: Engine, { config }: LoadRequest): Promise<void> {
  const parameters: Parameter[] = [config.currency];
  const gift = config.giftPatterns.map((pattern) => {
    parameters.push(pattern);
    return `OR bool_or(coalesce(regexp_matches(concat_ws(chr(10), "discountCode", "giftText", title), $${parameters.length}), false))`;
  });
  await engine.run(
    `CREATE TABLE gathered AS
    SELECT "order", max("orderName") AS order_name, max("otherNumbers") AS other_numbers,
      count(*) FILTER (${HAS_LINE}) AS lines, min(file) AS file,
      min(piece) FILTER (${HAS_LINE}) AS first_piece,
      max(piece) FILTER (${HAS_LINE}) - min(piece) FILTER (${HAS_LINE}) + 1 = count(*) FILTER (${HAS_LINE})
        AND min(file) = max(file) AS adjoining,
      coalesce(min("placedAt"), CAST(min("placedOn") AS TIMESTAMP)) AS placed_at,
      coalesce(min("placedOn"), CAST(min("placedAt") AS DATE)) AS placed_on,
      max(CASE WHEN contains(email, '@') THEN email END) AS email, max(phone) AS phone,
      max("customerId") AS "customerId", max(channel) AS channel,
      coalesce(bool_or(cancelled), false) AS cancelled,
      coalesce(bool_or(gift), false) ${gift.join(' ')} AS gift,
      max("discountCode") AS discount_code,
      upper(coalesce(max(currency), $1)) AS currency,
      CAST(sum(CAST(${ROW_VALUE} AS DECIMAL(28,8))) FILTER (${HAS_LINE}) AS DECIMAL(28,8)) AS gross,
      CAST(coalesce(sum(discount) FILTER (${HAS_LINE}), 0) AS DECIMAL(28,8)) AS line_discount,
      max("orderDiscount") AS order_discount, max("orderSubtotal") AS subtotal,
      max("orderShipping") AS shipping, max("orderTax") AS tax, max("orderFees") AS fees,
      max("orderRefund") AS refund, max("orderTotal") AS total, max("itemCount") AS item_count,
      bool_and("acceptsMarketing") AS accepts_marketing, max("shippedAt") AS shipped_at,
      max("promisedOn") AS promised_on, max("deliveredOn") AS delivered_on, max(carrier) AS carrier
    FROM "rows" GROUP BY "order"`,
    parameters,
  );
}

async function rejectUnplaced(engine: Engine, { account }: LoadRequest): Promise<void> {
  const unplaced = 'placed_at IS NULL OR "order" IS NULL';
  const [found] = await engine.rows<{ n: string }>(
    `SELECT count(*) AS n FROM gathered WHERE ${unplaced}`,
  );
  if (Number(found?.n ?? 0) === 0) return;
  const rows = await engine.rows<{ file: number; rows: string }>(
    `SELECT r.file, count(DISTINCT r."row") AS "rows"
    FROM "rows" r JOIN gathered g ON g."order" IS NOT DISTINCT FROM r."order"
    WHERE g.placed_at IS NULL OR g."order" IS NULL GROUP BY r.file ORDER BY r.file`,
  );
  for (const row of rows) account.reject(row.file, NO_ORDER, Number(row.rows));
  await engine.run(`DELETE FROM gathered WHERE ${unplaced}`);
}
