import { expect, test } from 'vitest';
import { contradictsItsName, isNameContradicted } from '#core/personas/contradicted-name.ts';
import { namePersona } from '#core/personas/name-persona.ts';
import { workingName } from '#core/personas/working-name.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { numberFact, rangedFact, suppressedFact } from './build-fact.ts';

type Shares = Record<string, number | null>;

const behaviour = (facts: Fact[], shares: Shares = {}) => {
  const rows = Object.entries(shares).map(([label, share]) => ({
    ...{ label, share },
    shareOfAll: 0.2,
    n: 50,
  }));
  const breakdowns = [{ id: 'categories', label: 'Categories', base: 'paid', rows }];
  return { facts, breakdowns, distinguishing: [] };
};
const contradicted = (name: string, facts: Fact[], shares: Shares = {}) =>
  isNameContradicted(name, behaviour(facts, shares), { isGiven: false });
/** The same of a name that the program gave. */
const givenContradicted = (name: string, facts: Fact[], shares: Shares = {}) =>
  isNameContradicted(name, behaviour(facts, shares), { isGiven: true });

test.each([
  ['Monthly Shopper', 'ordersPerYear', 7, 4.4],
  ['Monthly Premium Shopper', 'ordersPerYear', 20, 33],
  ['Christmas Shopper', 'holidayShare', 0.5, 0.29],
  ['Quarterly Shirts Tees Deal Finder', 'discountShare', 0.5, 0.2],
  ['Yearly Gift Giver 2', 'giftShare', 0.4, 0.1],
  ['One Time Tea Shopper', 'repeatShare', 0.48, 0.58],
])('isNameContradicted() keeps "%s" at a %s of %f, and not at %f', (name, fact, near, far) => {
  expect(contradicted(name, [numberFact(fact, near)])).toBe(false);
  expect(contradicted(name, [numberFact(fact, far)])).toBe(true);
});

test('isNameContradicted() calls nobody first-time most of whom came back', () => {
  const after = (repeat: number) =>
    contradicted('First Time Tea Deal Finder', [
      numberFact('repeatShare', repeat),
      numberFact('recencyDays', 57),
    ]);
  expect(after(0.48)).toBe(false);
  expect(after(0.58)).toBe(true);
});

test('isNameContradicted() asks the whole interval', () => {
  const orders = (high: number) => rangedFact('ordersPerYear', 4, [3, high], 'perYear');
  expect(contradicted('Monthly Shopper', [orders(4.6)])).toBe(false);
  expect(contradicted('Monthly Shopper', [orders(4.4)])).toBe(true);
});

test('isNameContradicted() goes by the category in the name, listed or not', () => {
  expect(contradicted('Quarterly Shirts Shopper', [], { Shoes: 0.956, Shirts: 0.044 })).toBe(true);
  expect(contradicted('Quarterly Shirts Shopper', [], { Shoes: 0.85, Shirts: 0.15 })).toBe(false);
  expect(contradicted('Quarterly Shirts Shopper', [], { Shoes: 0.95, Other: 0.05 })).toBe(true);
  expect(contradicted('Quarterly Shirts Shopper', [], { Shoes: 0.5, Other: 0.5 })).toBe(false);
  expect(contradicted('Quarterly Shirts Shopper', [], { Shoes: 0.9, Shirts: null })).toBe(false);
  expect(contradicted('Quarterly Shirts Tees Shopper', [], { 'Shirts & Tees': 0.7 })).toBe(false);
});

test('isNameContradicted() knows nothing against a name without figures, or against people’s words', () => {
  expect(contradicted('Monthly Shirts Deal Finder', [suppressedFact('ordersPerYear')])).toBe(false);
  expect(contradicted('The Monthly Shopper', [numberFact('ordersPerYear', 1)])).toBe(false);
  expect(contradicted('Friendly Deal Finder', [numberFact('discountShare', 0.1)])).toBe(false);
  expect(contradicted('Friendly Shopper', [], { Shoes: 0.9 })).toBe(false);
});

test.each<[string, Fact[], Shares, Fact[], Shares]>([
  ['Home Shopper', [], { Home: 0.15 }, [], { Home: 0.05 }],
  ['Deal Finder', [numberFact('discountShare', 0.35)], {}, [numberFact('discountShare', 0.2)], {}],
  [
    'Small-basket Home Shopper',
    [numberFact('averageOrderValueTimes', 0.9), numberFact('itemsPerOrderTimes', 0.9)],
    { Home: 0.6 },
    [numberFact('averageOrderValueTimes', 1.3), numberFact('itemsPerOrderTimes', 1.2)],
    { Home: 0.6 },
  ],
])(
  'isNameContradicted() checks what "%s" says without a rhythm, where the program gave the name',
  (name, near, nearShares, far, farShares) => {
    expect(givenContradicted(name, near, nearShares)).toBe(false);
    expect(givenContradicted(name, far, farShares)).toBe(true);
    // Anybody may have written it.
    expect(contradicted(name, far, farShares)).toBe(false);
  },
);

test('isNameContradicted() checks a channel in a name without a rhythm, too', () => {
  const through = (share: number) => {
    const rows = [{ label: 'Store', share, shareOfAll: 0.2, n: 50 }];
    const breakdowns = [{ id: 'channels', label: 'Channels', base: 'orders', rows }];
    const found = { facts: [], breakdowns, distinguishing: [] };
    return isNameContradicted('Store Gift Giver', found, { isGiven: true });
  };
  expect(through(0.3)).toBe(false);
  expect(through(0.05)).toBe(true);
});

test('contradictsItsName() asks of a Portrait found in purchases, by the name that it has now', () => {
  const persona = {
    ...behaviour([], { Home: 0.02 }),
    origin: 'segmentation' as const,
    workingName: 'Home Shopper',
  };
  expect(contradictsItsName(persona, 'Home Shopper')).toBe(true);
  expect(contradictsItsName(persona, 'Friendly Shopper')).toBe(false);
  expect(contradictsItsName({ ...persona, origin: 'rule' }, 'Home Shopper')).toBe(false);
});

test('isNameContradicted() takes a category that begins like a rhythm for a category', () => {
  const inSummer = [numberFact('holidayShare', 0.1), numberFact('ordersPerYear', 1)];
  for (const [category, name] of [
    ['Christmas Wreaths', 'Christmas Wreaths Shopper'],
    ['Christmas Wreaths', 'Shopper of Christmas Wreaths'],
    ['Monthly Box', 'Monthly Box Shopper'],
    ['Quarterly Planners', 'Quarterly Planners Shopper'],
    ['Christmas', 'Christmas Shopper'],
  ] as const) {
    expect(givenContradicted(name, inSummer, { [category]: 0.7 }), name).toBe(false);
    expect(contradicted(name, inSummer, { [category]: 0.7 }), name).toBe(false);
    expect(givenContradicted(name, inSummer, { [category]: 0.02, Else: 0.98 }), name).toBe(true);
  }
});

test('isNameContradicted() never speaks against a name on the day it is given', () => {
  for (let orders = 0.2; orders < 60; orders += 0.3) {
    for (const share of [0.05, 0.4, 0.7]) {
      const facts = ['repeatShare', 'holidayShare', 'giftShare', 'returnRate', 'discountShare']
        .map((id) => numberFact(id, share))
        .concat(numberFact('ordersPerYear', orders), numberFact('recencyDays', 100));
      const behaviour = { facts, breakdowns: [], distinguishing: [] };
      const name = workingName(namePersona(behaviour).id);
      expect(isNameContradicted(name, behaviour, { isGiven: true }), name).toBe(false);
    }
  }
});
