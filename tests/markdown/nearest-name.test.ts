import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestName } from '../../src/markdown/nearest-name.ts';

describe('nearestName()', () => {
  test.each([
    ['custmers', 'customers'],
    ['Customers', 'customers'],
    ['ocrdersPerYear', 'ordersPerYear'],
    ['aov', null],
    ['', null],
  ])('takes %s for %s', (written, expected) => {
    expect(nearestName(written, ['customers', 'ordersPerYear', 'returnShare'])).toBe(expected);
  });

  test('finds the word itself among any names', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (word, names) => {
        expect(nearestName(word, [...names, word])?.toLowerCase()).toBe(word.toLowerCase());
      }),
    );
  });
});
