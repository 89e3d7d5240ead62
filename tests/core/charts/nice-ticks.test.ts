import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { niceTicks } from '#core/charts/nice-ticks.ts';

describe('niceTicks()', () => {
  test.each([
    [0, 0.93, 4, [0, 0.25, 0.5, 0.75, 1]],
    [0, 100, 5, [0, 20, 40, 60, 80, 100]],
    [-0.004, 0.011, 3, [-0.005, 0, 0.005, 0.01, 0.015]],
    [0, 0, 4, [0, 0.25, 0.5, 0.75, 1]],
    [0.9, 1, 4, [0.9, 0.925, 0.95, 0.975, 1]],
  ])('niceTicks() from %d to %d in %d steps', (low, high, steps, ticks) => {
    expect(niceTicks(low, high, steps)).toEqual(ticks);
  });

  test('niceTicks() covers any range with a few rising ticks', () => {
    const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high - low > Math.max(Math.abs(low), Math.abs(high), 1e-3) * 1e-6);
        const ticks = niceTicks(low, high, 4);
        const room = (high - low) * 1e-6;
        expect(ticks[0]).toBeLessThanOrEqual(low + room);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - room);
        expect(ticks.length).toBeLessThanOrEqual(7);
        ticks.forEach((tick, index) => {
          if (index > 0) expect(tick).toBeGreaterThan(ticks[index - 1] ?? tick);
        });
      }),
    );
  });

  test('niceTicks() refuses what is not finite', () => {
    expect(() => niceTicks(0, Number.NaN, 4)).toThrow(RangeError);
  });
});
