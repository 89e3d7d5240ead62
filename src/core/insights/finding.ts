import type { InsightResult, Verdict } from '#core/schemas/insight.ts';
import { headline } from './verdict-sentence.ts';

/** What came out, with what it cost: more orders that drive people away are no plain "better". */
export type Finding = Verdict | 'better-at-a-cost';

/**
 * Finding – the verdict in one word that hides no harm.
 * Definition: the result's verdict; a better one is "at a cost" when any guardrail of the arm it speaks of is worse.
 * Source: this portal; Kohavi, Tang and Xu (2020), Trustworthy Online Controlled Experiments, chapter 7, on guardrails.
 * Empty case: without comparisons the verdict as it is.
 * @example findingOf({ verdict: 'not-compared', comparisons: [] }) // => 'not-compared'
 */
export function findingOf({
  verdict,
  comparisons,
}: Pick<InsightResult, 'verdict' | 'comparisons'>): Finding {
  if (verdict !== 'better') return verdict;
  const told = headline(comparisons.filter(({ role }) => role === 'primary'));
  const hasCost = comparisons.some(
    (one) => one.role === 'guardrail' && one.verdict === 'worse' && one.variant === told?.variant,
  );
  return hasCost ? 'better-at-a-cost' : verdict;
}
