import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { Engine } from '../engine.ts';
import { assignPersonas } from './assign-personas.ts';
import { QUARTER_DAYS, SPLIT_TABLES } from './buyer-splits.ts';
import { buyerSums } from './buyer-totals.ts';
import { createCustomerFeatures } from './customer-features.ts';
import {
  ORDER_FEATURES,
  parseShareFeature,
  shareFeature,
  type FeatureDefinition,
} from './feature-definitions.ts';
import { earlierPurchases } from './purchase-orders.ts';

/**
 * How many customers were in one Portrait a quarter ago and are in another now; `from` null: they had not bought yet, or on one
 * day only, which tells too little of anybody to say that they have changed since.
 */
export interface MovedCustomers {
  from: string | null;
  to: string;
  customers: number;
}

export interface QuarterMovement {
  /** Last day of the purchases a quarter ago. */
  from: string;
  moved: MovedCustomers[];
}

/** Tables that assignment reads and writes; as views only what the model asks of them is added up. */
const TABLES = {
  buyers: 'TABLE',
  purchase_orders: 'TABLE',
  buyer_totals: 'VIEW',
  buyer_categories: 'VIEW',
  buyer_brands: 'VIEW',
  buyer_channels: 'VIEW',
  customer_features: 'TABLE',
  buyer_personas: 'TABLE',
} as const;

/**
 * How customers moved between Portraits within a quarter: everybody is assigned by the same model, by purchases and
 * returns up to a quarter before as-of and by all. Only who ordered or returned since can have moved, so only they are
 * assigned again. Afterwards all tables are as they were. Null when nobody bought before, or when nobody has orders.
 *
 * @param model of features that are made of orders alone
 */
export async function readQuarterMovement(
  engine: Engine,
  model: SegmentationModel,
  asOf: string,
): Promise<QuarterMovement | null> {
  const [quarter] = await engine.rows<{ from: string; known: boolean }>(
    `SELECT CAST(d.day AS VARCHAR) AS "from",
            coalesce((SELECT min(first_on) FROM buyer_totals) <= d.day, false) AS known
     FROM (SELECT CAST($1 AS DATE) - ${QUARTER_DAYS} AS day) d`,
    [asOf],
  );
  if (!quarter?.known) return null;
  const { from } = quarter;
  await engine.run(ACTIVE_BUYERS, [from, asOf]);
  for (const table of Object.keys(TABLES))
    await engine.run(`ALTER TABLE ${table} RENAME TO now_${table}`);
  try {
    await engine.run(
      `CREATE TEMP TABLE purchase_orders AS ${earlierPurchases('now_purchase_orders', 'active_buyers')}`,
      [from],
    );
    await engine.run(`CREATE TEMP VIEW buyer_totals AS ${buyerSums(`DATE '${from}'`)}`);
    await engine.run(BUYERS);
    for (const { table, measure } of Object.values(SPLIT_TABLES)) {
      await engine.run(
        `CREATE TEMP VIEW ${table} AS
         SELECT buyer, name, earlier_${measure} AS ${measure} FROM now_${table} SEMI JOIN buyers USING (buyer)
         WHERE earlier_${measure} IS NOT NULL`,
      );
    }
    await createCustomerFeatures(engine, model.features.map(definitionOf));
    await assignPersonas(engine, model);
    return { from, moved: await engine.rows<Row>(MOVED, [from]) };
  } finally {
    await engine.run('DROP TABLE active_buyers');
    for (const [table, kind] of Object.entries(TABLES)) {
      await engine.run(`DROP ${kind} IF EXISTS ${table}`);
      await engine.run(`ALTER TABLE now_${table} RENAME TO ${table}`);
    }
  }
}

type Row = Pick<MovedCustomers, keyof MovedCustomers>;

const ACTIVE_BUYERS = `
CREATE OR REPLACE TEMP TABLE active_buyers AS
SELECT buyer FROM purchase_orders WHERE placed_on > CAST($1 AS DATE)
UNION
SELECT o.buyer FROM purchase_orders o JOIN order_returns r USING (order_id)
WHERE r.returned_on > CAST($1 AS DATE) AND r.returned_on <= CAST($2 AS DATE)`;

const BUYERS = `
CREATE TEMP TABLE buyers AS
SELECT buyer, min(placed_on) < max(placed_on) AS came_back
FROM purchase_orders
GROUP BY buyer`;

const MOVED = `
SELECT CASE WHEN t.first_on <= CAST($1 AS DATE) AND (q.persona IS NULL OR q.persona = n.persona OR b.came_back)
            THEN coalesce(q.persona, n.persona) END AS "from",
       n.persona AS "to", CAST(count(*) AS INTEGER) AS customers
FROM now_buyer_personas n
JOIN now_buyer_totals t USING (buyer)
LEFT JOIN buyer_personas q USING (buyer)
LEFT JOIN buyers b USING (buyer)
GROUP BY ALL ORDER BY ALL`;

/** A part that nobody had bought of a quarter ago is nothing of theirs, not unknown. */
function definitionOf({
  id,
  label,
  transform,
}: SegmentationModel['features'][number]): FeatureDefinition {
  const share = parseShareFeature(id);
  if (share) return shareFeature(share);
  return (
    ORDER_FEATURES.find((one) => one.id === id) ?? {
      id,
      label,
      transform,
      sql: 'CAST(NULL AS DOUBLE)',
    }
  );
}
