import { expect, test } from 'vitest';
import { numeralClass } from '#components/numeral-class.ts';

test.each([
  ['98%', null],
  ['$667', null],
  ['106 %', 'is-medium'],
  ['12.3 %', 'is-long'],
  ['42,29 €', 'is-long'],
  ['116.245 €', 'is-longest'],
])('numeralClass() gives %j a size that fits the narrowest screen: %s', (figure, size) => {
  expect(numeralClass(figure)).toBe(size);
});
