import { expect, test } from 'vitest';
import {
  chooseClusterCount,
  type ClusterCandidate,
} from '#core/segmentation/choose-cluster-count.ts';

const OPTIONS = { noGroups: { k: 1, gap: 0.5, standardError: 0.01 }, smallestShare: 0.015 };

/** A number of groups that holds, with what is changed about it. */
function candidate(k: number, change: Partial<ClusterCandidate> = {}): ClusterCandidate {
  return {
    k,
    gap: 0.9,
    standardError: 0.01,
    silhouette: 0.5,
    chanceSilhouette: 0.2,
    jaccard: 0.9,
    lowestJaccard: 0.8,
    smallestShare: 0.1,
    ...change,
  };
}

test('chooseClusterCount() takes the number of the gap statistic when it holds', () => {
  const choice = chooseClusterCount(
    [candidate(3), candidate(4, { gap: 1.2 }), candidate(5, { gap: 1.19 }), candidate(6)],
    OPTIONS,
  );
  expect([choice.k, choice.trusted]).toEqual([4, true]);
});

test('chooseClusterCount() takes the largest number that holds when that of the gap statistic does not', () => {
  const choice = chooseClusterCount(
    [
      candidate(3, { gap: 0.8 }),
      candidate(4, { gap: 1 }),
      candidate(5, { gap: 1.1, lowestJaccard: 0.5 }),
      candidate(6, { gap: 1.2, lowestJaccard: 0.7 }),
    ],
    OPTIONS,
  );
  expect([choice.k, choice.trusted]).toEqual([4, true]);
  expect(choice.reasoning).toContain('The gap statistic alone would say 6');
});

test('chooseClusterCount() says of each number what speaks against it', () => {
  const { candidates } = chooseClusterCount(
    [
      candidate(3),
      candidate(4, { smallestShare: 0.01 }),
      candidate(5, { gap: 0.505 }),
      candidate(6, { silhouette: 0.19 }),
      candidate(7, { silhouette: 0.39 }),
      candidate(8, { lowestJaccard: 0.59 }),
    ],
    OPTIONS,
  );
  expect(candidates.map(({ against }) => against)).toEqual([
    null,
    'the smallest group has 1% of the customers; at least 1.5% are needed',
    'the groups lie no closer together than customers without groups would (gap 0.51; 0.50 for one single group)',
    'the groups stand apart no more clearly than groups cut out of chance (silhouette 0.19; by chance 0.20)',
    'the groups stand apart much less clearly (silhouette 0.39) than with another number (0.50)',
    'at least one group does not come out again when customers are drawn anew (Jaccard 0.59)',
  ]);
});

test('chooseClusterCount() keeps groups of which most come out again, the others marked', () => {
  const choice = chooseClusterCount(
    [
      candidate(3, { lowestJaccard: 0.5, jaccard: 0.76 }),
      candidate(4, { lowestJaccard: 0.5, jaccard: 0.85 }),
    ],
    OPTIONS,
  );
  expect([choice.k, choice.trusted]).toEqual([4, true]);
  expect(choice.reasoning).toContain('most of the groups come out again');
});

test('chooseClusterCount() trusts no groups that lie no closer together than none, however stable', () => {
  const choice = chooseClusterCount(
    [candidate(3, { gap: 0.4 }), candidate(4, { gap: 0.4, jaccard: 0.95 })],
    OPTIONS,
  );
  expect([choice.k, choice.trusted]).toEqual([4, false]);
  expect(choice.reasoning).toContain('the customers do not fall into groups');
});

test('chooseClusterCount() trusts no groups of which most do not come out again', () => {
  const choice = chooseClusterCount([candidate(3, { jaccard: 0.7, lowestJaccard: 0.4 })], OPTIONS);
  expect(choice.trusted).toBe(false);
});

test('chooseClusterCount() refuses an empty list', () => {
  expect(() => chooseClusterCount([], OPTIONS)).toThrow(RangeError);
});
