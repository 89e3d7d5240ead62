import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DrawnPart, drawnParts, largestFirst } from '#core/charts/drawn-parts.ts';

function part(label: string, share: number | null, shareOfAll: number | null = 0.1): DrawnPart {
  return { label, share, shareOfAll };
}

const labels = (rows: readonly DrawnPart[]): string[] => rows.map(({ label }) => label);

describe('largestFirst()', () => {
  test("largestFirst() sorts by the Portrait's own share: suppressed, then none, then Other last", () => {
    const rows = [
      part('Other', 0.9),
      part('None', 0),
      part('Few', null),
      part('A', 0.1),
      part('B', 0.5),
    ];
    const breakdown = {
      id: 'x',
      label: 'X',
      base: 'orders',
      rows: rows.map((row) => ({ ...row, n: 0 })),
    };
    expect(labels(largestFirst(breakdown).rows)).toEqual(['B', 'A', 'Few', 'None', 'Other']);
  });
});

describe('drawnParts()', () => {
  const nine = Array.from({ length: 9 }, (_, index) => part(`P${index}`, 0.1));

  test('drawnParts() sums what comes after the seventh', () => {
    const { rows, left } = drawnParts(nine, {});
    expect(rows).toHaveLength(8);
    expect(rows.at(-1)).toEqual(part('2 others', 0.2, 0.2));
    expect(left).toBe(0);
  });

  test('drawnParts() sums nothing where a part of the rest is suppressed', () => {
    for (const hidden of [part('Hidden', null), part('Hidden', 0.1, null)]) {
      const { rows, left } = drawnParts([...nine.slice(0, 8), hidden], {});
      expect(labels(rows)).toEqual(labels(nine.slice(0, 8)));
      expect(left).toBe(1);
    }
  });

  test('drawnParts() draws Other, however small its members are', () => {
    const other = part('Other', 0.6, 0.1);
    const { rows, left } = drawnParts([...nine, part('Hidden', null), other], {});
    expect(labels(rows)).toEqual([...labels(nine.slice(0, 7)), 'Other']);
    expect(left).toBe(3);
  });

  test('drawnParts() leaves few parts as they are', () => {
    expect(drawnParts(nine.slice(0, 8), {})).toEqual({ rows: nine.slice(0, 8), left: 0 });
    expect(drawnParts([], {})).toEqual({ rows: [], left: 0 });
  });

  test('drawnParts() never draws more than eight, nor a share above the whole', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { maxLength: 20 }), (pairs) => {
        const { rows } = drawnParts(
          pairs.map(([own, all], index) => part(`${index}`, own, all)),
          {},
        );
        return rows.length <= 8 && rows.every((row) => (row.share ?? 0) <= 1);
      }),
    );
  });
});
