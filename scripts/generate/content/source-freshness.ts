import type { FileReport, Freshness } from '#core/schemas/data-quality.ts';
import type { GenerateContext } from '../generate-context.ts';

/** How many days the newest row of a table may lie back: orders come daily, surveys in waves. */
const USUAL_DAYS: Record<string, number> = {
  orders: 14,
  shipments: 14,
  abandoned_baskets: 14,
  returns: 31,
  tickets: 31,
  fulfilment_checks: 31,
  campaign_results: 92,
  survey_responses: 92,
};
/** Sources of their own pace: results that somebody keeps by hand come when a campaign was evaluated, a few times a year. */
const OWN_DAYS: Record<string, number> = { 'generic-campaign-results': 184 };
const OTHER_DAYS = 92;

/** How old the newest row of each source is, counted from as-of and never from the clock; sources without days are none. */
export function sourceFreshness(
  { asOf, config, sources }: Pick<GenerateContext, 'asOf' | 'config' | 'sources'>,
  files: readonly FileReport[],
): Freshness[] {
  const dated = files.flatMap(({ adapter, period }) =>
    adapter === null || !period ? [] : [{ source: adapter, day: period.to }],
  );
  return [...Map.groupBy(dated, ({ source }) => source)]
    .map(([source, rows]): Freshness => {
      const newest = rows.map(({ day }) => day).reduce((a, b) => (a > b ? a : b));
      const ageDays = Math.max(0, daysBetween(newest, asOf));
      const limitDays = config.freshness[source] ?? OWN_DAYS[source] ?? usualDays(source, sources);
      return { source, newest, ageDays, limitDays, isStale: ageDays > limitDays };
    })
    .sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** A source that fills several tables (orders and shipments) is as old as the first of them may be. */
function usualDays(source: string, sources: GenerateContext['sources']): number {
  const table = Object.keys(USUAL_DAYS).find((name) => sources[name]?.includes(source));
  return table === undefined ? OTHER_DAYS : (USUAL_DAYS[table] ?? OTHER_DAYS);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
