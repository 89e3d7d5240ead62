import { expect, test } from 'vitest';
import { figuresDay } from '#core/personas/figures-day.ts';
import { numberFact } from './build-fact.ts';

const counted = numberFact('yearlySpend', 600, 'money');
const ofPanel = { ...counted, timeUnknown: true as const };

test('figuresDay() is the day of the file where our exports give the figures', () => {
  expect(figuresDay({ asOf: '2026-10-31', facts: [counted] })).toBe('2026-10-31');
  expect(figuresDay({ asOf: '2026-10-31', facts: [ofPanel, counted] })).toBe('2026-10-31');
});

test('figuresDay() is none where a study brought them, which says no day', () => {
  expect(figuresDay({ asOf: '2026-10-31', facts: [ofPanel, ofPanel] })).toBeNull();
});
