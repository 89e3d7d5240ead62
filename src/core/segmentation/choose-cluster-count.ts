import { gapChoice, type Gap } from './gap-statistic.ts';
import { shareInReason } from './share-in-reason.ts';
import { DOUBTFUL_JACCARD, STABLE_JACCARD } from './stability-verdict.ts';

/** One number of groups that was tried. */
export interface ClusterCandidate extends Gap {
  /** Macro-averaged. */
  silhouette: number;
  /** The best silhouette of so many groups cut out of reference sets without any. */
  chanceSilhouette: number;
  /** Bootstrap stability, averaged over the clusters. */
  jaccard: number;
  /** Bootstrap stability of the least stable cluster. */
  lowestJaccard: number;
  /** Share of the customers in the smallest cluster. */
  smallestShare: number;
}

/** A candidate and what speaks against it, in words; null when it holds. */
export interface JudgedCandidate extends ClusterCandidate {
  against: string | null;
}

export interface ClusterChoice {
  k: number;
  /** Why, in words. */
  reasoning: string;
  /** False when the customers do not fall into groups: then the choice is a hint at best. */
  trusted: boolean;
  candidates: JudgedCandidate[];
}

/** Groups that stand apart less clearly than this part of the best are slices of others. */
const CLEAR_PART_OF_BEST = 0.85;

/**
 * Number of groups – as many Portraits as the data keeps apart, and no more. Definition: a number holds when its
 * smallest group is large enough, its groups lie closer together than one group would (gap statistic above that of
 * one group by more than its standard error), stand apart more clearly than groups cut out of chance and at least 0.85
 * times as clearly as the best, and each comes out again (bootstrap Jaccard ≥ 0.75). Chosen is the gap statistic's
 * number by the 1-SE rule if it holds, else the largest that holds. When none does, the most stable on average whose
 * only weakness are groups that do not come out again (average ≥ 0.75, those groups marked); and when there is no
 * such number either, the most stable of all, as a hint. Source: Tibshirani et al. (2001), Rousseeuw (1987),
 * Hennig (2007); docs/decisions/013-number-of-groups.md has the reasons for taking them together.
 *
 * @param options.noGroups the gap statistic of one group
 * @param options.smallestShare share of the customers that the smallest group must have
 * @throws RangeError without candidates
 * @example chooseClusterCount([{ k: 3, gap: 0.9, standardError: 0.01, silhouette: 0.5, chanceSilhouette: 0.2, jaccard: 0.9, lowestJaccard: 0.8, smallestShare: 0.2 }], { noGroups: { k: 1, gap: 0.5, standardError: 0.01 }, smallestShare: 0.015 }).trusted // => true
 */
export function chooseClusterCount(
  candidates: readonly ClusterCandidate[],
  options: { noGroups: Gap; smallestShare: number },
): ClusterChoice {
  if (candidates.length === 0) throw new RangeError('Expected at least one candidate');
  const standing = candidates.filter((one) => notGroups(one, options) === null);
  const clearest = Math.max(...standing.map(({ silhouette }) => silhouette));
  const judged = candidates.map((one) => ({
    ...one,
    against: notGroups(one, options) ?? slices(one, clearest) ?? unstable(one),
  }));
  const tried = `Tried ${String(candidates[0]?.k)} to ${String(candidates.at(-1)?.k)} groups`;
  const byGap = gapChoice(candidates);
  const holding = judged.filter(({ against }) => against === null);
  const best = holding.find(({ k }) => k === byGap) ?? holding.at(-1);
  if (best) {
    const others = best.k === byGap ? '' : whyNot(judged, byGap);
    return {
      k: best.k,
      trusted: true,
      candidates: judged,
      reasoning: `${tried}. ${figures(best, options.noGroups)}, and every group comes out again when customers are drawn anew (lowest Jaccard ${score(best.lowestJaccard)})${others}`,
    };
  }
  const partly = mostStable(
    judged.filter(
      (one) =>
        notGroups(one, options) === null &&
        slices(one, clearest) === null &&
        one.jaccard >= STABLE_JACCARD,
    ),
  );
  if (partly) {
    return {
      k: partly.k,
      trusted: true,
      candidates: judged,
      reasoning: `${tried}; with none of these numbers every group comes out again. ${figures(partly, options.noGroups)}, and most of the groups come out again when customers are drawn anew (average Jaccard ${score(partly.jaccard)}, lowest ${score(partly.lowestJaccard)})`,
    };
  }
  const large = judged.filter((one) => one.smallestShare >= options.smallestShare);
  const hint = mostStable(large) ?? mostStable(judged) ?? none();
  return {
    k: hint.k,
    trusted: false,
    candidates: judged,
    reasoning: `${tried}; the customers do not fall into groups. ${hint.k} groups came closest (average Jaccard ${score(hint.jaccard)}), but: ${hint.against ?? ''}. Treat them as a hint: a way to cut a cloud of customers into parts, not kinds of customers`,
  };
}

/** Why so many groups are no groups at all, or too small to look after. */
function notGroups(
  one: ClusterCandidate,
  { noGroups, smallestShare }: { noGroups: Gap; smallestShare: number },
): string | null {
  if (one.smallestShare < smallestShare) {
    return `the smallest group has ${shareInReason(one.smallestShare)} of the customers; at least ${shareInReason(smallestShare)} are needed`;
  }
  if (one.gap - noGroups.gap <= one.standardError) {
    return `the groups lie no closer together than customers without groups would (gap ${score(one.gap)}; ${score(noGroups.gap)} for one single group)`;
  }
  if (one.silhouette <= one.chanceSilhouette) {
    return `the groups stand apart no more clearly than groups cut out of chance (silhouette ${score(one.silhouette)}; by chance ${score(one.chanceSilhouette)})`;
  }
  return null;
}

function slices({ silhouette }: ClusterCandidate, clearest: number): string | null {
  if (silhouette >= CLEAR_PART_OF_BEST * clearest) return null;
  return `the groups stand apart much less clearly (silhouette ${score(silhouette)}) than with another number (${score(clearest)})`;
}

function unstable({ lowestJaccard }: ClusterCandidate): string | null {
  if (lowestJaccard >= STABLE_JACCARD) return null;
  const how = lowestJaccard < DOUBTFUL_JACCARD ? 'does not come out again' : 'is doubtful';
  return `at least one group ${how} when customers are drawn anew (Jaccard ${score(lowestJaccard)})`;
}

function figures(
  { k, gap, silhouette, chanceSilhouette }: ClusterCandidate,
  noGroups: Gap,
): string {
  return `${k} groups lie closer together than customers without groups would (gap ${score(gap)}, ${score(noGroups.gap)} for one single group), stand apart (silhouette ${score(silhouette)}, by chance ${score(chanceSilhouette)})`;
}

function whyNot(judged: readonly JudgedCandidate[], byGap: number): string {
  const named = judged.find(({ k }) => k === byGap);
  return named?.against
    ? `. The gap statistic alone would say ${byGap}, but there ${named.against}`
    : '';
}

function mostStable(judged: readonly JudgedCandidate[]): JudgedCandidate | undefined {
  return judged.toSorted((a, b) => b.jaccard - a.jaccard)[0];
}

function score(value: number): string {
  return value.toFixed(2);
}

function none(): never {
  throw new RangeError('Expected at least one candidate');
}
