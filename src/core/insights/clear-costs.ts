import type { Comparison } from '#core/schemas/insight.ts';

/** A group that clearly did more harm than the one it was compared with. */
export interface ClearCost {
  variant: string;
  metrics: Comparison['metric'][];
}

/**
 * Clear costs – which groups drove clearly more people away, whoever is compared with whom.
 * Definition: of each guardrail with a clear difference the group with the higher rate: the arm where it is worse, the
 * reference where the arm is better.
 * Source: this portal; Kohavi, Tang and Xu (2020), Trustworthy Online Controlled Experiments, chapter 7, on guardrails.
 * Empty case: no guardrail that clearly differs gives none.
 * @example clearCosts([]) // => []
 */
export function clearCosts(comparisons: readonly Comparison[]): ClearCost[] {
  const harms = comparisons.flatMap(({ role, verdict, variant, reference, metric }) => {
    if (role !== 'guardrail') return [];
    if (verdict === 'worse') return [{ variant, metric }];
    return verdict === 'better' ? [{ variant: reference, metric }] : [];
  });
  return [...Map.groupBy(harms, ({ variant }) => variant)].map(([variant, those]) => ({
    variant,
    metrics: [...new Set(those.map(({ metric }) => metric))],
  }));
}
