import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestWord } from '#core/format/nearest-word.ts';

describe('nearestWord()', () => {
  test.each([
    ['custmers', 'customers'],
    ['Customers', 'customers'],
    ['ocrdersPerYear', 'ordersPerYear'],
    ['aov', null],
    ['', null],
  ])('nearestWord() takes %s for %s', (written, expected) => {
    expect(nearestWord(written, ['customers', 'ordersPerYear', 'returnShare'])).toBe(expected);
  });

  test('nearestWord() finds the word itself among any names', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (word, names) => {
        expect(nearestWord(word, [...names, word])?.toLowerCase()).toBe(word.toLowerCase());
      }),
    );
  });
});
