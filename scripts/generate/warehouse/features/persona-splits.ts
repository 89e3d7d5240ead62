import type { Engine } from '../engine.ts';

/** How much of a split's part belongs to a Portrait; `persona` null: to all customers. */
export interface SplitCell {
  persona: string | null;
  name: string;
  people: number;
  /** What the shares are shares of: money paid, orders or pieces, in whole units or hundredths. */
  amount: number;
  /** Sums over customers of its square, and of it times what the customer has of all parts. */
  squares: number;
  products: number;
}

/** What a Portrait has of all parts together; `persona` null: all customers. */
export interface SplitWhole {
  persona: string | null;
  people: number;
  amount: number;
  squares: number;
}

export interface PersonaSplit {
  cells: SplitCell[];
  wholes: SplitWhole[];
}

const FIRST_DAY =
  'purchase_orders o JOIN buyer_totals t ON t.buyer = o.buyer AND t.first_on = o.placed_on';

/** Money is added up in 128 bits, whose squares are exact in any currency; orders and pieces in 64, which is faster. */
const SOURCES = {
  categories: `SELECT buyer, name, ${hundredths('paid', 'HUGEINT')} AS amount FROM buyer_categories`,
  brands: `SELECT buyer, name, ${hundredths('paid', 'HUGEINT')} AS amount FROM buyer_brands`,
  channels: 'SELECT buyer, name, CAST(orders AS BIGINT) AS amount FROM buyer_channels',
  months: `SELECT buyer, CAST(month(placed_on) AS VARCHAR) AS name, count(*) AS amount
           FROM purchase_orders GROUP BY buyer, month(placed_on)`,
  weekdays: `SELECT buyer, CAST(isodow(placed_on) AS VARCHAR) AS name, count(*) AS amount
             FROM purchase_orders GROUP BY buyer, isodow(placed_on)`,
  // Tools write one reason in many ways: TOO_SMALL, "Too small ".
  returnReasons: `SELECT buyer, name, ${hundredths('sum(quantity)', 'BIGINT')} AS amount
                  FROM (SELECT o.buyer, trim(replace(lower(r.reason), '_', ' ')) AS name, r.quantity
                        FROM order_returns r JOIN purchase_orders o USING (order_id) WHERE o.items IS NOT NULL)
                  WHERE name <> '' GROUP BY buyer, name`,
  firstChannels: `SELECT o.buyer, o.channel AS name, count(*) AS amount
                  FROM ${FIRST_DAY} WHERE o.channel <> '' GROUP BY o.buyer, o.channel`,
  firstCodes: `SELECT buyer, name, count(*) AS amount
               FROM (SELECT o.buyer, upper(trim(orders.discount_code)) AS name
                     FROM ${FIRST_DAY} JOIN orders USING (order_id))
               WHERE name <> '' GROUP BY buyer, name`,
} as const;
export type SplitId = keyof typeof SOURCES;

/** Added up by Portrait first: what is of all customers is made of those few rows. */
const CELLS = `
WITH of_personas AS (
  SELECT w.persona, s.name, count(*) AS people, sum(s.amount) AS amount,
         sum(s.amount * s.amount) AS squares, sum(s.amount * w.amount) AS products
  FROM persona_split s
  JOIN persona_split_whole w USING (buyer)
  GROUP BY w.persona, s.name
)
SELECT persona, CAST(grouping(persona) AS VARCHAR) AS everybody, name, sum(people) AS people,
       CAST(sum(amount) AS VARCHAR) AS amount, CAST(sum(squares) AS VARCHAR) AS squares,
       CAST(sum(products) AS VARCHAR) AS products,
       max(sum(amount)) OVER (PARTITION BY name) AS largest
FROM of_personas
GROUP BY GROUPING SETS ((persona, name), (name))
ORDER BY largest DESC, name, everybody DESC, persona`;

const WHOLES = `
WITH of_personas AS (
  SELECT persona, count(*) AS people, sum(amount) AS amount, sum(amount * amount) AS squares
  FROM persona_split_whole
  GROUP BY persona
)
SELECT persona, CAST(grouping(persona) AS VARCHAR) AS everybody, '' AS name, sum(people) AS people,
       CAST(sum(amount) AS VARCHAR) AS amount, CAST(sum(squares) AS VARCHAR) AS squares
FROM of_personas
GROUP BY GROUPING SETS ((persona), ())
ORDER BY everybody DESC, persona`;

/** Exact sums of a split by Portrait and part, and of all customers; largest part of all first, then by name. */
export async function readPersonaSplit(engine: Engine, split: SplitId): Promise<PersonaSplit> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE persona_split AS ${SOURCES[split]}`);
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE persona_split_whole AS
     SELECT s.buyer, p.persona, s.amount
     FROM (
       SELECT buyer, CAST(sum(amount) AS ${isMoney(split) ? 'HUGEINT' : 'BIGINT'}) AS amount
       FROM persona_split GROUP BY buyer
     ) s LEFT JOIN buyer_personas p USING (buyer)`,
  );
  const cells = await engine.rows(CELLS);
  const wholes = await engine.rows(WHOLES);
  await engine.run('DROP TABLE persona_split');
  await engine.run('DROP TABLE persona_split_whole');
  return { cells: cells.flatMap(sumsOf), wholes: wholes.flatMap(sumsOf) };
}

/** None for buyers whom no Portrait was given. */
function sumsOf(row: Record<string, unknown>): SplitCell[] {
  const everybody = row['everybody'] === '1';
  if (!everybody && row['persona'] === null) return [];
  return [
    {
      persona: everybody ? null : String(row['persona']),
      name: String(row['name']),
      people: Number(row['people']),
      amount: Number(row['amount']),
      squares: Number(row['squares']),
      products: Number(row['products']),
    },
  ];
}

function hundredths(sql: string, type: 'HUGEINT' | 'BIGINT'): string {
  return `CAST(round(${sql} * 100) AS ${type})`;
}

function isMoney(split: SplitId): boolean {
  return split === 'categories' || split === 'brands';
}
