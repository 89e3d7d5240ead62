import type { FileReport } from '#core/schemas/data-quality.ts';
import type { Engine, Row } from '#generate/warehouse/engine.ts';

/** Some columns of campaign_results, in an order that does not depend on the files. */
export async function campaignRows(engine: Engine, columns: string): Promise<Row[]> {
  return engine.rows(
    `SELECT ${columns} FROM campaign_results ORDER BY source, starts_on, sent_at, campaign, detail, variant`,
  );
}

/** What a file's report counts for each reason. */
export function reasonCounts(report: FileReport | undefined): Record<string, number> {
  return Object.fromEntries((report?.reasons ?? []).map(({ code, rows }) => [code, rows]));
}
