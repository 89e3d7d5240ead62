import type { DriftLevel } from '#core/schemas/segmentation-history.ts';

/** An empty part counts as one in a thousand: the index of an empty one would be infinite. */
const EMPTY_SHARE = 0.001;

/** From here on the customers have changed a little, and a lot. */
const MODERATE_INDEX = 0.1;
const MAJOR_INDEX = 0.25;

/**
 * Population stability index – how far a distribution moved since it was first looked at. Definition: Σ (now − then) ×
 * ln(now ÷ then) over the shares of its parts; parts empty both times count nothing, empty ones once 0.001. Source:
 * Lewis (1994), An Introduction to Credit Scoring; Siddiqi (2006), Credit Risk Scorecards. No parts give 0.
 *
 * @throws RangeError for distributions of different length
 * @example populationStabilityIndex([0.5, 0.5], [0.5, 0.5]) // => 0
 * @example populationStabilityIndex([0.5, 0.5], [0.25, 0.75]).toFixed(4) // => '0.2747'
 */
export function populationStabilityIndex(then: readonly number[], now: readonly number[]): number {
  if (then.length !== now.length) throw new RangeError('Expected distributions of the same parts');
  return then.reduce((sum, shareThen, part) => {
    const shareNow = now[part] ?? 0;
    if (shareThen === 0 && shareNow === 0) return sum;
    const a = Math.max(shareThen, EMPTY_SHARE);
    const b = Math.max(shareNow, EMPTY_SHARE);
    return sum + (b - a) * Math.log(b / a);
  }, 0);
}

/**
 * What an index means – whether the groups still fit. Definition: under 0.1 no change to speak of, from 0.25 on a major
 * one. Source: as of the index.
 *
 * @example stabilityLevel(0.12) // => 'moderate'
 */
export function stabilityLevel(index: number): DriftLevel {
  if (index >= MAJOR_INDEX) return 'major';
  return index >= MODERATE_INDEX ? 'moderate' : 'none';
}
