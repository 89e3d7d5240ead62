import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { bartlettSphericity } from '#core/segmentation/bartlett-sphericity.ts';
import { correlationMatrix } from '#core/segmentation/correlation-matrix.ts';
import type { DataMatrix } from '#core/segmentation/data-matrix.ts';
import { dropCollinear } from '#core/segmentation/drop-collinear.ts';
import { dropInadequate } from '#core/segmentation/drop-inadequate.ts';
import { extractFactors } from '#core/segmentation/extract-factors.ts';
import { kaiserMeyerOlkin } from '#core/segmentation/kaiser-meyer-olkin.ts';
import { nameFactors } from '#core/segmentation/name-factors.ts';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { screenForFactors } from '#core/segmentation/screen-for-factors.ts';
import { seededRandom, type Random } from '#core/segmentation/seeded-random.ts';
import { dataMatrix } from './data-matrix.ts';

/** Customers by features, each row made of a few draws. */
function made(customers: number, seed: number, row: (draw: () => number) => number[]): DataMatrix {
  const random: Random = seededRandom(seed);
  return dataMatrix(Array.from({ length: customers }, () => row(() => normalDeviate(random))));
}

test('screenForFactors() drops a product of others and says of which', () => {
  const data = made(600, 1, (draw) => {
    const [orders, value] = [draw(), draw()];
    return [orders, value, orders + value, draw()];
  });
  const labels = ['Orders a year', 'Order value', 'Yearly spend', 'Gift share'];
  const { kept, dropped } = screenForFactors(correlationMatrix(data), labels);
  expect(kept).not.toContain(2);
  expect(dropped).toContainEqual({
    column: 2,
    reason: expect.stringMatching(
      /^Repeats (Order value and Orders a year|Orders a year and Order value): together they give 99.9% of the differences between customers$/,
    ) as string,
  });
});

test('screenForFactors() drops one of the shares that sum to one, and counts long lists', () => {
  const data = made(900, 2, (draw) => {
    const parts = Array.from({ length: 6 }, () => Math.exp(draw()));
    const sum = parts.reduce((total, part) => total + part, 0);
    return parts.map((part) => part / sum);
  });
  const labels = ['A', 'B', 'C', 'D', 'E', 'F'];
  const { dropped } = screenForFactors(correlationMatrix(data), labels);
  expect(dropped.length).toBe(1);
  expect(dropped[0]?.column).toBe(5);
  expect(dropped[0]?.reason).toMatch(
    /^Repeats [A-E], [A-E], [A-E] and 2 others: together they give/,
  );
});

test('dropCollinear() finds what only all others together repeat, although no earlier ones do', () => {
  // The first is the sum of ten small ones and a little noise: each of those is still half its own.
  const data = made(5_000, 3, (draw) => {
    const parts = Array.from({ length: 10 }, draw);
    return [parts.reduce((sum, part) => sum + part, 0) + 0.27 * draw(), ...parts];
  });
  const { kept, dropped } = dropCollinear(correlationMatrix(data));
  expect(dropped.map(({ variable }) => variable)).toEqual([0]);
  expect(dropped[0]?.repeats.toSorted((a, b) => a - b)).toEqual(kept);
  expect(dropped[0]?.predicted).toBeGreaterThan(0.99);
});

test('dropCollinear() keeps what correlates strongly but not wholly', () => {
  const strong = new Matrix([
    [1, 0.98],
    [0.98, 1],
  ]);
  expect(dropCollinear(strong)).toEqual({ kept: [0, 1], dropped: [] });
});

test('dropInadequate() drops the worst until the rest reaches 0.60, and agrees with doing it one by one', () => {
  const data = made(400, 4, (draw) => {
    const [habit, first, second] = [draw(), draw(), draw()];
    return [
      ...[0.9, 1, 1.1].map((noise) => habit + noise * draw()),
      ...[first, first, second, second].map((pair) => pair + 0.2 * draw()),
    ];
  });
  const correlations = correlationMatrix(data);
  const found = dropInadequate(correlations);
  expect(found.reached).toBe(true);
  expect(found.adequacy.overall).toBeGreaterThanOrEqual(0.6);
  expect(found.dropped.length).toBeGreaterThan(0);
  const left = [0, 1, 2, 3, 4, 5, 6];
  for (const { variable, adequacy, overall } of found.dropped) {
    const direct = kaiserMeyerOlkin(correlations.selection(left, left));
    expect(overall).toBeCloseTo(direct.overall, 9);
    expect(overall).toBeLessThan(0.6);
    expect(adequacy).toBeCloseTo(Math.min(...direct.byVariable), 9);
    left.splice(left.indexOf(variable), 1);
  }
  expect(found.kept).toEqual(left);
});

test('extractFactors() falls back to components and says why when features share nothing', () => {
  const noise = made(800, 5, (draw) => Array.from({ length: 8 }, draw));
  const factors = extractFactors(noise, seededRandom(1));
  expect(factors.method).toBe('principal components');
  expect(factors.count).toBe(2);
  expect(factors.kept).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(factors.dropped).toEqual([]);
  expect(factors.notes).toEqual([
    expect.stringMatching(
      /^The features share too little: their sampling adequacy \(KMO\) is 0\.\d\d, 0\.60 are needed.*Customers are compared by principal components instead/,
    ),
  ]);
});

test('extractFactors() falls back to components for two pairs, which no common factor explains', () => {
  const pairs = made(800, 6, (draw) => {
    const [a, b] = [draw(), draw()];
    return [a, a + draw() / 2, b, b + draw() / 2];
  });
  const factors = extractFactors(pairs, seededRandom(1));
  expect(factors.method).toBe('principal components');
  expect(factors.kept.length).toBe(4);
  factors.scoreVariances.forEach((variance) => {
    expect(variance).toBeCloseTo(1, 8);
  });
});

test('extractFactors() reports a feature that the factors explain wholly', () => {
  const data = made(3_000, 7, (draw) => {
    const habit = draw();
    return [habit + 0.02 * draw(), ...[0.7, 0.8, 0.9].map((noise) => habit + noise * draw())];
  });
  const labels = ['Orders', 'Items', 'Visits', 'Answers'];
  const factors = extractFactors(data, seededRandom(1), labels);
  expect(factors.method).toBe('minres');
  expect(factors.notes).toEqual([
    expect.stringContaining('The factors explain Orders almost wholly'),
  ]);
  factors.communalities.forEach((value) => {
    expect(value).toBeLessThanOrEqual(1);
  });
});

test('kaiserMeyerOlkin() and bartlettSphericity() refuse correlations that cannot be inverted', () => {
  expect(() => kaiserMeyerOlkin(Matrix.ones(2, 2))).toThrow('singular');
  expect(() => bartlettSphericity(Matrix.ones(2, 2), 100)).toThrow(RangeError);
  expect(kaiserMeyerOlkin(Matrix.eye(3)).overall).toBe(0);
  expect(bartlettSphericity(Matrix.eye(1), 100).pValue).toBe(1);
});

test('nameFactors() lets people overwrite a name by the generated one or by the number', () => {
  const features = [
    { id: 'orderValue', label: 'Order value' },
    { id: 'categoryShare:Jeans', label: 'Share of Jeans' },
    { id: 'giftShare', label: 'Share of gift orders' },
  ];
  const loadings = [
    [0.9, 0.1, 0.1],
    [-0.5, 0.8, 0.2],
    [0.1, 0.1, 0.3],
  ];
  expect(nameFactors(features, loadings)).toEqual([
    'Large orders and hardly any Jeans',
    'Jeans',
    'Factor 3',
  ]);
  expect(
    nameFactors(features, loadings, {
      'Large orders and hardly any Jeans': 'Big baskets',
      'Share of Jeans': 'Denim',
      '3': 'Hard to say',
      'Somebody else': 'Not used',
    }),
  ).toEqual(['Big baskets', 'Denim', 'Hard to say']);
});
