import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { reliablePositions } from '#core/segmentation/reliable-positions.ts';

/** Features of one factor, each with this loading, and one that has nothing in common with them. */
const LOADING = 0.8;
const CORRELATIONS = new Matrix([
  [1, 0.64, 0.64, 0],
  [0.64, 1, 0.64, 0],
  [0.64, 0.64, 1, 0],
  [0, 0, 0, 1],
]);
const WEIGHT = LOADING / (1 + 2 * 0.64);
const FACTORS = {
  loadings: [[LOADING], [LOADING], [LOADING], [0]],
  scoreWeights: [[WEIGHT], [WEIGHT], [WEIGHT], [0]],
};

/** Variance that each feature gives to where customers stand, over all directions. */
function lengths(positions: readonly (readonly number[])[]): number[] {
  return positions.map((row) => row.reduce((sum, weight) => sum + weight * weight, 0));
}

describe('reliablePositions()', () => {
  test('gives a feature that no factor holds a direction of its own, by its reliability', () => {
    const positions = reliablePositions(CORRELATIONS, FACTORS, [0.64, 0.64, 0.64, 0.6]);
    expect(lengths(positions)[3]).toBeCloseTo(0.6, 10);
  });

  test('leaves the factor scores as they are where nothing is known of reliability', () => {
    const unknown = [null, null, null, null];
    expect(reliablePositions(CORRELATIONS, FACTORS, unknown)).toEqual(FACTORS.scoreWeights);
  });

  test('compares by nothing that comes out anew with every order', () => {
    const positions = reliablePositions(CORRELATIONS, FACTORS, [0, 0, 0, 0.6]);
    expect(lengths(positions).slice(0, 3)).toEqual([0, 0, 0]);
  });

  test('holds a factor to the share of what it explains that is reliable', () => {
    const whole = reliablePositions(CORRELATIONS, FACTORS, [0.64, 0.64, 0.64, 0]);
    const half = reliablePositions(CORRELATIONS, FACTORS, [0.32, 0.32, 0.32, 0]);
    const along = (positions: number[][]): number =>
      positions.slice(0, 3).reduce((sum, row) => sum + (row[0] ?? 0), 0) ** 2;
    // Factor: w² × 3² and own parts: r × (1 − h²) × 3, both halved.
    expect(along(half) / along(whole)).toBeCloseTo(0.5, 10);
  });

  test('is as long as its features are reliable, whatever the order of the features', () => {
    const order = [3, 1, 0, 2];
    const turned = reliablePositions(
      CORRELATIONS.selection(order, order),
      {
        loadings: order.map((at) => FACTORS.loadings[at] ?? []),
        scoreWeights: order.map((at) => FACTORS.scoreWeights[at] ?? []),
      },
      order.map((at) => [0.5, 0.6, 0.7, 0.4][at] ?? 0),
    );
    const plain = lengths(reliablePositions(CORRELATIONS, FACTORS, [0.5, 0.6, 0.7, 0.4]));
    lengths(turned).forEach((length, at) => {
      expect(length).toBeCloseTo(plain[order[at] ?? 0] ?? 0, 8);
    });
  });
});
