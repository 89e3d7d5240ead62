import type { InsightResult, ShownVerdict } from '#core/schemas/insight.ts';
import { clearCosts } from './clear-costs.ts';
import { shownVerdict } from './shown-verdict.ts';
import { headline } from './verdict-sentence.ts';

/** What came out, with what it cost: more orders that drive people away are no plain "better", nor as many "no difference". */
export type Finding = ShownVerdict | 'better-at-a-cost' | 'differs-in-cost';

/**
 * Finding – the verdict in one word that hides no harm and claims no cause.
 * Definition: the result's verdict as its grade lets it be shown; a better one is "at a cost" when any guardrail of the
 * arm it speaks of is worse; without a clear difference, one in any guardrail is told.
 * Source: this portal; Kohavi, Tang and Xu (2020), Trustworthy Online Controlled Experiments, chapter 7, on guardrails.
 * Empty case: without comparisons the verdict as it is.
 * @example findingOf({ verdict: 'not-compared', grade: 'D', comparisons: [] }) // => 'not-compared'
 */
export function findingOf({
  verdict,
  grade,
  comparisons,
}: Pick<InsightResult, 'verdict' | 'grade' | 'comparisons'>): Finding {
  const shown = shownVerdict(verdict, grade);
  if (shown === 'no-clear-difference' && clearCosts(comparisons).length > 0) {
    return 'differs-in-cost';
  }
  if (shown !== 'better') return shown;
  const told = headline(comparisons.filter(({ role }) => role === 'primary'));
  const hasCost = comparisons.some(
    (one) => one.role === 'guardrail' && one.verdict === 'worse' && one.variant === told?.variant,
  );
  return hasCost ? 'better-at-a-cost' : shown;
}
