import { expect, test } from 'vitest';
import { compareFacts } from '#core/personas/compare-facts.ts';
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
