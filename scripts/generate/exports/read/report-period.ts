import type { Engine } from '#generate/warehouse/engine.ts';
import type { FilePlan } from '../plan/file-plan.ts';

/**
 * Gives every row ("typed") of a report the days of the report: its rows state the days on which they had figures, and
 * would seem to be of periods that overlap. A report by day stays as it is.
 */
export async function spreadReportPeriod(
  engine: Engine,
  { adapter: { reportPeriod } }: Pick<FilePlan, 'adapter'>,
): Promise<void> {
  if (reportPeriod === undefined) return;
  const { first, last } = reportPeriod;
  const isOfPeriod = `"${first}" IS NOT NULL AND "${last}" IS NOT NULL`;
  await engine.run(
    `UPDATE typed SET "${first}" = report.first, "${last}" = report.last
    FROM (SELECT min("${first}") AS first, max("${last}") AS last FROM typed WHERE ${isOfPeriod} HAVING bool_or("${first}" < "${last}")) report
    WHERE ${isOfPeriod}`,
  );
}
