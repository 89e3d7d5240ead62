import { hiddenPersonas } from '#core/personas/hidden-personas.ts';
import type { Baseline, Drift, DriftLevel } from '#core/schemas/segmentation-history.ts';
import { populationStabilityIndex, stabilityLevel } from './population-stability.ts';

/** The customers now, in the terms of a baseline. */
export interface PresentCustomers {
  /** Customers of each group. */
  groups: ReadonlyMap<string, number>;
  /** Customers beyond the radius of their group. */
  outside: number;
  /** Shares of each feature's distribution, in the order of the baseline. */
  features: readonly (readonly number[])[];
}

/** Twice, and four times as many beyond the radius as when the groups were found. */
const MODERATE_OUTSIDE = 0.1;
const MAJOR_OUTSIDE = 0.2;
const LEVELS = ['none', 'moderate', 'major'] as const satisfies DriftLevel[];
/** Digits of what is kept: finer ones could count single people. */
const DIGITS = 3;

/**
 * Drift – how far the customers have moved away from those whom the groups were found in. Definition: population
 * stability index of the groups' sizes and of each feature, and the share of customers beyond the 95th percentile of
 * the distance from their centre; the level is the worst of them. Source: see populationStabilityIndex; the limits
 * for the share are a design of this project. The sizes of groups under the floor are not told, and count as one.
 * Without customers nothing has moved.
 *
 * @param options.labels of the features, by id
 * @param options.floor fewest people of whom anything is told
 * @example
 * segmentationDrift(
 *   { on: '2026-01-31', groups: [{ id: 'a', share: 0.5 }, { id: 'b', share: 0.5 }], features: [] },
 *   { groups: new Map([['a', 90], ['b', 10]]), outside: 0, features: [] },
 *   { labels: new Map(), floor: 10 },
 * ).groupsIndex // => 0.879
 */
export function segmentationDrift(
  baseline: Baseline,
  present: PresentCustomers,
  { labels, floor }: { labels: ReadonlyMap<string, string>; floor: number },
): Drift {
  const ids = baseline.groups.map(({ id }) => id);
  const customers = (id: string): number => present.groups.get(id) ?? 0;
  const all = [...present.groups.values()].reduce((sum, count) => sum + count, 0);
  const shareOf = (count: number): number => (all > 0 ? rounded(count / all) : 0);
  const hidden = hiddenPersonas(ids, customers, floor);
  const sizes = baseline.groups.map(({ id, share }) => ({ then: share, now: customers(id), id }));
  const told = sizes.filter(({ id }) => !hidden.has(id));
  const untold = sizes.filter(({ id }) => hidden.has(id));
  const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
  const groupsIndex =
    all > 0
      ? populationStabilityIndex(
          [...told.map(({ then }) => then), sum(untold.map(({ then }) => then))],
          [...told.map(({ now }) => shareOf(now)), shareOf(sum(untold.map(({ now }) => now)))],
        )
      : 0;
  const features = baseline.features
    .map(({ id, shares }, at) => ({
      id,
      label: labels.get(id) ?? id,
      index: rounded(populationStabilityIndex(shares, present.features[at] ?? shares)),
    }))
    .sort((a, b) => b.index - a.index || (a.id < b.id ? -1 : 1));
  const outsideShare = all > 0 ? present.outside / all : 0;
  const worst = Math.max(
    ...[groupsIndex, ...features.map(({ index }) => index)].map((index) =>
      LEVELS.indexOf(stabilityLevel(index)),
    ),
    outsideShare >= MAJOR_OUTSIDE ? 2 : outsideShare >= MODERATE_OUTSIDE ? 1 : 0,
  );
  return {
    since: baseline.on,
    level: LEVELS[worst] ?? 'none',
    outsideShare: rounded(outsideShare),
    groupsIndex: rounded(groupsIndex),
    groups: sizes.map(({ id, then, now }) => ({
      id,
      shareThen: then,
      shareNow: hidden.has(id) ? null : shareOf(now),
    })),
    features,
  };
}

/**
 * Shares as they are kept – to a thousandth.
 *
 * @example roundedShares([1, 2]) // => [0.333, 0.667]
 */
export function roundedShares(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (all > 0 ? rounded(count / all) : 0));
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
