import type { Engine } from '../engine.ts';

/** How much of a split's part belongs to a Portrait; `persona` null: to all customers. */
export interface SplitCell {
  persona: string | null;
  name: string;
  people: number;
  /** What the shares are shares of: money paid, or orders. */
  amount: number;
}

const SOURCES = {
  categories: 'SELECT buyer, name, paid AS amount FROM buyer_categories',
  brands: 'SELECT buyer, name, paid AS amount FROM buyer_brands',
  channels: 'SELECT buyer, name, orders AS amount FROM buyer_channels',
  months: `SELECT buyer, CAST(month(placed_on) AS VARCHAR) AS name, count(*) AS amount
           FROM purchase_orders GROUP BY buyer, month(placed_on)`,
} as const;
export type SplitId = keyof typeof SOURCES;

/** Exact sums of a split by Portrait and part, and of all customers; largest part of all first, then by name. */
export async function readPersonaSplit(engine: Engine, split: SplitId): Promise<SplitCell[]> {
  const rows = await engine.rows<{
    persona: string | null;
    everybody: string;
    name: string;
    people: string;
    amount: string;
  }>(
    `SELECT p.persona, CAST(grouping(p.persona) AS VARCHAR) AS everybody, s.name,
            count(DISTINCT s.buyer) AS people, sum(s.amount) AS amount,
            max(sum(s.amount)) OVER (PARTITION BY s.name) AS largest
     FROM (${SOURCES[split]}) s
     LEFT JOIN buyer_personas p USING (buyer)
     GROUP BY GROUPING SETS ((p.persona, s.name), (s.name))
     ORDER BY largest DESC, s.name, everybody DESC, p.persona`,
  );
  return rows
    .filter(({ persona, everybody }) => everybody === '1' || persona !== null)
    .map(({ persona, everybody, name, people, amount }) => ({
      persona: everybody === '1' ? null : persona,
      name,
      people: Number(people),
      amount: Number(amount),
    }));
}
