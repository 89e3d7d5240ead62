import { expect, test } from 'vitest';
import { referenceArm } from '#core/insights/reference-arm.ts';
import { armOf } from './arm-of.ts';

test('referenceArm() is the hold-out, the largest of several', () => {
  const arms = [
    armOf('A'),
    armOf('Z', { isControl: true, recipients: 900 }),
    armOf('M', { isControl: true, recipients: 100 }),
  ];
  expect(referenceArm(arms)?.name).toBe('Z');
});

test('referenceArm() without a hold-out is the first by name, whatever the sizes', () => {
  expect(referenceArm([armOf('B', { recipients: 99_999 }), armOf('A')])?.name).toBe('A');
  expect(referenceArm([])).toBeNull();
});
