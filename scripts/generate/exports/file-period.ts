import type { Period } from '#core/schemas/identifiers.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { FilePlan } from './file-plan.ts';
import type { ExportTable } from './interchange.ts';

/** The interchange columns that say on which day a row happened. */
const DAYS: Partial<Record<ExportTable, string[]>> = {
  orders: ['placedOn'],
  returns: ['returnedOn'],
  shipments: ['shippedAt', 'deliveredOn'],
  fulfilment_checks: ['checkedOn'],
  survey_responses: ['answeredOn'],
  tickets: ['openedOn'],
  campaign_results: ['sentOn', 'startsOn', 'endsOn'],
};

/** First and last day of a file's good rows, in the table "typed_<number>"; null where they have none. */
export async function filePeriod(
  engine: Engine,
  { adapter }: Pick<FilePlan, 'adapter'>,
  number: number,
): Promise<Period | null> {
  const days = (DAYS[adapter.table] ?? []).flatMap((column) => adapter.select[column] ?? []);
  if (days.length === 0) return null;
  const typed = `typed_${number}`;
  const rows = adapter.expand === undefined ? typed : `(${adapter.expand(typed)})`;
  const each = (sum: string): string =>
    days.map((day) => `${sum}(CAST(${day} AS DATE))`).join(', ');
  const [row] = await engine.rows<{ from: string | null; to: string | null }>(
    `SELECT CAST(least(${each('min')}) AS VARCHAR) AS "from", CAST(greatest(${each('max')}) AS VARCHAR) AS "to" FROM ${rows}`,
  );
  return row?.from != null && row.to !== null ? { from: row.from, to: row.to } : null;
}
