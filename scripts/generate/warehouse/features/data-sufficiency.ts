import type { DataSufficiency } from '#core/segmentation/sufficiency-gate.ts';
import type { Engine } from '../engine.ts';

/** What the gate looks at: buyers, history and how many came back. */
export async function readDataSufficiency(engine: Engine): Promise<DataSufficiency> {
  const [row] = await engine.rows<{ buyers: string; days: string; repeat: string }>(
    `SELECT count(*) AS buyers, coalesce(max(tenure_days), 0) AS days,
            count(*) FILTER (WHERE purchase_days > 1) AS repeat
     FROM buyer_totals`,
  );
  return {
    buyers: Number(row?.buyers ?? 0),
    historyDays: Number(row?.days ?? 0),
    repeatBuyers: Number(row?.repeat ?? 0),
  };
}
