import { headline } from '#core/insights/verdict-sentence.ts';
import type { Comparison, InsightResult, Variant, Verdict } from '#core/schemas/insight.ts';
import { formatMeasure } from '#core/format/format-fact.ts';
import type { Formats } from '#core/format/formats.ts';

/** What so many people of an arm did, and how many of those it is compared with. */
export interface TallyLine {
  /** Name of the arm: the title of a learning can speak of the other one. */
  arm: string;
  metric: Comparison['metric'];
  role: Comparison['role'];
  verdict: Verdict;
  /** "35%" */
  value: string;
  /** "2.4%" */
  instead: string;
}

/**
 * A learning in two lines: what the arm that its verdict speaks of brought, and what it cost. Of several costs the
 * clearest is told. Empty where nothing was compared, or where a figure is not shown.
 * @example learningTally({ comparisons: [], variants: [] }, { locale: 'en', currency: 'USD', timeZone: 'UTC' }) // => []
 */
export function learningTally(
  { comparisons, variants }: Pick<InsightResult, 'comparisons' | 'variants'>,
  formats: Formats,
): TallyLine[] {
  const told = headline(comparisons.filter(({ role }) => role === 'primary'));
  if (!told || told.verdict === 'not-compared') return [];
  const costs = comparisons.filter(
    ({ role, variant }) => role === 'guardrail' && variant === told.variant,
  );
  const cost = costs.find(({ verdict }) => verdict === 'worse') ?? costs[0];
  const lines = [told, ...(cost ? [cost] : [])].map((one) => tallyLine(one, variants, formats));
  return lines.some((line) => line === null) ? [] : lines.filter((line) => line !== null);
}

function tallyLine(
  { variant, reference, metric, role, verdict }: Comparison,
  variants: readonly Variant[],
  formats: Formats,
): TallyLine | null {
  const [arm, compared] = [variant, reference].map((id) => variants.find((one) => one.id === id));
  const [rate, other] = [arm?.rates[metric], compared?.rates[metric]];
  if (rate?.status !== 'ok' || other?.status !== 'ok') return null;
  return {
    arm: arm?.name ?? variant,
    metric,
    role,
    verdict,
    value: formatMeasure(rate, 'ratio', formats),
    instead: formatMeasure(other, 'ratio', formats),
  };
}
