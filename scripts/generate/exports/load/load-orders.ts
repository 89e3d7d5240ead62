import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import { inPortalCurrency } from '#generate/warehouse/money-sql.ts';
import type { LoadRequest } from './load-request.ts';
import { identityOf } from './identities.ts';

/**
 * Fills orders, order_lines and the people behind them from the rows of one source ("rows", interchange columns).
 * Everything is computed by order in the order's own currency and converted once.
 */
export async function loadOrders(engine: Engine, request: LoadRequest): Promise<void> {
  await createHeads(engine, request);
  await addPeople(engine, request);
  await insertOrders(engine, request);
  await insertLines(engine, request);
  for (const table of ['heads', 'named_heads', 'mixed_lines', 'shares']) {
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** Value of a row in its own currency, before discounts. */
const VALUE = `coalesce(CAST("lineTotal" AS DECIMAL(28,8)), CAST(quantity AS DECIMAL(20,4)) * "unitPrice")`;

async function createHeads(engine: Engine, { config }: LoadRequest): Promise<void> {
  const parameters: Parameter[] = [config.currency];
  const gift = config.giftPatterns.map((pattern) => {
    parameters.push(pattern);
    return `OR bool_or(coalesce(regexp_matches(concat_ws(chr(10), "discountCode", "giftText", title), $${parameters.length}), false))`;
  });
  await engine.run(
    `CREATE TABLE heads AS
    SELECT "order", min(file) AS file, min("row") AS first_row,
      max("row") - min("row") + 1 = count(*) AND min(file) = max(file) AS adjoining,
      min("placedAt") AS placed_at, min("placedOn") AS placed_on,
      max(CASE WHEN contains(email, '@') THEN email END) AS email, max(phone) AS phone,
      max("customerId") AS customer_id, max(channel) AS channel,
      coalesce(bool_or(cancelled), false) AS cancelled,
      coalesce(bool_or(gift), false) ${gift.join(' ')} AS gift,
      max("discountCode") AS discount_code,
      upper(coalesce(max(currency), $1)) AS currency,
      CAST(sum(CAST(${VALUE} AS DECIMAL(28,8))) AS DECIMAL(28,8)) AS gross,
      CAST(coalesce(sum(discount), 0) AS DECIMAL(28,8)) AS line_discount,
      max("orderDiscount") AS order_discount, max("orderSubtotal") AS subtotal,
      max("orderShipping") AS shipping, max("orderTax") AS tax, max("orderRefund") AS refund,
      max("orderTotal") AS total, bool_and("acceptsMarketing") AS accepts_marketing,
      max("shippedAt") AS shipped_at, max("promisedOn") AS promised_on, max("deliveredOn") AS delivered_on,
      max(carrier) AS carrier
    FROM "rows" GROUP BY "order"`,
    parameters,
  );
}

async function addPeople(engine: Engine, { secret, source }: LoadRequest): Promise<void> {
  await engine.run(
    `CREATE TABLE named_heads AS
    SELECT h.* EXCLUDE (email, phone), ${identityOf('h.email', 'h.phone', 'h.customer_id', '$1')},
      -- Line discounts can be inside the order's discount: the stated subtotal decides.
      CASE WHEN subtotal IS NOT NULL AND gross - subtotal BETWEEN 0 AND line_discount + coalesce(order_discount, 0)
        THEN gross - subtotal ELSE line_discount + coalesce(order_discount, 0) END AS discount
    FROM heads h`,
    [source],
  );
  await engine.run(
    `INSERT INTO people
    SELECT identity, sha256($1 || ':' || identity), sha256('customer:' || identity),
      min(identified_by), min(email), min(phone)
    FROM named_heads WHERE identity IS NOT NULL AND identity NOT IN (SELECT identity FROM people)
    GROUP BY identity`,
    [secret],
  );
  await engine.run(
    `INSERT INTO consents SELECT identity, placed_at, accepts_marketing FROM named_heads
    WHERE identity IS NOT NULL AND accepts_marketing IS NOT NULL`,
  );
}

async function insertOrders(engine: Engine, { source }: LoadRequest): Promise<void> {
  const money = (amount: string): string => inPortalCurrency(amount);
  await engine.run(
    `INSERT INTO orders
    SELECT $1 || ':' || h."order", $1, p.customer, placed_at, placed_on, coalesce(c.name, h.channel), cancelled, gift, discount_code,
      ${money('gross')}, ${money('discount')}, ${money('shipping')}, ${money('tax')}, ${money('refund')},
      ${money('coalesce(total, gross - discount + coalesce(shipping, 0) + coalesce(tax, 0))')}
    FROM named_heads h JOIN rates ON rates.currency = h.currency
      LEFT JOIN people p ON p.identity = h.identity LEFT JOIN channel_names c ON c.channel = h.channel`,
    [source],
  );
  await engine.run(
    `INSERT INTO order_numbers SELECT ltrim("order", '#'), $1 || ':' || "order" FROM named_heads`,
    [source],
  );
  await engine.run(
    `INSERT INTO shipped_orders
    SELECT $1 || ':' || "order", shipped_at, promised_on, delivered_on, carrier FROM named_heads
    WHERE coalesce(CAST(shipped_at AS DATE), promised_on, delivered_on) IS NOT NULL`,
    [source],
  );
}

/** The order's own discount, shared over its lines by their value to the cent: the largest remainders round up. */
async function shareDiscounts(engine: Engine): Promise<void> {
  await engine.run(
    `CREATE TABLE shares AS
    WITH parts AS (
      SELECT r.file, r."row", r."order", h.gross,
        CASE WHEN (h.discount - h.line_discount) * 100 = trunc((h.discount - h.line_discount) * 100) THEN 100 ELSE 10000 END AS units,
        CAST((h.discount - h.line_discount) * 10000 AS HUGEINT) AS part,
        CAST(greatest(${VALUE}, 0) * 10000 AS HUGEINT) AS weight, r.sku, r.title
      FROM "rows" r JOIN named_heads h USING ("order") WHERE h.discount <> h.line_discount
    ), whole AS (
      SELECT *, part * units // 10000 AS total_units, sum(weight) OVER (PARTITION BY "order") AS weights FROM parts
    ), floors AS (
      SELECT *, total_units * weight // nullif(weights, 0) AS base, total_units * weight % nullif(weights, 0) AS rest FROM whole
    ), ranked AS (
      SELECT *, total_units - sum(base) OVER (PARTITION BY "order") AS left_over,
        row_number() OVER (PARTITION BY "order" ORDER BY rest DESC, weight DESC, sku, title, file, "row") AS place
      FROM floors
    )
    SELECT file, "row", CAST(CAST(base + CASE WHEN place <= left_over THEN 1 ELSE 0 END AS DECIMAL(28,4)) * CASE WHEN units = 100 THEN 0.01 ELSE 0.0001 END AS DECIMAL(28,8)) AS share
    FROM ranked WHERE base IS NOT NULL`,
  );
}

async function insertLines(engine: Engine, { source }: LoadRequest): Promise<void> {
  const [mixed] = await engine.rows<{ n: string }>(
    'SELECT count(*) AS n FROM named_heads WHERE NOT adjoining',
  );
  const [shared] = await engine.rows<{ n: string }>(
    'SELECT count(*) AS n FROM named_heads WHERE discount <> line_discount',
  );
  // Numbering by position is far cheaper than a window, and the same where an order's rows stand together.
  const isMixed = Number(mixed?.n ?? 0) > 0;
  if (isMixed) {
    await engine.run(
      `CREATE TABLE mixed_lines AS
      SELECT file, "row", row_number() OVER (PARTITION BY "order" ORDER BY file, "row") AS line
      FROM "rows" WHERE "order" IN (SELECT "order" FROM named_heads WHERE NOT adjoining)`,
    );
  }
  const position = 'r."row" - h.first_row + 1';
  const line = isMixed ? `coalesce(m.line, ${position})` : position;
  const isShared = Number(shared?.n ?? 0) > 0;
  if (isShared) await shareDiscounts(engine);
  const discount = isShared ? '+ coalesce(s.share, 0)' : '';
  await engine.run(
    `INSERT INTO order_lines
    SELECT $1 || ':' || r."order", ${line}, r.sku, r.title, i.brand, i.category, i.is_product, r.quantity,
      CASE WHEN rate = 1 THEN price ELSE CAST(price * rate AS DECIMAL(18,4)) END,
      ${inPortalCurrency('r.value')},
      ${inPortalCurrency(`(coalesce(r.discount, 0) ${discount})`)},
      h.identity IS NOT NULL AND NOT h.cancelled AND r.quantity > 0 AND r.value > 0
    FROM (
      SELECT *, CAST(${VALUE} AS DECIMAL(28,8)) AS value,
        coalesce("unitPrice", CAST("lineTotal" / nullif(quantity, 0) AS DECIMAL(18,4)), 0) AS price
      FROM "rows"
    ) r
    JOIN named_heads h USING ("order") JOIN rates ON rates.currency = h.currency
    JOIN items i ON i.sku IS NOT DISTINCT FROM r.sku AND i.title IS NOT DISTINCT FROM r.title
      AND i.given_brand IS NOT DISTINCT FROM r.brand AND i.given_category IS NOT DISTINCT FROM r.category
      AND i.non_product = coalesce(r."nonProduct", false)
    ${isMixed ? 'LEFT JOIN mixed_lines m ON m.file = r.file AND m."row" = r."row"' : ''}
    ${isShared ? 'LEFT JOIN shares s ON s.file = r.file AND s."row" = r."row"' : ''}`,
    [source],
  );
}
