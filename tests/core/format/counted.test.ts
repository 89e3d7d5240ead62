import { expect, test } from 'vitest';
import { counted } from '#core/format/counted.ts';

test.each([
  [0, '0 orders'],
  [1, '1 order'],
  [2, '2 orders'],
  [1001, '1,001 orders'],
])('counted() writes %d with the noun that goes with it', (count, text) => {
  expect(counted(count, 'order')).toBe(text);
});

test('counted() takes the number as the reader’s language writes it', () => {
  expect(counted(1234.5, 'day', '1.234,5')).toBe('1.234,5 days');
});
