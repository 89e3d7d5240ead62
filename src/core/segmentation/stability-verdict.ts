import type { StabilityVerdict } from '#core/schemas/segmentation.ts';

/** Bootstrap Jaccard of a group that is stable. */
export const STABLE_JACCARD = 0.75;
/** Below this a group is not to be trusted. */
export const DOUBTFUL_JACCARD = 0.6;

/**
 * Verdict on one group – how far its Portrait can be believed. Definition: by bootstrap Jaccard at least 0.85 highly
 * stable, at least 0.75 stable, at least 0.60 a pattern of which it is doubtful who belongs to it, below not to be
 * trusted. Source: Hennig, R fpc::clusterboot.
 *
 * @example stabilityVerdict(0.8) // => 'stable'
 */
export function stabilityVerdict(jaccard: number): StabilityVerdict {
  if (jaccard >= 0.85) return 'highly-stable';
  if (jaccard >= STABLE_JACCARD) return 'stable';
  return jaccard >= DOUBTFUL_JACCARD ? 'doubtful' : 'untrusted';
}

/**
 * Whether a group is shown as one of our kinds of customers – or as a hint, in words.
 *
 * @example isTrusted('doubtful') // => false
 */
export function isTrusted(verdict: StabilityVerdict): boolean {
  return verdict === 'highly-stable' || verdict === 'stable';
}
