import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Drift } from '#core/schemas/segmentation-history.ts';

/** How it is written: days and shares as the reader's language has them. */
export interface DriftWriting extends Worded {
  day: (day: string) => string;
  share: (share: number) => string;
  /** An index with two digits. */
  score?: (index: number) => string;
}

/** So many features are named. */
const MOST_NAMED = 3;

/**
 * Drift in plain words – whether the Portraits still fit. Definition: by the level of segmentationDrift.
 *
 * @example driftSentence({ level: 'none', since: '2026-03-31' }, { day: (day) => day, share: String }) // => 'Since 2026-03-31, when the groups were found, the customers have not changed to speak of.'
 */
export function driftSentence(
  { level, since }: Pick<Drift, 'level' | 'since'>,
  writing: DriftWriting,
): string {
  const { drift } = wordsOf(writing);
  return filled(drift[level], { day: writing.day(since), advice: drift.advice });
}

/**
 * What has moved, in numbers – for whoever wants to know why. Definition: customers beyond the radius, index of the
 * sizes, and the features with the largest index; only those of at least 0.1.
 *
 * @example driftDetails({ outsideShare: 0.06, groupsIndex: 0.01, features: [] }, { day: String, share: (share) => `${Math.round(100 * share)}%` }) // => '6% of the customers lie farther from the centre of their group than 95 of 100 did then. Index of the sizes of the groups: 0.01. No feature has an index of 0.1 or more.'
 */
export function driftDetails(
  { outsideShare, groupsIndex, features }: Pick<Drift, 'outsideShare' | 'groupsIndex' | 'features'>,
  writing: DriftWriting,
): string {
  const { drift } = wordsOf(writing);
  const { share, score = (index) => index.toFixed(2) } = writing;
  const moved = features.filter(({ index }) => index >= 0.1);
  const named = moved.slice(0, MOST_NAMED).map(({ label, index }) => `${label} ${score(index)}`);
  const rest = moved.length - named.length;
  return [
    filled(drift.outside, { share: share(outsideShare) }),
    filled(drift.sizes, { index: score(groupsIndex) }),
    moved.length === 0
      ? drift.noFeature
      : filled(rest > 0 ? drift.featuresMore : drift.features, {
          names: named.join(', '),
          count: rest,
        }),
  ].join(' ');
}
