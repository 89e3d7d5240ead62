import { expect, test } from 'vitest';
import { featureName, withStop } from '../../src/components/feature-words.ts';

test.each([
  ['brandShare:Thornlast', 'Share of Thornlast'],
  ['channelShare:phone: app', 'Share of orders by phone: app'],
  ['fridayShare', 'Share of orders on Friday'],
  ['brandHerfindahl', 'Concentration on few brands'],
  ['itemsPerOrder', 'Items per order'],
  ['NPS_score', 'NPS_score'],
  ['ordersPerYear', 'Orders a year'],
])('featureName() says "%s" in words', (id, words) => {
  expect(featureName(id, {}, [{ id: 'ordersPerYear', label: 'Orders a year' }])).toBe(words);
});

test('withStop() ends a sentence once', () => {
  expect([withStop('Too few'), withStop('Too few.')]).toEqual(['Too few.', 'Too few.']);
});
