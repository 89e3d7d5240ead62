import { formatSpan } from '#core/format/format-span.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import { endedSources } from '#core/kpis/ended-sources.ts';
import { hangsOnFew, kpiMovement, type KpiMovement } from '#core/kpis/kpi-movement.ts';
import { openMonths } from '#core/kpis/open-months.ts';
import { plural } from '#core/language/plural.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Freshness } from '#core/schemas/data-quality.ts';
import type { KpiEntry } from '#data/kpis.ts';

type Figures = Pick<KpiEntry, 'current' | 'figures'>;

/**
 * The time of a KPI's figure, how much of it may still change, and whether few people decide it: "Twelve months to October
 * 2026; …".
 */
export function kpiSpan({ current, figures }: Figures, formats: Formats): string {
  const { kpis } = wordsOf(formats);
  const days = formatSpan(current.period, formats);
  const span = hangsOnFew(current) ? filled(kpis.few, { span: days }) : days;
  const open = openMonths(figures.series, current.period).length;
  if (open === 0) return span;
  const count = formatValue(open, 'count', formats);
  return filled(plural(kpis.openMonths, open, formats), { span, count });
}

/**
 * What became of a KPI in a year, in a word; of a year that may still change it holds so far, and has no colour. Where an
 * export ends early, two unlike years are no move, nor where few people decide it.
 */
export function movementWords(
  { current, figures }: Figures,
  formats: Formats,
  freshness: readonly Freshness[],
): { said: string; tone: KpiMovement | null } | null {
  const before = figures.facts.find(({ id }) => id === 'yearAgo');
  const movement = kpiMovement(current, before, figures.direction);
  if (movement === null) return null;
  const { kpis, movements } = wordsOf(formats);
  if (endedSources([current], freshness).length > 0) return { said: kpis.unlike, tone: null };
  const said = movements[movement];
  const isOpen = openMonths(figures.series, current.period).length > 0;
  const isVerdict = movement !== 'could-be-chance' && movement !== 'few-people';
  if (!isOpen || !isVerdict) return { said, tone: movement };
  return { said: filled(kpis.soFar, { movement: said }), tone: null };
}
