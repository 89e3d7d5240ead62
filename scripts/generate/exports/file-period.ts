import type { Period } from '#core/schemas/identifiers.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { SHOP_ZONE } from './cells/zone-offsets.ts';
import type { FilePlan } from './plan/file-plan.ts';
import type { ExportTable } from './interchange.ts';

/** The interchange columns that say on which day a row happened. */
const DAYS: Partial<Record<ExportTable, string[]>> = {
  orders: ['placedOn'],
  returns: ['returnedOn'],
  shipments: ['shippedAt', 'deliveredOn'],
  fulfilment_checks: ['checkedOn'],
  survey_responses: ['answeredOn'],
  tickets: ['openedOn'],
  abandoned_baskets: ['abandonedOn'],
  campaign_results: ['sentOn', 'startsOn', 'endsOn'],
};

/** Of these the tables keep the time, in UTC; the others are days of the shop's zone already. */
const TIMES = new Set(['shippedAt']);

/** First and last day of a file's good rows, in the table "typed_<number>"; null where they have none. */
export async function filePeriod(
  engine: Engine,
  { adapter }: Pick<FilePlan, 'adapter'>,
  number: number,
): Promise<Period | null> {
  const days = (DAYS[adapter.table] ?? []).flatMap((column) => {
    const value = adapter.select[column];
    return value === undefined ? [] : [{ value, isTime: TIMES.has(column) }];
  });
  if (days.length === 0) return null;
  const typed = `typed_${number}`;
  const rows = adapter.expand === undefined ? typed : `(${adapter.expand(typed)})`;
  const sums = days.map(({ value }, i) => `min(${value}) AS min${i}, max(${value}) AS max${i}`);
  const each = (sum: string): string =>
    days.map(({ isTime }, i) => dayOf(`s.${sum}${i}`, isTime)).join(', ');
  const [row] = await engine.rows<{ from: string | null; to: string | null }>(
    `SELECT CAST(least(${each('min')}) AS VARCHAR) AS "from", CAST(greatest(${each('max')}) AS VARCHAR) AS "to"
    FROM (SELECT ${sums.join(', ')} FROM ${rows}) s`,
  );
  return row?.from != null && row.to !== null ? { from: row.from, to: row.to } : null;
}

/** SQL of the day of a time in UTC, by the shop's clock. */
function dayOf(value: string, isTime: boolean): string {
  const time = isTime ? `${value} + to_seconds(${SHOP_ZONE.ofUtc}(${value}))` : value;
  return `CAST(${time} AS DATE)`;
}
