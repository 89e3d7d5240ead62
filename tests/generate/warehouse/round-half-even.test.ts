import { expect, it } from 'vitest';
import { roundHalfEven } from '#generate/warehouse/round-half-even.ts';

it.each([
  ['0.125', 2, 0.12],
  ['0.135', 2, 0.14],
  ['0.1250001', 2, 0.13],
  ['-0.125', 2, -0.12],
  ['-0.001', 2, 0],
  ['8911407.90400000', 2, 8911407.9],
  ['2.5', 0, 2],
  ['3.5', 0, 4],
  ['12', 2, 12],
])('roundHalfEven() of %s to %i decimals is %d', (text, decimals, expected) => {
  expect(roundHalfEven(text, decimals)).toBe(expected);
});
