import { describe, expect, test } from 'vitest';
import { formatObservations, observationsOf } from '#core/format/format-observations.ts';

const formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' };

describe('formatObservations()', () => {
  test('says what was counted, in the number that goes with it', () => {
    expect(formatObservations(5765, 'orders', formats)).toBe('5,765 orders');
    expect(formatObservations(1, 'customers', formats)).toBe('1 customer');
    expect(formatObservations(24, undefined, formats)).toBe('24');
  });
});

describe('observationsOf()', () => {
  test('says nothing of a figure that is withheld, and nothing where no tool says', () => {
    expect(observationsOf({ n: 0, value: null, counted: 'orders' }, formats)).toBeNull();
    expect(observationsOf({ n: 7, value: null, counted: 'orders' }, formats)).toBeNull();
    expect(observationsOf({ n: 0, value: 0.4 }, formats)).toBeNull();
    expect(observationsOf({ n: 550, value: 0.4, counted: 'customers' }, formats)).toBe(
      '550 customers',
    );
  });

  test('speaks of the row whose passport has no value of its own', () => {
    expect(observationsOf({ n: 12, counted: 'tickets' }, formats)).toBe('12 tickets');
    expect(observationsOf({}, formats)).toBeNull();
  });
});
