import { expect, test } from 'vitest';
import { extendLineage, personaIds, type Succession } from '#generate/content/persona-lineage.ts';
import type { LineageEntry } from '#core/schemas/segmentation-history.ts';

const ON = '2026-03-31';

function entry(id: string): LineageEntry {
  return { id, bornOn: '2025-12-31', events: [] };
}

/** What became of each Portrait, in short: "merged from b 0.4". */
function story(lineage: readonly LineageEntry[]): Record<string, string[]> {
  return Object.fromEntries(
    lineage.map(({ id, retiredOn, events }) => [
      id,
      [
        ...events.map(({ change, from, into }) =>
          [
            change,
            ...from.map((part) => `from ${part.id} ${part.share}`),
            ...into.map((part) => `into ${part.id} ${part.share}`),
          ].join(' '),
        ),
        ...(retiredOn === undefined ? [] : [`gone ${retiredOn}`]),
      ],
    ]),
  );
}

function succession(
  before: string[],
  after: string[],
  shared: Record<string, Record<string, number>>,
): Succession {
  const sizeOf = (pick: (before: string, after: string) => boolean): number =>
    Object.entries(shared).reduce(
      (sum, [b, row]) =>
        sum + Object.entries(row).reduce((own, [a, n]) => own + (pick(b, a) ? n : 0), 0),
      0,
    );
  return {
    on: ON,
    before,
    after,
    floor: 10,
    overlaps: Object.entries(shared).flatMap(([b, row]) =>
      Object.entries(row).map(([a, n]) => ({
        before: b,
        after: a,
        shared: n,
        beforeSize: sizeOf((other) => other === b),
        afterSize: sizeOf((_, other) => other === a),
      })),
    ),
  };
}

test('extendLineage() says of groups that go on that they are the same', () => {
  const lineage = extendLineage(
    [entry('a'), entry('b')],
    succession(['a', 'b'], ['a', 'b'], { a: { a: 90, b: 10 }, b: { b: 100 } }),
  );
  expect(story(lineage)).toEqual({ a: ['same'], b: ['same'] });
  expect(lineage[0]?.events[0]?.overlap).toBe(0.9);
});

test('extendLineage() tells a merger on both sides', () => {
  const lineage = extendLineage(
    [entry('a'), entry('b')],
    succession(['a', 'b'], ['a'], { a: { a: 60 }, b: { a: 40 } }),
  );
  expect(story(lineage)).toEqual({
    a: ['merged from b 0.4'],
    b: ['retired into a 1', `gone ${ON}`],
  });
});

test('extendLineage() tells a split on both sides', () => {
  const lineage = extendLineage(
    [entry('a')],
    succession(['a'], ['a', 'c'], { a: { a: 60, c: 40 } }),
  );
  expect(story(lineage)).toEqual({ a: ['split into c 0.4'], c: ['born from a 1'] });
});

test('extendLineage() says where the customers of a group went that is found no more', () => {
  const lineage = extendLineage(
    [entry('a'), entry('b'), entry('c')],
    succession(['a', 'b', 'c'], ['a', 'b'], {
      a: { a: 100 },
      b: { b: 100 },
      c: { a: 45, b: 46, c: 0 },
    }),
  );
  expect(story(lineage)['c']).toEqual(['retired into b 0.51 into a 0.49', `gone ${ON}`]);
});

test('extendLineage() keeps silent about parts of a few people', () => {
  const lineage = extendLineage(
    [entry('a')],
    succession(['a'], ['x', 'y'], { a: { x: 9, y: 30 } }),
  );
  expect(story(lineage)['a']).toEqual(['retired into y 0.77', `gone ${ON}`]);
});

test('extendLineage() adds nothing when the same is found again on the same day', () => {
  const again = succession(['a'], ['a'], { a: { a: 60 } });
  const once = extendLineage([entry('a')], again);
  expect(extendLineage(once, again)).toEqual(once);
});

test('extendLineage() never removes an entry, nor wakes a retired one', () => {
  const retired = { ...entry('a'), retiredOn: '2026-01-31' };
  expect(extendLineage([retired], succession([], ['b'], {}))).toEqual([
    retired,
    {
      id: 'b',
      bornOn: ON,
      events: [{ on: ON, change: 'born', from: [], into: [], overlap: null }],
    },
  ]);
});

test('personaIds() never gives an id twice', () => {
  const ids = personaIds(
    [
      { group: 'x', wanted: 'jeans' },
      { group: 'y', wanted: 'jeans' },
      { group: 'z', wanted: 'gifts' },
      { group: 'w', wanted: 'jeans', others: ['old', 'store'] },
    ],
    new Map([['z', 'old']]),
    ['jeans', 'old'],
  );
  expect([...ids]).toEqual([
    ['x', 'jeans-2'],
    ['y', 'jeans-3'],
    ['z', 'old'],
    ['w', 'store'],
  ]);
});
