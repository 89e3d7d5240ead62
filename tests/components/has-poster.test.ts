import { expect, test } from 'vitest';
import { hasPoster } from '../../src/components/has-poster.ts';

test('hasPoster() puts nothing on a wall that nobody has written yet', () => {
  const persona = { id: 'the-sunday-brewer', figures: null };
  expect(hasPoster(null, { ...persona, isUnwritten: true })).toBe(false);
  expect(hasPoster(null, { ...persona, isUnwritten: false })).toBe(true);
});
