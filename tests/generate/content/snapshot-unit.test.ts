import { expect, test } from 'vitest';
import { snapshotUnit } from '#generate/content/snapshot-unit.ts';

const config = { currency: 'EUR', rates: { USD: 0.9 } };

test.each([
  ['%', { unit: 'ratio', factor: 0.01, known: true }],
  ['Percent', { unit: 'ratio', factor: 0.01, known: true }],
  ['ratio', { unit: 'ratio', factor: 1, known: true }],
  ['eur', { unit: 'money', factor: 1, known: true }],
  ['USD', { unit: 'money', factor: 0.9, known: true }],
  ['perYear', { unit: 'perYear', factor: 1, known: true }],
  ['parcels', { unit: 'count', factor: 1, known: false }],
])('snapshotUnit(%j) is understood or shown bare', (text, expected) => {
  expect(snapshotUnit(text, config)).toEqual(expected);
});
