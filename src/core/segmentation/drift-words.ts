import type { Drift } from '#core/schemas/segmentation-history.ts';

/** How it is written: days and shares as the reader's language has them. */
export interface DriftWriting {
  day: (day: string) => string;
  share: (share: number) => string;
}

/** So many features are named. */
const MOST_NAMED = 3;

/** What to do when the groups may no longer fit. */
export const REFIT_ADVICE =
  'Run generate with --refit to find the groups anew: those that are found again keep their names and addresses, and what became of the others is said';

/**
 * Drift in plain words – whether the Portraits still fit. Definition: by the level of segmentationDrift.
 *
 * @example driftSentence({ level: 'none', since: '2026-03-31' }, { day: (day) => day, share: String }) // => 'Since 2026-03-31, when the groups were found, the customers have not changed to speak of.'
 */
export function driftSentence(
  { level, since }: Pick<Drift, 'level' | 'since'>,
  { day }: DriftWriting,
): string {
  const found = `Since ${day(since)}, when the groups were found, the customers have`;
  switch (level) {
    case 'none':
      return `${found} not changed to speak of.`;
    case 'moderate':
      return `${found} changed a little. The groups are still of use; look again next quarter.`;
    case 'major':
      return `${found} changed a lot, so that the groups may no longer fit. ${REFIT_ADVICE}.`;
  }
}

/**
 * What has moved, in numbers – for whoever wants to know why. Definition: customers beyond the radius, index of the
 * sizes, and the features with the largest index; only those of at least 0.1.
 *
 * @example driftDetails({ outsideShare: 0.06, groupsIndex: 0.01, features: [] }, { day: String, share: (share) => `${Math.round(100 * share)}%` }) // => '6% of the customers lie farther from the centre of their group than 95 of 100 did then. Index of the sizes of the groups: 0.01. No feature has an index of 0.1 or more.'
 */
export function driftDetails(
  { outsideShare, groupsIndex, features }: Pick<Drift, 'outsideShare' | 'groupsIndex' | 'features'>,
  { share }: DriftWriting,
): string {
  const moved = features.filter(({ index }) => index >= 0.1);
  const named = moved
    .slice(0, MOST_NAMED)
    .map(({ label, index }) => `${label} ${index.toFixed(2)}`);
  const rest = moved.length - named.length;
  return [
    `${share(outsideShare)} of the customers lie farther from the centre of their group than 95 of 100 did then.`,
    `Index of the sizes of the groups: ${groupsIndex.toFixed(2)}.`,
    moved.length === 0
      ? 'No feature has an index of 0.1 or more.'
      : `Features with an index of 0.1 or more: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
  ].join(' ');
}
