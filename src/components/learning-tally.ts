import { shownVerdict } from '#core/insights/shown-verdict.ts';
import { headline } from '#core/insights/verdict-sentence.ts';
import type {
  Comparison,
  InsightResult,
  ShownComparison,
  ShownVerdict,
  Variant,
} from '#core/schemas/insight.ts';
import { formatMeasure } from '#core/format/format-fact.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import type { Formats } from '#core/format/formats.ts';

/** What so many people of an arm did, and how many of those it is compared with. */
export interface TallyLine {
  metric: Comparison['metric'];
  role: Comparison['role'];
  verdict: ShownVerdict;
  /** A colour, where the arm is better or worse than every other that is named. */
  tone: 'better' | 'worse' | null;
  told: TallyArm;
  /** Between which two figures the true one lies: "33% to 37%"; null where nothing was worked out. */
  interval: string | null;
  /** The arm that comes nearest to it: a title can compare the two. Null where there are only two. */
  rival: TallyArm | null;
  reference: TallyArm;
}

/** An arm by its name, and its rate: "35%". */
interface TallyArm {
  name: string;
  value: string;
}

/**
 * A learning in two lines: what the arm that its verdict speaks of brought, and what it cost, beside the runner-up and
 * the arm that both are compared with. Of several costs the clearest is told. Empty where nothing was compared, or
 * where a figure is not shown.
 * @example learningTally({ comparisons: [], variants: [], grade: 'D' }, { locale: 'en', currency: 'USD', timeZone: 'UTC' }) // => []
 */
export function learningTally(
  { comparisons, variants, grade }: Pick<InsightResult, 'comparisons' | 'variants' | 'grade'>,
  formats: Formats,
): TallyLine[] {
  const primary = comparisons.filter(({ role }) => role === 'primary');
  const told = headline(primary);
  if (!told || told.verdict === 'not-compared') return [];
  const rival = headline(primary.filter((one) => one !== told));
  const costs = comparisons.filter(
    ({ role, variant }) => role === 'guardrail' && variant === told.variant,
  );
  const cost = costs.find(({ verdict }) => verdict === 'worse') ?? costs[0];
  const lines = [told, ...(cost ? [cost] : [])].map((one) =>
    tallyLine(
      { ...one, verdict: shownVerdict(one.verdict, grade) },
      rival?.variant,
      variants,
      formats,
    ),
  );
  return lines.some((line) => line === null) ? [] : lines.filter((line) => line !== null);
}

function tallyLine(
  { variant, reference, metric, role, verdict }: ShownComparison,
  rival: string | undefined,
  variants: readonly Variant[],
  formats: Formats,
): TallyLine | null {
  const [own, other, next] = [variant, reference, rival].map((id) => {
    const arm = variants.find((one) => one.id === id);
    const rate = arm?.rates[metric];
    return arm && rate?.status === 'ok'
      ? {
          name: arm.name,
          rate: rate.value,
          value: formatMeasure(rate, 'ratio', formats),
          interval: rate.interval ? formatInterval(rate.interval, 'ratio', formats) : null,
        }
      : null;
  });
  if (!own || !other) return null;
  const isBeyond = !next || (own.rate - next.rate) * (own.rate - other.rate) >= 0;
  return {
    metric,
    role,
    verdict,
    tone: isBeyond && (verdict === 'better' || verdict === 'worse') ? verdict : null,
    told: { name: own.name, value: own.value },
    interval: own.interval,
    rival: next ? { name: next.name, value: next.value } : null,
    reference: { name: other.name, value: other.value },
  };
}
