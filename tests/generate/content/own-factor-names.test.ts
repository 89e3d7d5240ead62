import { expect, test } from 'vitest';
import type { Segmentation } from '#core/schemas/segmentation.ts';
import { withOwnFactorNames } from '#generate/content/own-factor-names.ts';

const FEATURE = { transform: 'identity', mean: 0, standardDeviation: 1 } as const;
const MODEL: NonNullable<Segmentation['model']> = {
  features: [
    { ...FEATURE, id: 'orderValue', label: 'Order value' },
    { ...FEATURE, id: 'giftShare', label: 'Gift share' },
  ],
  loadings: [
    [0.9, 0.1],
    [0.1, 0.8],
  ],
  communalities: [0.8, 0.7],
  eigenvalues: [1.2, 0.8],
  scoreWeights: [
    [1, 0],
    [0, 1],
  ],
  factorNames: ['A name of the last run', 'Gift share'],
  centroids: [],
};

test('withOwnFactorNames() names stored factors by the configuration of this run', () => {
  const stored = { model: MODEL } as Segmentation;
  const names = (own: Record<string, string>) => withOwnFactorNames(stored, own).model?.factorNames;
  expect(names({ 'Order value': 'Big baskets' })).toEqual(['Big baskets', 'Gift share']);
  expect(names({ '2': 'For others' })).toEqual(['Order value', 'For others']);
  expect(names({})).toEqual(['Order value', 'Gift share']);
  expect(stored.model?.factorNames[0]).toBe('A name of the last run');
});

test('withOwnFactorNames() leaves a refused segmentation as it is', () => {
  const refused = { model: null } as Segmentation;
  expect(withOwnFactorNames(refused, { '1': 'Big baskets' })).toBe(refused);
});
