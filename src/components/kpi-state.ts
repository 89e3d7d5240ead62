import { formatFact } from '#core/format/format-fact.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import { endedSources } from '#core/kpis/ended-sources.ts';
import { kpiMovement } from '#core/kpis/kpi-movement.ts';
import { openMonths } from '#core/kpis/open-months.ts';
import { filled, type Words } from '#core/language/words.ts';
import type { Freshness } from '#core/schemas/data-quality.ts';
import type { KpiEntry } from '#data/kpis.ts';

/**
 * How a KPI stands beside the year before, in a sentence for the wall: "Up 2.3 points on the year before, from 68.3%.
 * Higher is better." What could be chance is not told as a move, nor what few people decide or an export that ends early
 * may have made. Null where there is no year to compare with.
 */
export function kpiState(
  { current, figures }: Pick<KpiEntry, 'current' | 'figures'>,
  formats: Formats,
  words: Words['screen'],
  freshness: readonly Freshness[],
): string | null {
  const change = figures.facts.find(({ id }) => id === 'change');
  const before = figures.facts.find(({ id }) => id === 'yearAgo');
  if (typeof change?.value !== 'number' || before?.value == null) return null;
  const from = formatFact(before, formats);
  if (endedSources([current], freshness).length > 0) return filled(words.unlike, { before: from });
  if (from === formatFact(current, formats)) return filled(words.same, { before: from });
  const movement = kpiMovement(current, before, figures.direction);
  if (movement === 'could-be-chance') return filled(words.chance, { before: from });
  if (movement === 'few-people') return filled(words.few, { before: from });
  // The word says which way; a sign would say it twice.
  const size = formatValue(Math.abs(change.value), change.unit, formats).replace(/^\+/, '');
  const moved = filled(change.value > 0 ? words.up : words.down, { size, before: from });
  // Of a time that may still change nobody can say yet whether it is good.
  if (openMonths(figures.series, current.period).length > 0) return moved;
  const wish = { up: ` ${words.higher}`, down: ` ${words.lower}`, neutral: '' };
  return moved + wish[figures.direction];
}
