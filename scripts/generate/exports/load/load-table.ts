import { inPortalCurrency } from '#generate/warehouse/money-sql.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { ExportTable } from '../interchange.ts';
import { identityOf } from './identities.ts';
import type { LoadRequest } from './load-request.ts';
import { loadOrders } from './load-orders.ts';

type Loader = (engine: Engine, request: LoadRequest) => Promise<void>;

/** How the rows of each generic table ("rows", interchange columns) become canonical ones. */
export const LOADERS: Record<ExportTable, Loader> = {
  orders: loadOrders,
  products: loadProducts,
  returns: loadReturns,
  shipments: loadShipments,
  fulfilment_checks: loadChecks,
  survey_responses: loadAnswers,
  tickets: loadTickets,
  customers: loadCustomers,
  customer_traits: loadTraits,
  campaign_results: loadCampaigns,
  kpi_snapshots: loadSnapshots,
  persona_statistics: loadStatistics,
};

/** The order a row belongs to, by its number in whatever source: null where none or several have it. */
const ORDERS = `LEFT JOIN (
    SELECT number, min(order_key) AS order_key FROM order_numbers GROUP BY number HAVING min(order_key) = max(order_key)
  ) o ON o.number = ltrim("order", '#''')`;

const RATED = `FROM "rows" r JOIN rates ON rates.currency = upper(coalesce(r.currency, $1))`;

async function loadProducts(
  engine: Engine,
  { config, reportRepeated }: LoadRequest,
): Promise<void> {
  // A sku that is described twice counts once; which one does not depend on the order of rows or files.
  await engine.run(
    `CREATE TABLE described AS
    SELECT file, sku, title, category, brand, ${inPortalCurrency('cost')} AS cost,
      row_number() OVER (
        PARTITION BY sku ORDER BY category NULLS LAST, brand NULLS LAST, title NULLS LAST, cost NULLS LAST, file
      ) = 1 AND sku NOT IN (SELECT sku FROM products) AS is_first
    ${RATED}`,
    [config.currency],
  );
  await engine.run(
    'INSERT INTO products SELECT sku, title, category, brand, cost FROM described WHERE is_first',
  );
  const repeated = await engine.rows<{ file: number; rows: string }>(
    'SELECT file, count(*) AS "rows" FROM described WHERE NOT is_first GROUP BY file ORDER BY file',
  );
  for (const { file, rows } of repeated) reportRepeated(file, Number(rows));
  await engine.run('DROP TABLE described');
}

async function loadReturns(engine: Engine, { config }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO returns
    SELECT o.order_key, sku, quantity, abs(${inPortalCurrency('value')}), "returnedOn", reason, outcome
    ${RATED} ${ORDERS}`,
    [config.currency],
  );
}

async function loadShipments(engine: Engine): Promise<void> {
  await engine.run(
    `INSERT INTO shipments
    SELECT o.order_key, "shippedAt", "promisedOn", "deliveredOn", carrier FROM "rows" ${ORDERS}`,
  );
}

async function loadChecks(engine: Engine): Promise<void> {
  await engine.run(
    `INSERT INTO fulfilment_checks
    SELECT o.order_key, "checkedOn", correct, problem FROM "rows" ${ORDERS}`,
  );
}

async function loadAnswers(engine: Engine, { secret, source }: LoadRequest): Promise<void> {
  await engine.run(
    `CREATE TABLE answers AS
    SELECT * EXCLUDE (email), ${identityOf('email', 'CAST(NULL AS VARCHAR)', 'CAST(NULL AS VARCHAR)', '$1')} FROM "rows"`,
    [source],
  );
  await engine.run(
    `INSERT INTO people
    SELECT identity, sha256($1 || ':' || identity), sha256('customer:' || identity), 'email', min(email), NULL
    FROM answers WHERE identity IS NOT NULL AND identity NOT IN (SELECT identity FROM people) GROUP BY identity`,
    [secret],
  );
  // Without an e-mail the answer is the customer's whose order it names.
  await engine.run(
    `INSERT INTO survey_responses
    SELECT survey, coalesce(p.customer, k.customer), o.order_key, "answeredOn", question, answer, score, response
    FROM answers ${ORDERS} LEFT JOIN people p USING (identity) LEFT JOIN orders k ON k.order_key = o.order_key`,
  );
  await engine.run('DROP TABLE answers');
}

async function loadTickets(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO tickets
    SELECT $1 || ':' || ticket, $1, coalesce(p.customer, k.customer), o.order_key, "openedAt", "openedOn", "closedAt",
      "firstReply", resolution, contacts, t.channel, topic, satisfaction
    FROM (SELECT * EXCLUDE (email, phone), ${identityOf('email', 'phone', '"customerId"', '$1')} FROM "rows") t
      ${ORDERS} LEFT JOIN people p USING (identity) LEFT JOIN orders k ON k.order_key = o.order_key`,
    [source],
  );
}

/** Enriches people who bought; it makes nobody a customer. */
async function loadCustomers(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO consents
    SELECT identity, NULL, "acceptsMarketing"
    FROM (SELECT * EXCLUDE (email, phone), ${identityOf('email', 'phone', '"customerId"', '$1')} FROM "rows")
    WHERE "acceptsMarketing" IS NOT NULL AND identity IN (SELECT identity FROM people)`,
    [source],
  );
}

async function loadTraits(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO customer_traits
    SELECT $1, p.customer, trait, value, text
    FROM (SELECT * EXCLUDE (email, phone), ${identityOf('email', 'phone', '"customerId"', '$1')} FROM "rows")
      LEFT JOIN people p USING (identity)`,
    [source],
  );
}

async function loadCampaigns(engine: Engine, { config, source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO campaign_results
    SELECT $2, campaign, detail, variant, coalesce(collapsed, false), replace(lower(assignment), 'randomized', 'randomised'),
      coalesce(control, false), channel, "sentAt", "sentOn", "startsOn", "endsOn",
      impressions, "impressionShare", "impressionShareBound", recipients, delivered, opens, clicks, orders, conversions,
      ${inPortalCurrency('revenue')}, unsubscribes, complaints, ${inPortalCurrency('spend')}
    ${RATED}`,
    [config.currency, source],
  );
}

async function loadSnapshots(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO kpi_snapshots
    SELECT coalesce(tool, $1), kpi, from_day,
      CASE WHEN contains(period, '/') THEN TRY_CAST(split_part(period, '/', 2) AS DATE)
        ELSE CAST(from_day + CASE WHEN length(period) = 4 THEN INTERVAL 1 YEAR WHEN contains(period, 'Q') THEN INTERVAL 3 MONTH ELSE INTERVAL 1 MONTH END - INTERVAL 1 DAY AS DATE) END,
      value, unit, n, numerator, denominator
    FROM (
      SELECT *, CASE
        WHEN contains(period, '/') THEN TRY_CAST(split_part(period, '/', 1) AS DATE)
        WHEN contains(period, 'Q') THEN make_date(CAST(left(period, 4) AS INTEGER), CAST(right(period, 1) AS INTEGER) * 3 - 2, 1)
        WHEN length(period) = 4 THEN make_date(CAST(period AS INTEGER), 1, 1)
        ELSE make_date(CAST(left(period, 4) AS INTEGER), CAST(right(period, 2) AS INTEGER), 1) END AS from_day
      FROM "rows"
    )`,
    [source],
  );
}

async function loadStatistics(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO persona_statistics SELECT coalesce(tool, $1), persona, trait, value, unit, n FROM "rows"`,
    [source],
  );
}
