import type { Engine } from '#generate/warehouse/engine.ts';
import { inPortalCurrency } from '#generate/warehouse/money-sql.ts';
import { MEASURE } from '../cells/within-measure.ts';
import { orderNumber } from './find-order.ts';
import { rememberDialled } from './join-phone-guests.ts';
import type { LoadRequest } from './load-request.ts';
import { noteUnusableEmails, noteWholeOrders } from './order-notes.ts';
import { DIFFERENCE, TAX_INSIDE } from './order-difference.ts';
import { createHeads, HAS_LINE, ROW_VALUE } from './order-heads.ts';
import { inPortions, PORTION_ROWS } from './order-portions.ts';
import { addPeople, lastPerson, takeSmallestPhones } from './people.ts';
import { shareDiscounts } from './share-discounts.ts';

/**
 * Fills orders, order_lines and the people behind them from the rows of one platform ("rows", interchange columns).
 * Everything is computed by order in the order's own currency and converted once.
 */
export async function loadOrders(engine: Engine, request: LoadRequest): Promise<void> {
  const known = await lastPerson(engine);
  const portions = await inPortions(engine, request.portionRows ?? PORTION_ROWS, () =>
    loadPortion(engine, request),
  );
  if (portions > 1) await takeSmallestPhones(engine, known);
}

async function loadPortion(engine: Engine, request: LoadRequest): Promise<void> {
  await createHeads(engine, request);
  await addPeople(engine, request.secret, 'heads');
  await rememberDialled(engine);
  await engine.run(
    `INSERT INTO consents SELECT identity, placed_at, accepts_marketing FROM heads
    WHERE identity IS NOT NULL AND accepts_marketing IS NOT NULL`,
  );
  const id = await orderIds(engine);
  await insertOrders(engine, request, id);
  await insertNumbers(engine, request);
  await insertLines(engine, request, id);
  await insertWholeOrders(engine, request, id);
  await noteWholeOrders(engine, request.source);
  await noteUnusableEmails(engine, request.source);
  for (const table of ['heads', 'mixed_lines', 'shares']) {
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** SQL: ids for the orders of `heads` h, after all that there are. */
async function orderIds(engine: Engine): Promise<string> {
  const [found] = await engine.rows<{ last: number }>(
    'SELECT coalesce(max(order_id), 0) AS last FROM orders',
  );
  return `CAST(h.rowid + ${String(Number(found?.last ?? 0) + 1)} AS INTEGER)`;
}

async function insertOrders(engine: Engine, { source }: LoadRequest, id: string): Promise<void> {
  const money = inPortalCurrency;
  await engine.run(
    `INSERT INTO orders
    SELECT ${id}, $1 || ':' || h."order", $1, p.customer, p.customer_id, placed_at, placed_on, coalesce(c.name, h.channel), cancelled, gift, discount_code,
      ${money('gross')}, ${money('discount')}, ${money('shipping')}, ${money('tax')}, ${money('fees')}, ${money('refund')},
      ${money('coalesce(total, gross - discount + coalesce(shipping, 0) + coalesce(fees, 0) + coalesce(tax, 0))')},
      ${TAX_INSIDE}, net_share, ${money(DIFFERENCE)}, nullif(order_name, h."order"), coalesce(sender, ''), h.currency
    FROM heads h JOIN rates ON rates.currency = h.currency
      LEFT JOIN people p ON p.identity = h.identity LEFT JOIN channel_names c ON c.channel = h.channel`,
    [source],
  );
  await engine.run(
    `INSERT INTO shipped_orders
    SELECT $1 || ':' || "order", shipped_at, promised_on, delivered_on, carrier FROM heads
    WHERE coalesce(CAST(shipped_at AS DATE), promised_on, delivered_on) IS NOT NULL`,
    [source],
  );
}

/** The numbers under which returns, shipments and tickets can name the order. */
async function insertNumbers(engine: Engine, { source }: LoadRequest): Promise<void> {
  const key = `$1 || ':' || "order"`;
  const isInner = 'order_name IS NOT NULL AND order_name <> "order"';
  await engine.run(
    `INSERT INTO order_numbers SELECT ${orderNumber('"order"')}, ${key}, $1, true, ${isInner}, false FROM heads`,
    [source],
  );
  await engine.run(
    `INSERT INTO order_numbers
    SELECT ${orderNumber('order_name')}, ${key}, $1, false, false, false FROM heads WHERE ${isInner}`,
    [source],
  );
  await engine.run(
    `INSERT INTO order_numbers
    SELECT DISTINCT ${orderNumber('number')}, ${key}, $1, false, false, true
    FROM (SELECT "order", unnest(string_split(other_numbers, ' ')) AS number FROM heads WHERE other_numbers IS NOT NULL)
    WHERE ${orderNumber('number')} <> ''`,
    [source],
  );
}

/**
 * SQL of a line's price in the portal's currency. A bare product of two DECIMAL(18) has eighteen digits in the engine, twelve
 * of them decimals here: a price of a million would end the run. More than there is room for can only stand in a line of no pieces.
 */
const PRICE = `coalesce(TRY_CAST(CAST(price AS DECIMAL(20,4)) * rate AS DECIMAL(18,4)), ${MEASURE})`;

async function insertLines(engine: Engine, { source }: LoadRequest, id: string): Promise<void> {
  const [found] = await engine.rows<{ mixed: string; shared: string }>(
    `SELECT count(*) FILTER (NOT adjoining) AS mixed, count(*) FILTER (discount <> line_discount) AS shared
    FROM heads WHERE lines > 0`,
  );
  // Numbering by position is far cheaper than a window, and the same where an order's rows stand together.
  const isMixed = Number(found?.mixed ?? 0) > 0;
  if (isMixed) {
    await engine.run(
      `CREATE TABLE mixed_lines AS
      SELECT file, piece, row_number() OVER (PARTITION BY "order" ORDER BY file, piece) AS line
      FROM "rows" WHERE ${HAS_LINE} AND "order" IN (SELECT "order" FROM heads WHERE NOT adjoining)`,
    );
  }
  const position = 'r.piece - h.first_piece + 1';
  const line = isMixed ? `coalesce(m.line, ${position})` : position;
  const isShared = Number(found?.shared ?? 0) > 0;
  if (isShared) await shareDiscounts(engine);
  const discount = isShared ? '+ coalesce(s.share, 0)' : '';
  await engine.run(
    `INSERT INTO order_lines
    SELECT h.order_id, $1 || ':' || r."order", ${line}, r.sku, r.title, i.brand, i.category, i.is_product, r.quantity,
      CASE WHEN rate = 1 THEN price ELSE ${PRICE} END,
      ${inPortalCurrency('r.value')},
      ${inPortalCurrency(`(coalesce(r.discount, 0) ${discount})`)},
      h.counts AND r.quantity > 0 AND r.value > 0, false, h.net_share
    FROM (
      SELECT *, ${ROW_VALUE} AS value,
        coalesce("unitPrice", TRY_CAST("lineTotal" / nullif(quantity, 0) AS DECIMAL(18,4)), 0) AS price
      FROM "rows" WHERE ${HAS_LINE}
    ) r
    JOIN (
      -- Only what a line asks of its order: the less a join carries, the less it waits for memory.
      SELECT "order", ${id} AS order_id, first_piece, rate, net_share, identity IS NOT NULL AND NOT cancelled AS counts
      FROM heads h JOIN rates USING (currency)
    ) h USING ("order")
    JOIN items i ON i.sku IS NOT DISTINCT FROM r.sku AND i.title IS NOT DISTINCT FROM r.title
      AND i.given_brand IS NOT DISTINCT FROM r.brand AND i.given_category IS NOT DISTINCT FROM r.category
      AND i.non_product = coalesce(r."nonProduct", false)
    ${isMixed ? 'LEFT JOIN mixed_lines m ON m.file = r.file AND m.piece = r.piece' : ''}
    ${isShared ? 'LEFT JOIN shares s ON s.file = r.file AND s.piece = r.piece' : ''}`,
    [source],
  );
}

/** An order that nobody itemised becomes one line with the value of all its things. */
async function insertWholeOrders(
  engine: Engine,
  { source }: LoadRequest,
  id: string,
): Promise<void> {
  const pieces = 'CASE WHEN item_count > 0 THEN item_count ELSE 1 END';
  await engine.run(
    `INSERT INTO order_lines
    SELECT ${id}, $1 || ':' || "order", 1, NULL, NULL, NULL, NULL, true, ${pieces},
      CAST(${inPortalCurrency(`gross / ${pieces}`)} AS DECIMAL(18,4)), ${inPortalCurrency('gross')}, ${inPortalCurrency('discount')},
      identity IS NOT NULL AND NOT cancelled AND gross > 0, true, net_share
    FROM heads h JOIN rates ON rates.currency = h.currency WHERE whole_order`,
    [source],
  );
}
