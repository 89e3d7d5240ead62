import type { Fact } from '#core/schemas/fact.ts';

/**
 * Typical margin of error of a Portrait – how far its figures may lie from the truth, in one number. Definition: median
 * over its facts of half the interval's width, relative to the value. Source: margin of error as survey research uses
 * it; the facts' own intervals, 95 %. Null when no fact has an interval and a value other than 0.
 *
 * @example typicalMargin([]) // => null
 */
export function typicalMargin(facts: readonly Fact[]): number | null {
  const margins = facts.flatMap((fact) => {
    if (fact.status !== 'ok' || typeof fact.value !== 'number' || fact.value === 0) return [];
    if (!fact.interval) return [];
    return [(fact.interval.high - fact.interval.low) / 2 / Math.abs(fact.value)];
  });
  if (margins.length === 0) return null;
  const sorted = margins.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
