/** One number of groups that was tried. */
export interface ClusterCandidate {
  k: number;
  /** Macro-averaged. */
  silhouette: number;
  /** Silhouette of so many groups cut out of one round cloud without any. */
  chanceSilhouette: number;
  /** Bootstrap stability, averaged over the clusters. */
  jaccard: number;
  /** Share of the customers in the smallest cluster. */
  smallestShare: number;
}

export interface ClusterChoice {
  k: number;
  /** Why, in words. */
  reasoning: string;
  /** False when no candidate came out again reliably. */
  trusted: boolean;
}

/** A group smaller than this share of the customers cannot be looked after. */
export const SMALLEST_GROUP_SHARE = 0.015;
/** Hennig's limit for groups that are a pattern at least. */
const LOWEST_JACCARD = 0.75;
/** Groups must stand apart so much more clearly than groups cut out of nothing, which can be stable, too. */
const CLEARER_THAN_CHANCE = 1.1;
/** Silhouettes so close to the best are the same for all practical purposes. */
const AS_GOOD_AS_BEST = 0.97;

/**
 * Number of groups – as many Portraits as the data keeps apart, and no more. Definition: among the candidates whose
 * groups come out again (mean bootstrap Jaccard ≥ 0.75) and stand apart more clearly than groups cut out of chance, and whose smallest group is large enough, the largest k with a macro silhouette within 3 % of the best. When none comes out again, the most stable one, marked as
 * not to be trusted. Source: Hennig (2007) for the limit; Rousseeuw (1987) for the silhouette;
 * Tibshirani et al. (2001) for the comparison with data that have no groups.
 *
 * @throws RangeError without candidates
 * @example chooseClusterCount([{ k: 3, silhouette: 0.5, chanceSilhouette: 0.2, jaccard: 0.9, smallestShare: 0.2 }]).k // => 3
 */
export function chooseClusterCount(
  candidates: readonly ClusterCandidate[],
  smallestGroupShare: number = SMALLEST_GROUP_SHARE,
): ClusterChoice {
  const tried = candidates.map(({ k }) => k).join(', ');
  const usable = candidates.filter(({ smallestShare }) => smallestShare >= smallestGroupShare);
  const stable = usable.filter(
    ({ jaccard, silhouette, chanceSilhouette }) =>
      jaccard >= LOWEST_JACCARD && silhouette > CLEARER_THAN_CHANCE * chanceSilhouette,
  );
  if (stable.length === 0) {
    const pool = usable.length > 0 ? usable : candidates;
    const best = pool.reduce((a, b) => (b.jaccard > a.jaccard ? b : a), pool[0] ?? none());
    return {
      k: best.k,
      trusted: false,
      reasoning: `Tried ${tried} groups; none of them came out again reliably and stood apart more clearly than chance would. ${best.k} groups came closest (average Jaccard ${best.jaccard.toFixed(2)}, silhouette ${best.silhouette.toFixed(2)}, by chance ${best.chanceSilhouette.toFixed(2)}). Treat them as a hint`,
    };
  }
  const highest = Math.max(...stable.map(({ silhouette }) => silhouette));
  const chosen = stable
    .filter(({ silhouette }) => silhouette >= AS_GOOD_AS_BEST * highest)
    .reduce((a, b) => (b.k > a.k ? b : a));
  return {
    k: chosen.k,
    trusted: true,
    reasoning: `Tried ${tried} groups. ${chosen.k} groups stand apart as clearly as any number that was tried (silhouette ${chosen.silhouette.toFixed(2)}, best ${highest.toFixed(2)}) and come out again when customers are drawn anew (average Jaccard ${chosen.jaccard.toFixed(2)})`,
  };
}

function none(): never {
  throw new RangeError('Expected at least one candidate');
}
