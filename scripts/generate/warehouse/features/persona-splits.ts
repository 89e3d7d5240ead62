import type { Engine } from '../engine.ts';
import { inCents } from '../money-sql.ts';
import { WEEKDAYS } from './buyer-totals.ts';

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

/** What each buyer has of each part, in whole numbers. */
const SOURCES = {
  categories: `SELECT buyer, name, ${inCents('paid')} AS amount FROM buyer_categories`,
  brands: `SELECT buyer, name, ${inCents('paid')} AS amount FROM buyer_brands`,
  channels: 'SELECT buyer, name, orders AS amount FROM buyer_channels',
  months: `SELECT buyer, month(placed_on) AS name, count(*) AS amount
           FROM purchase_orders GROUP BY buyer, month(placed_on)`,
  weekdays: `SELECT buyer, name, amount
             FROM (SELECT buyer, unnest([1, 2, 3, 4, 5, 6, 7]) AS name,
                          unnest([${[...WEEKDAYS.map((day) => `${day}_orders`), 'saturday_orders', 'weekend_orders - saturday_orders'].join(', ')}]) AS amount
                   FROM buyer_totals)
             WHERE amount > 0`,
  // Tools write one reason in many ways: TOO_SMALL, "Too small ".
  returnReasons: `SELECT buyer, name, ${inCents('sum(quantity)')} AS amount
                  FROM (SELECT o.buyer, trim(replace(lower(r.reason), '_', ' ')) AS name, r.quantity
                        FROM order_returns r JOIN purchase_orders o USING (order_id) WHERE o.items IS NOT NULL)
                  WHERE name <> '' GROUP BY buyer, name`,
  firstChannels: `SELECT buyer, channel AS name, count(*) AS amount
                  FROM first_orders WHERE channel <> '' GROUP BY buyer, channel`,
  firstCodes: `SELECT buyer, name, count(*) AS amount
               FROM (SELECT f.buyer, upper(trim(o.discount_code)) AS name
                     FROM first_orders f JOIN orders o USING (order_id))
               WHERE name <> '' GROUP BY buyer, name`,
} as const;
export type SplitId = keyof typeof SOURCES;

/** What each buyer has of all parts, where it is counted already. */
const WHOLES: Partial<Record<SplitId, string>> = {
  months: 'SELECT buyer, orders AS amount FROM buyer_totals',
  weekdays: 'SELECT buyer, orders AS amount FROM buyer_totals',
};

/**
 * Added up by Portrait first: what is of all customers is made of those few rows. Squares of money are taken in 128 bits,
 * exact in any currency; of orders and pieces in 64, which is faster.
 */
const cells = (square: SquareType): string => `
WITH of_personas AS (
  SELECT w.persona, s.name, count(*) AS people, sum(s.amount) AS amount,
         sum(CAST(s.amount AS ${square}) * s.amount) AS squares, sum(CAST(s.amount AS ${square}) * w.amount) AS products
  FROM persona_split s
  JOIN persona_split_whole w USING (buyer)
  GROUP BY w.persona, s.name
)
SELECT persona, CAST(grouping(persona) AS VARCHAR) AS everybody, CAST(name AS VARCHAR) AS name, sum(people) AS people,
       CAST(sum(amount) AS VARCHAR) AS amount, CAST(sum(squares) AS VARCHAR) AS squares,
       CAST(sum(products) AS VARCHAR) AS products,
       max(sum(amount)) OVER (PARTITION BY name) AS largest
FROM of_personas
GROUP BY GROUPING SETS ((persona, name), (name))
ORDER BY largest DESC, CAST(of_personas.name AS VARCHAR), everybody DESC, persona`;

const wholes = (square: SquareType): string => `
WITH of_personas AS (
  SELECT persona, count(*) AS people, sum(amount) AS amount, sum(CAST(amount AS ${square}) * amount) AS squares
  FROM persona_split_whole
  GROUP BY persona
)
SELECT persona, CAST(grouping(persona) AS VARCHAR) AS everybody, '' AS name, sum(people) AS people,
       CAST(sum(amount) AS VARCHAR) AS amount, CAST(sum(squares) AS VARCHAR) AS squares
FROM of_personas
GROUP BY GROUPING SETS ((persona), ())
ORDER BY everybody DESC, persona`;

type SquareType = 'HUGEINT' | 'BIGINT';

/** Exact sums of a split by Portrait and part, and of all customers; largest part of all first, then by name. */
export async function readPersonaSplit(engine: Engine, split: SplitId): Promise<PersonaSplit> {
  const isMoney = split === 'categories' || split === 'brands';
  const square = isMoney ? 'HUGEINT' : 'BIGINT';
  // What lies in a table of its own is not copied.
  const kind = isMoney || split === 'channels' ? 'VIEW' : 'TABLE';
  await engine.run(`CREATE OR REPLACE TEMP ${kind} persona_split AS ${SOURCES[split]}`);
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE persona_split_whole AS
     SELECT s.buyer, p.persona, s.amount
     FROM (${WHOLES[split] ?? 'SELECT buyer, CAST(sum(amount) AS BIGINT) AS amount FROM persona_split GROUP BY buyer'}) s
     LEFT JOIN buyer_personas p USING (buyer)`,
  );
  const cellRows = await engine.rows(cells(square));
  const wholeRows = await engine.rows(wholes(square));
  await engine.run(`DROP ${kind} persona_split`);
  await engine.run('DROP TABLE persona_split_whole');
  return { cells: cellRows.flatMap(sumsOf), wholes: wholeRows.flatMap(sumsOf) };
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
