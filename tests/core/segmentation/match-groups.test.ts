import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  matchGroups,
  type GroupOverlap,
  type GroupProfiles,
} from '#core/segmentation/match-groups.ts';

/** Overlaps from counts: one row an old group, one column a new one. */
function overlapsOf(counts: Record<string, Record<string, number>>): GroupOverlap[] {
  const afterSizes = new Map<string, number>();
  for (const row of Object.values(counts)) {
    for (const [after, shared] of Object.entries(row))
      afterSizes.set(after, (afterSizes.get(after) ?? 0) + shared);
  }
  return Object.entries(counts).flatMap(([before, row]) => {
    const beforeSize = Object.values(row).reduce((sum, shared) => sum + shared, 0);
    return Object.entries(row)
      .filter(([, shared]) => shared > 0)
      .map(([after, shared]) => ({
        before,
        after,
        shared,
        beforeSize,
        afterSize: afterSizes.get(after) ?? 0,
      }));
  });
}

const NO_PROFILES = { before: new Map(), after: new Map() };

function heirs(
  counts: Record<string, Record<string, number>>,
  profiles: { before: GroupProfiles; after: GroupProfiles } = NO_PROFILES,
): Record<string, string> {
  return Object.fromEntries(
    matchGroups(overlapsOf(counts), profiles).map(({ before, after }) => [before, after]),
  );
}

test('matchGroups() knows groups again of which most customers are the same', () => {
  expect(heirs({ a: { x: 5, y: 90 }, b: { x: 80, y: 4 } })).toEqual({ a: 'y', b: 'x' });
});

test('matchGroups() has the larger overlap live on in a merger', () => {
  expect(heirs({ a: { x: 40 }, b: { x: 45 }, c: { x: 35 } })).toEqual({ b: 'x' });
});

test('matchGroups() has the largest part live on after a split', () => {
  expect(heirs({ a: { x: 35, y: 45, z: 40 } })).toEqual({ a: 'y' });
});

test('matchGroups() matches nothing where customers are dealt out anew', () => {
  const even = { x: 30, y: 30, z: 30 };
  expect(heirs({ a: even, b: even, c: even })).toEqual({});
});

test('matchGroups() counts a third of the customers only where the groups buy alike', () => {
  // 40 of 100 in all are shared: Jaccard 0.4.
  const counts = { a: { x: 40, y: 30 }, b: { x: 30, y: 70 } };
  const profiles = (difference: number) => ({
    before: new Map([
      ['a', [1, 0]],
      ['b', [-1, 0]],
    ]),
    after: new Map([
      ['x', [1 + difference, 0]],
      ['y', [-1, 0]],
    ]),
  });
  expect(heirs(counts, profiles(0.2))).toEqual({ a: 'x', b: 'y' });
  expect(heirs(counts, profiles(0.4))).toEqual({ b: 'y' });
});

test('matchGroups() breaks no pair of mostly the same customers for the sake of two smaller overlaps', () => {
  expect(heirs({ a: { x: 3, z: 1 }, b: { x: 1 } })).toEqual({ a: 'x' });
});

test('matchGroups() never gives an old group twice, nor a new one', () => {
  const count = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count, count), { minLength: 1, maxLength: 5 }), (rows) => {
      const counts = Object.fromEntries(
        rows.map(([x, y, z], row) => [`old${row}`, { x, y, z }] as const),
      );
      const matches = matchGroups(overlapsOf(counts), NO_PROFILES);
      expect(new Set(matches.map(({ before }) => before)).size).toBe(matches.length);
      expect(new Set(matches.map(({ after }) => after)).size).toBe(matches.length);
      // More than half of all customers of both: nobody else can have as many, so it must be matched.
      for (const { before, after, shared, beforeSize, afterSize } of overlapsOf(counts)) {
        if (shared / (beforeSize + afterSize - shared) <= 0.5) continue;
        expect(matches.map((match) => [match.before, match.after])).toContainEqual([before, after]);
      }
    }),
  );
});
