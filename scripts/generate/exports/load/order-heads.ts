import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import { MEASURE } from '../cells/within-measure.ts';
import { INTERCHANGE } from '../interchange.ts';
import { MOST_PIECES, mostWorth } from './beyond-measure.ts';
import { withIdentity } from './identities.ts';
import type { LoadRequest } from './load-request.ts';
import { netShare } from './order-difference.ts';
import type { AccountReason } from './row-account.ts';

const PRODUCT = `coalesce(CAST("lineTotal" AS DECIMAL(28,8)), CAST(quantity AS DECIMAL(20,4)) * "unitPrice")`;

/**
 * SQL: value of a row in its own currency, before discounts. A product that has no room in the type is beyond measure
 * (UNUSABLE), and so is what stands for it.
 */
export const ROW_VALUE = `coalesce(TRY_CAST(${PRODUCT} AS DECIMAL(28,8)),
  CASE WHEN ${PRODUCT} IS NOT NULL THEN CAST(${MEASURE} AS DECIMAL(28,8)) END)`;

/** SQL: whether a row has a line; else it only says something about its order. */
export const HAS_LINE = 'quantity IS NOT NULL';

/** Orders that cannot be used, told by a condition on `heads` h, and what is said of their rows. */
const UNUSABLE: { condition: string; reason: AccountReason }[] = [
  {
    condition: 'h.placed_at IS NULL OR h."order" IS NULL',
    reason: {
      code: 'row/no-order',
      reason: 'Rows of orders whose time no file states: add the export with the orders themselves',
    },
  },
  {
    condition: `h.most_pieces >= ${MOST_PIECES} OR EXISTS (FROM rates WHERE rates.currency = h.currency AND greatest(
        abs(h.gross), abs(h.discount), abs(h.total), abs(h.shipping), abs(h.tax), abs(h.fees), abs(h.refund), h.largest_line
      ) >= ${mostWorth('rate')})`,
    reason: {
      code: 'row/beyond-measure',
      reason:
        'Rows of orders with ten million pieces or an amount of ten billion and more: a quantity or a price is damaged',
    },
  },
];

/**
 * Creates `heads`: one row an order, in its own currency, from all rows that name it. Rows of an order that has no time
 * cannot be placed, and amounts beyond measure cannot be added up: both are rejected.
 */
export async function createHeads(engine: Engine, request: LoadRequest): Promise<void> {
  const parameters: Parameter[] = [request.config.currency, request.source];
  const bind = (value: Parameter): string => `$${parameters.push(value)}`;
  const gathered = gatherHeads(request, bind);
  const share = netShare(`CAST(${bind(request.taxInPrices ?? 0)} AS DOUBLE)`);
  await engine.run(
    `CREATE TABLE heads AS
    SELECT *, ${share} AS net_share
    FROM (
      SELECT g.* REPLACE (coalesce(gross, whole_value) AS gross), lines = 0 AND whole_value IS NOT NULL AS whole_order,
        -- Line discounts can be inside the order's discount: the stated subtotal decides.
        CASE WHEN lines > 0 AND subtotal IS NOT NULL
            AND gross - subtotal BETWEEN 0 AND line_discount + coalesce(order_discount, 0)
          THEN gross - subtotal ELSE line_discount + coalesce(order_discount, 0) END AS discount
      FROM (
        SELECT *, CASE WHEN lines = 0 THEN ${WHOLE_VALUE} END AS whole_value
        FROM ${withIdentity(gathered, '$2')}
      ) g
    )`,
    parameters,
  );
  for (const unusable of UNUSABLE) await rejectOrders(engine, request, unusable);
}

/** What the things of an order without lines cost before its discount, as far as the order says. */
const WHOLE_VALUE = `CAST(coalesce(subtotal, total - coalesce(shipping, 0) - coalesce(fees, 0) - coalesce(tax, 0))
  + coalesce(order_discount, 0) AS DECIMAL(28,8))`;

/** SQL of what the rows of each order say together; $1 is the currency of rows that name none. */
function gatherHeads({ config, filled }: LoadRequest, bind: (value: Parameter) => string): string {
  const gift = config.giftPatterns.map(
    (pattern) =>
      `OR bool_or(coalesce(regexp_matches(concat_ws(chr(10), "discountCode", "giftText", title), ${bind(pattern)}), false))`,
  );
  // A column that no file fills is not looked at in any row.
  const figure = (sum: string, column: string): string =>
    filled.has(column)
      ? `${sum}("${column}")`
      : `CAST(NULL AS ${INTERCHANGE.orders[column] ?? 'VARCHAR'})`;
  return `SELECT "order", ${figure('max', 'orderName')} AS order_name, ${figure('max', 'otherNumbers')} AS other_numbers,
      count(line_piece) AS lines, min(file) AS file, min(line_piece) AS first_piece,
      max(line_piece) - min(line_piece) + 1 = count(line_piece) AND min(file) = max(file) AS adjoining,
      coalesce(${figure('min', 'placedAt')}, CAST(${figure('min', 'placedOn')} AS TIMESTAMP)) AS placed_at,
      coalesce(${figure('min', 'placedOn')}, CAST(${figure('min', 'placedAt')} AS DATE)) AS placed_on,
      max(CASE WHEN contains(email, '@') THEN email END) AS email,
      ${filled.has('email') ? 'bool_or(email IS NOT NULL)' : 'false'} AS states_email, ${figure('max', 'phone')} AS phone,
      ${figure('max', 'country')} AS country,
      ${figure('max', 'customerId')} AS "customerId", ${figure('max', 'channel')} AS channel, ${figure('max', 'sender')} AS sender,
      coalesce(bool_or(cancelled), false) AS cancelled,
      coalesce(${figure('bool_or', 'gift')}, false) ${gift.join(' ')} AS gift,
      ${figure('max', 'discountCode')} AS discount_code,
      upper(coalesce(${figure('max', 'currency')}, $1)) AS currency,
      CAST(sum(line_value) AS DECIMAL(28,8)) AS gross, max(abs(line_value)) AS largest_line, max(abs(quantity)) AS most_pieces,
      CAST(coalesce(sum(line_discount), 0) AS DECIMAL(28,8)) AS line_discount,
      ${figure('max', 'orderDiscount')} AS order_discount, ${figure('max', 'orderSubtotal')} AS subtotal,
      ${figure('max', 'orderShipping')} AS shipping, ${figure('max', 'orderTax')} AS tax,
      ${figure('max', 'orderFees')} AS fees, ${figure('max', 'orderRefund')} AS refund,
      ${figure('max', 'orderTotal')} AS total, ${figure('max', 'itemCount')} AS item_count,
      ${figure('bool_and', 'acceptsMarketing')} AS accepts_marketing, ${figure('max', 'shippedAt')} AS shipped_at,
      ${figure('max', 'promisedOn')} AS promised_on, ${figure('max', 'deliveredOn')} AS delivered_on,
      ${figure('max', 'carrier')} AS carrier
    FROM (
      SELECT *, CASE WHEN ${HAS_LINE} THEN piece END AS line_piece, CASE WHEN ${HAS_LINE} THEN discount END AS line_discount,
        CASE WHEN ${HAS_LINE} THEN ${ROW_VALUE} END AS line_value
      FROM "rows"
    ) GROUP BY "order"`;
}

async function rejectOrders(
  engine: Engine,
  { account }: LoadRequest,
  { condition, reason }: (typeof UNUSABLE)[number],
): Promise<void> {
  const [found] = await engine.rows<{ n: string }>(
    `SELECT count(*) AS n FROM heads h WHERE ${condition}`,
  );
  if (Number(found?.n ?? 0) === 0) return;
  const rows = await engine.rows<{ file: number; rows: string }>(
    `SELECT r.file, count(DISTINCT r."row") AS "rows"
    FROM "rows" r JOIN heads h ON h."order" IS NOT DISTINCT FROM r."order"
    WHERE ${condition} GROUP BY r.file ORDER BY r.file`,
  );
  for (const row of rows) account.reject(row.file, reason, Number(row.rows));
  await engine.run(`DELETE FROM heads h WHERE ${condition}`);
}
