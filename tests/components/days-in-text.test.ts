import { expect, test } from 'vitest';
import { daysInText } from '../../src/components/days-in-text.ts';

const formats = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };

test('daysInText() writes days as people read them, and never breaks one', () => {
  expect(daysInText('Needs orders from 2024-11-01 on', formats)).toBe(
    'Needs orders from November\u00a01,\u00a02024 on',
  );
});

test('daysInText() leaves what is no day as it is', () => {
  expect(daysInText('Order 2024-13-45, 12024-11-01', formats)).toBe(
    'Order 2024-13-45, 12024-11-01',
  );
});
