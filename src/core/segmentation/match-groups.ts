import { hungarianAssignment } from './hungarian-assignment.ts';

/** How many customers an old and a new group share, and how many each has. */
export interface GroupOverlap {
  before: string;
  after: string;
  shared: number;
  beforeSize: number;
  afterSize: number;
}

/** Mean standard score of every feature, by group; the same customers and features for old and new groups. */
export type GroupProfiles = ReadonlyMap<string, readonly number[]>;

/** A new group that goes on as an old one. */
export interface GroupMatch {
  before: string;
  after: string;
  jaccard: number;
  /** Root of the mean squared difference of the profiles, in standard deviations. */
  distance: number;
}

/**
 * Two groups that share at least half of all their customers are the same: at less, a cluster counts as dissolved
 * (Hennig 2008, Dissolution point and isolation robustness).
 */
const SAME_JACCARD = 0.5;
/** A third is enough where the groups differ by less than a small effect (Cohen 1988: 0.2 standard deviations). */
const SIMILAR_JACCARD = 1 / 3;
const SMALL_EFFECT = 0.2;
/** Whoever gives or takes at least half of a group's customers is where they went, or came from. */
const MOST_OF_A_GROUP = 0.5;

/** What a pair costs that has nothing in common. */
const NOTHING_IN_COMMON = 2;

/**
 * Jaccard overlap of two groups – how far they are the same customers. Definition: shared ÷ all of both.
 *
 * @example overlapJaccard({ shared: 30, beforeSize: 50, afterSize: 40 }) // => 0.5
 */
export function overlapJaccard({
  shared,
  beforeSize,
  afterSize,
}: Pick<GroupOverlap, 'shared' | 'beforeSize' | 'afterSize'>): number {
  return shared / (beforeSize + afterSize - shared);
}

/**
 * Old groups that live on in new ones – so that a Portrait keeps its name when it is found anew. Definition: pairs that
 * share more than half of all their customers, of which there is one at most for each group; of the others the
 * assignment of least cost (Hungarian method), a pair costing 1 − Jaccard + the distance of the profiles, at most 1.
 * Such a pair may go on when it is the same group (Jaccard ≥ 0.5, or ≥ 1/3 and a distance under 0.2), when the old group is
 * one of several that went mostly into the new one (the larger overlap lives on), or when the new one is one of
 * several that come mostly from the old one (the part that costs least lives on). Without overlaps nothing is matched.
 *
 * @example matchGroups([{ before: 'a', after: 'x', shared: 9, beforeSize: 10, afterSize: 10 }], { before: new Map(), after: new Map() }).map(({ before, after }) => [before, after]) // => [['a', 'x']]
 */
export function matchGroups(
  overlaps: readonly GroupOverlap[],
  profiles: { before: GroupProfiles; after: GroupProfiles },
): GroupMatch[] {
  const pairs = new Map(
    overlaps.map((overlap) => [
      key(overlap.before, overlap.after),
      {
        overlap,
        jaccard: overlapJaccard(overlap),
        distance: profileDistance(
          profiles.before.get(overlap.before),
          profiles.after.get(overlap.after),
        ),
      },
    ]),
  );
  const mayGoOn = ({ overlap, jaccard, distance }: Pair): boolean =>
    jaccard >= SAME_JACCARD ||
    (jaccard >= SIMILAR_JACCARD && distance < SMALL_EFFECT) ||
    (wentInto(overlap) &&
      overlaps.filter((one) => one.after === overlap.after && wentInto(one)).length > 1) ||
    (cameFrom(overlap) &&
      overlaps.filter((one) => one.before === overlap.before && cameFrom(one)).length > 1);
  const found = [...pairs.values()].filter(({ jaccard }) => jaccard > SAME_JACCARD);
  const taken = new Set(
    found.flatMap(({ overlap }) => [`before ${overlap.before}`, `after ${overlap.after}`]),
  );
  const left = (side: 'before' | 'after'): string[] =>
    [...new Set(overlaps.map((overlap) => overlap[side]))]
      .filter((id) => !taken.has(`${side} ${id}`))
      .sort();
  const [befores, afters] = [left('before'), left('after')];
  const costs = befores.map((before) =>
    afters.map((after) => {
      const pair = pairs.get(key(before, after));
      return pair && mayGoOn(pair)
        ? 1 - pair.jaccard + Math.min(1, pair.distance)
        : NOTHING_IN_COMMON;
    }),
  );
  const assigned = hungarianAssignment(costs).flatMap((column, row): Pair[] => {
    const pair = pairs.get(key(befores[row] ?? '', column === null ? '' : (afters[column] ?? '')));
    return pair && mayGoOn(pair) ? [pair] : [];
  });
  return [...found, ...assigned]
    .map(({ overlap: { before, after }, jaccard, distance }) => ({
      before,
      after,
      jaccard,
      distance,
    }))
    .sort((a, b) => (a.before < b.before ? -1 : 1));
}

interface Pair {
  overlap: GroupOverlap;
  jaccard: number;
  distance: number;
}

/**
 * Most customers of the old group are in the new one.
 * @example wentInto({ before: 'a', after: 'b', shared: 30, beforeSize: 50, afterSize: 100 }) // => true
 */
export function wentInto({ shared, beforeSize }: GroupOverlap): boolean {
  return shared >= MOST_OF_A_GROUP * beforeSize;
}

/**
 * Most customers of the new group were in the old one.
 * @example cameFrom({ before: 'a', after: 'b', shared: 30, beforeSize: 50, afterSize: 100 }) // => false
 */
export function cameFrom({ shared, afterSize }: GroupOverlap): boolean {
  return shared >= MOST_OF_A_GROUP * afterSize;
}

function key(before: string, after: string): string {
  return JSON.stringify([before, after]);
}

/** Groups of which no profile is known are compared by their customers alone. */
function profileDistance(before: readonly number[] = [], after: readonly number[] = []): number {
  if (before.length === 0 || before.length !== after.length) return 0;
  const squares = before.reduce((sum, value, index) => sum + (value - (after[index] ?? 0)) ** 2, 0);
  return Math.sqrt(squares / before.length);
}
