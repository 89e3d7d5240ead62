import { expect, test } from 'vitest';
import type { Segmentation } from '#core/schemas/segmentation.ts';
import { withOwnFactorNames } from '#generate/content/own-factor-names.ts';

const FEATURE = { transform: 'identity', mean: 0, standardDeviation: 1 } as const;
const MODEL: NonNullable<Segmentation['model']> = {
  features: [
    { ...FEATURE, id: 'orderValue', label: 'Order value' },
    { ...FEATURE, id: 'giftShare', label: 'Share of gift orders' },
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
  expect(names({ 'Large orders': 'Big baskets' })).toEqual(['Big baskets', 'Gift orders']);
  expect(names({ '2': 'For others' })).toEqual(['Large orders', 'For others']);
  expect(names({})).toEqual(['Large orders', 'Gift orders']);
  expect(stored.model?.factorNames[0]).toBe('A name of the last run');
});

test('withOwnFactorNames() still knows a factor by the name made of labels that it had before', () => {
  const own = { 'Order value': 'Big baskets' };
  expect(withOwnFactorNames({ model: MODEL } as Segmentation, own).model?.factorNames).toEqual([
    'Big baskets',
    'Gift orders',
  ]);
});

test('withOwnFactorNames() leaves a refused segmentation as it is', () => {
  const refused = { model: null } as Segmentation;
  expect(withOwnFactorNames(refused, { '1': 'Big baskets' })).toBe(refused);
  expect(withOwnFactorNames(refused, { 'Order valeu': 'Big baskets' })).toBe(refused);
});

test.each(['Order valeu', 'Big baskets', '0', '3', '01', '-1', ''])(
  'withOwnFactorNames() refuses %j, which no factor is called',
  (name) => {
    const own = { '2': 'For others', [name]: 'Big baskets' };
    expect(() => withOwnFactorNames({ model: MODEL } as Segmentation, own)).toThrow(
      expect.objectContaining({ code: 'portraits/unknown-factor' }),
    );
  },
);

test('withOwnFactorNames() says the nearest name of a mistyped one, and all that there are', () => {
  const own = { 'Order valeu': 'Big baskets', '3': 'For others' };
  expect(() =>
    withOwnFactorNames({ model: MODEL } as Segmentation, own),
  ).toThrowErrorMatchingInlineSnapshot(
    `[GenerateError: Cannot name the factors: portraits.factorNames names "3" and "Order valeu" (perhaps "Order value"); expected a number from 1 to 2, or one of "Large orders", "Gift orders"]`,
  );
});
