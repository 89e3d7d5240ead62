import { describe, expect, test } from 'vitest';
import { sparkPaths } from '#core/charts/spark-paths.ts';
import type { Drawn } from '#core/charts/trend-points.ts';

/** Months with a figure and half the width of its interval. */
function drawn(months: readonly (readonly [value: number, margin: number])[], open = 0): Drawn[] {
  return months.map(([value, margin], x) => ({
    ...{ x, month: `2025-0${x + 1}`, value },
    ...{ low: value - margin, high: value + margin },
    mature: x < months.length - open,
  }));
}

function pathsOf(points: readonly Drawn[]) {
  const last = points.findLast(({ mature }) => mature) ?? points.at(-1);
  return sparkPaths(points, (points.at(-1)?.x ?? 0) + 1, last as Drawn);
}

/** How high above the ground each point of a path stands. */
const heights = (path: string): number[] =>
  [...path.matchAll(/[ML][\d.]+ (?<y>-?[\d.]+)/g)].map(({ groups }) => 30 - Number(groups?.['y']));

describe('sparkPaths()', () => {
  test('sparkPaths() draws the intervals of settled months as a band around the line, all of it in the picture', () => {
    const { band, settled, intervals } = pathsOf(
      drawn([
        [2, 1],
        [6, 1],
        [4, 1],
      ]),
    );
    expect(settled).toBe('M3 23L50 7L97 15');
    expect(band).toBe('M3 19L50 3L97 11L97 19L50 11L3 27z');
    expect(intervals).toBe('');
  });

  test('sparkPaths() leaves a third of the height to the line, however unsure its months are', () => {
    const { band, settled } = pathsOf(
      drawn([
        [2, 100],
        [4, 100],
      ]),
    );
    expect(heights(settled)).toEqual([11, 19]);
    const [first, second, ...below] = heights(band);
    expect([first, second].every((height) => Number(height) > 30)).toBe(true);
    expect(below.every((height) => height < 0)).toBe(true);
  });

  test('sparkPaths() keeps the line of a figure that never moves in the middle of its band', () => {
    const { band, settled } = pathsOf(
      drawn([
        [2, 1],
        [2, 1],
      ]),
    );
    expect(settled).toBe('M3 15L97 15');
    expect(band).toBe('M3 3L97 3L97 27L3 27z');
  });

  test('sparkPaths() keeps months that may still change apart, and their intervals flatten nothing', () => {
    const months = [[2, 0.5] as const, [4, 0.5] as const];
    const { band, openBand, settled, open, end } = pathsOf(drawn([...months, [4, 50]], 1));
    const alone = pathsOf(drawn(months));
    expect([heights(settled), heights(band)]).toEqual([
      heights(alone.settled),
      heights(alone.band),
    ]);
    expect(open).toMatch(/^M50 /);
    expect(openBand).toMatch(/^M50 .*z$/);
    expect(end).toMatch(/^M50 /);
  });

  test('sparkPaths() draws each interval as a line where a month has none, not a torn band', () => {
    const { band, openBand, intervals } = pathsOf(
      drawn([
        [2, 1],
        [4, 0],
        [6, 1],
      ]),
    );
    expect([band, openBand]).toEqual(['', '']);
    expect(intervals).toBe('M3 27V19M97 11V3');
  });
});
