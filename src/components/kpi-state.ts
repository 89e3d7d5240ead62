import { formatFact } from '#core/format/format-fact.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import type { KpiEntry } from '#data/kpis.ts';

const WISH = { up: ' Higher is better.', down: ' Lower is better.', neutral: '' } as const;

/**
 * How a KPI stands beside the year before, in a sentence for the wall: "Up 2.3 points on the year before, from 68.3%.
 * Higher is better." Null where there is no year to compare with.
 */
export function kpiState(
  { current, figures }: Pick<KpiEntry, 'current' | 'figures'>,
  formats: Formats,
): string | null {
  const change = figures.facts.find(({ id }) => id === 'change');
  const before = figures.facts.find(({ id }) => id === 'yearAgo');
  if (typeof change?.value !== 'number' || before?.value == null) return null;
  const from = formatFact(before, formats);
  if (from === formatFact(current, formats)) return `${from} a year before, too.`;
  // The word says which way; a sign would say it twice.
  const size = formatValue(Math.abs(change.value), change.unit, formats).replace(/^\+/, '');
  const way = change.value > 0 ? 'Up' : 'Down';
  return `${way} ${size} on the year before, from ${from}.${WISH[figures.direction]}`;
}
