import { expect, test } from 'vitest';
import { compareFacts } from '#core/personas/compare-facts.ts';
import { couldBeChance } from '#core/statistics/could-be-chance.ts';
import { PERSONA_FACTS } from '#core/personas/fact-definitions.ts';
import { numberFact, rangedFact, textFact } from './build-fact.ts';

test('compareFacts() compares no numbers of people of two groups', () => {
  const people = ['customers', 'movedIn', 'movedOut', 'newSinceLastQuarter'];
  const group = (count: number) => [
    ...people.map((id) => numberFact(id, count)),
    numberFact('returnRate', 0.1),
  ];
  expect(compareFacts(group(35), group(12)).map(({ id }) => id)).toEqual(['returnRate']);
});

test('compareFacts() puts what differs most on top, then what chance explains, then words', () => {
  const first = [
    textFact('topCategory', 'Jeans'),
    rangedFact('giftShare', 0.2, [0.05, 0.5]),
    rangedFact('returnRate', 0.1, [0.09, 0.11]),
    rangedFact('ordersPerYear', 12, [11, 13]),
    numberFact('customers', 500),
    numberFact('ordersPerYearTimes', 3),
  ];
  const second = [
    textFact('topCategory', 'Boots'),
    rangedFact('giftShare', 0.4, [0.1, 0.8]),
    rangedFact('returnRate', 0.2, [0.19, 0.21]),
    rangedFact('ordersPerYear', 2, [1.9, 2.1]),
    numberFact('customers', 50),
    numberFact('ordersPerYearTimes', 0.5),
  ];
  expect(compareFacts(first, second).map(({ id, differs }) => [id, differs])).toEqual([
    ['ordersPerYear', true],
    ['returnRate', true],
    ['giftShare', false],
    ['topCategory', null],
  ]);
});

test('compareFacts() puts no estimate of a year beside who has come back so far', () => {
  const portrait = (soFar: number, inAYear: number) => [
    numberFact('repeatShare', soFar),
    numberFact('secondPurchaseYearShare', inAYear),
  ];
  const compared = compareFacts(portrait(0.88, 0.9), portrait(0.07, 0.05));
  expect(compared.map(({ id }) => id)).toEqual(['repeatShare']);
});

test('a share of who came back says whether it was counted or estimated', () => {
  const labelOf = (id: string) => PERSONA_FACTS.find((fact) => fact.id === id)?.label;
  expect(labelOf('repeatShare')).toMatch(/so far$/);
  expect(labelOf('secondPurchaseShare')).toMatch(/estimated$/);
  expect(labelOf('secondPurchaseYearShare')).toMatch(/estimated$/);
});

test('compareFacts() puts a share of which one has nothing where it belongs', () => {
  const portrait = (gifts: number, reach: [number, number], returns: number) => [
    rangedFact('ordersPerYear', 4, [3.8, 4.2]),
    rangedFact('giftShare', gifts, reach),
    rangedFact('returnRate', returns, returns === 0 ? [0, 0.02] : [0.001, 0.03]),
  ];
  const compared = compareFacts(
    portrait(0.86, [0.83, 0.88], 0.005),
    portrait(0, [0, 0.01], 0).with(0, rangedFact('ordersPerYear', 12, [11, 13])),
  );
  expect(compared.map(({ id, differs }) => [id, differs])).toEqual([
    ['giftShare', true],
    ['ordersPerYear', true],
    ['returnRate', false],
  ]);
  // At most a hundredth: at least 86 times as much.
  expect(1 / (compared[0]?.times ?? 0)).toBeCloseTo(86, 9);
  const [none] = compareFacts(
    [rangedFact('giftShare', 0, [0, 0.1])],
    [rangedFact('giftShare', 0, [0, 0.2])],
  );
  expect(none?.times).toBeNull();
});

test('compareFacts() calls a difference of shares chance by the rule of the parts of a split', () => {
  const [own, other] = [
    rangedFact('topBrandShare', 0.2, [0.15, 0.3]),
    rangedFact('topBrandShare', 0.3, [0.26, 0.35]),
  ];
  const estimate = { value: 0.2, low: 0.15, high: 0.3 };
  expect(couldBeChance(estimate, { value: 0.3, low: 0.26, high: 0.35 })).toBe(true);
  expect(compareFacts([own], [other])[0]?.differs).toBe(false);
});
