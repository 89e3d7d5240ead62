import type { FileReport, RowReason } from '#core/schemas/data-quality.ts';
import type { Engine, Row } from '#generate/warehouse/engine.ts';

/** Some columns of campaign_results, in an order that does not depend on the files. */
export async function campaignRows(engine: Engine, columns: string): Promise<Row[]> {
  return engine.rows(
    `SELECT ${columns} FROM campaign_results ORDER BY source, starts_on, sent_at, campaign, detail, variant`,
  );
}

/** What reading a file gave a reason for; which rows are in no figure yet is said later and of any format. */
export function readReasons(report: FileReport | undefined): RowReason[] {
  return (report?.reasons ?? []).filter(({ code }) => code !== 'note/no-figure');
}

/** What a file's report counts for each of these reasons. */
export function reasonCounts(report: FileReport | undefined): Record<string, number> {
  return Object.fromEntries(readReasons(report).map(({ code, rows }) => [code, rows]));
}
