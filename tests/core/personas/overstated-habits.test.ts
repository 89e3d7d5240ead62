import { expect, test } from 'vitest';
import { overstatedHabits } from '#core/personas/overstated-habits.ts';
import type { PersonaTotals, RatioFact } from '#core/personas/persona-totals.ts';
import { buildRatio, buildTotals } from './build-totals.ts';

/** So many customers with such a figure each. */
function group(people: number, value: number, id: RatioFact = 'yearlySpend'): PersonaTotals {
  const { ratios } = buildTotals();
  const ratio = buildRatio({ numerator: people * value, denominator: people, people });
  return buildTotals({ customers: people, ratios: { ...ratios, [id]: ratio } });
}

function overstated(groups: readonly PersonaTotals[], id: RatioFact = 'yearlySpend'): boolean[] {
  const sum = (side: 'numerator' | 'denominator'): number =>
    groups.reduce((total, { ratios }) => total + ratios[id][side], 0);
  const { ratios } = buildTotals();
  const whole = buildRatio({ numerator: sum('numerator'), denominator: sum('denominator') });
  const all = buildTotals({ ratios: { ...ratios, [id]: whole } });
  return overstatedHabits(groups, all).map((habits) => habits.has(id));
}

test('overstatedHabits() finds those who look small beside an average that a few cafés decide', () => {
  // The average is 1,046: cafés bring 95 % of the money.
  const [cafes, plants, bouquets] = overstated([
    group(70, 32_000),
    group(700, 87),
    group(1500, 55),
  ]);
  expect([plants, bouquets]).toEqual([true, true]);
  expect(cafes).toBe(false);
});

test('overstatedHabits() leaves the usual skew alone: most spend somewhat less than the average', () => {
  const groups = [group(300, 700), group(500, 250), group(400, 120), group(200, 60)];
  expect(overstated(groups)).toEqual([false, false, false, false]);
});

test('overstatedHabits() finds who stands between the usual customer and the average', () => {
  // An order of the best customers is no small one because schools order for thousands.
  const groups = [
    [250, 176],
    [1500, 29],
    [200, 1560],
  ].map(([people = 0, value = 0]) => group(people, value, 'averageOrderValue'));
  expect(overstated(groups, 'averageOrderValue')).toEqual([true, true, false]);
});

test('overstatedHabits() finds who looks large beside an average that bulk orders decide', () => {
  // Pieces bought by the thousand hardly come back: an ordinary 5 % is no eleven times as much of a fault.
  const bulk = group(30, 0.001, 'returnRate');
  const groups = [
    {
      ...bulk,
      ratios: {
        ...bulk.ratios,
        returnRate: buildRatio({ numerator: 40, denominator: 40_000, people: 30 }),
      },
    },
    group(900, 0.05, 'returnRate'),
    group(100, 0.25, 'returnRate'),
  ];
  expect(overstated(groups, 'returnRate')).toEqual([false, true, true]);
});

test('overstatedHabits() compares with the average where the usual customer has nothing', () => {
  expect(
    overstated([group(900, 0, 'giftShare'), group(100, 0.8, 'giftShare')], 'giftShare'),
  ).toEqual([false, false]);
});

test('overstatedHabits() holds small orders against an average that a quarter of the customers decide', () => {
  // One in four orders for ten times as much: that is how this shop is.
  const groups = [
    [650, 50],
    [600, 85],
    [1000, 110],
    [700, 480],
  ].map(([people = 0, value = 0]) => group(people, value, 'averageOrderValue'));
  expect(overstated(groups, 'averageOrderValue')).toEqual([false, false, false, false]);
});
