import type { DataSufficiency } from '#core/segmentation/sufficiency-gate.ts';
import type { Engine } from '../engine.ts';

/** What the gate looks at: buyers, history, how many came back, lately too, and how many orders are of nobody known. */
export async function readDataSufficiency(engine: Engine, asOf: string): Promise<DataSufficiency> {
  const [row] = await engine.rows<Record<keyof DataSufficiency, string>>(
    `WITH placed AS (
       SELECT customer_id FROM orders WHERE NOT cancelled AND placed_on <= CAST($1 AS DATE)
     )
     SELECT count(*) AS buyers, coalesce(max(tenure_days), 0) AS "historyDays",
            count(*) FILTER (WHERE purchase_days > 1) AS "repeatBuyers",
            count(*) FILTER (WHERE orders >= 3) AS "regularBuyers",
            count(*) FILTER (WHERE recency_days <= 30) AS "recentBuyers",
            (SELECT count(*) FROM placed) AS orders,
            (SELECT count(*) FROM placed WHERE customer_id IS NULL) AS "anonymousOrders"
     FROM buyer_totals`,
    [asOf],
  );
  const number = (column: keyof DataSufficiency): number => Number(row?.[column] ?? 0);
  return {
    buyers: number('buyers'),
    historyDays: number('historyDays'),
    repeatBuyers: number('repeatBuyers'),
    regularBuyers: number('regularBuyers'),
    recentBuyers: number('recentBuyers'),
    orders: number('orders'),
    anonymousOrders: number('anonymousOrders'),
  };
}
