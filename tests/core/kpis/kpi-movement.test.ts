import { expect, test } from 'vitest';
import { kpiMovement } from '#core/kpis/kpi-movement.ts';
import type { Fact } from '#core/schemas/fact.ts';

function fact(value: number, low?: number, high?: number): Fact {
  return {
    id: 'current',
    label: 'Rate',
    unit: 'ratio',
    n: 100,
    period: { from: '2025-01-01', to: '2025-12-31' },
    asOf: '2025-12-31',
    sources: [],
    formula: 'as tested',
    status: 'ok',
    value,
    ...(low === undefined || high === undefined
      ? {}
      : { interval: { low, high, level: 0.95, method: 'Wilson score' } }),
  };
}

test('kpiMovement() goes by the direction in which news is good', () => {
  expect(kpiMovement(fact(0.3), fact(0.2), 'up')).toBe('better');
  expect(kpiMovement(fact(0.3), fact(0.2), 'down')).toBe('worse');
  expect(kpiMovement(fact(0.3), fact(0.2), 'neutral')).toBe('higher');
  expect(kpiMovement(fact(0.2), fact(0.3), 'neutral')).toBe('lower');
  expect(kpiMovement(fact(0.2), fact(0.2), 'up')).toBe('unchanged');
  expect(kpiMovement(fact(174.12), fact(174.58), 'up')).toBe('unchanged');
});

test('kpiMovement() calls chance what Newcombe’s interval calls chance', () => {
  // Newcombe (1998), table II: 56 of 70 against 48 of 80, method 10: 0.0524 to 0.3339, so no chance …
  const [a, b] = [fact(0.8, 0.6921, 0.8771), fact(0.6, 0.4904, 0.7004)];
  expect(kpiMovement(a, b, 'up')).toBe('better');
  expect(kpiMovement(b, a, 'up')).toBe('worse');
  // … and 5 of 10 against 3 of 10 may well be.
  expect(kpiMovement(fact(0.5, 0.2366, 0.7634), fact(0.3, 0.1078, 0.6032), 'up')).toBe(
    'could-be-chance',
  );
});

test('kpiMovement() has no verdict where few people decide either figure', () => {
  const few: Fact = { ...fact(0.12), status: 'ok', value: 0.12, intervalUnknown: true };
  expect(kpiMovement(few, fact(0.9, 0.85, 0.95), 'up')).toBe('few-people');
  expect(kpiMovement(fact(0.9, 0.85, 0.95), few, 'up')).toBe('few-people');
});

test('kpiMovement() says nothing where a figure is missing', () => {
  const withheld: Fact = { ...fact(1), status: 'suppressed', value: null, reason: 'Too few' };
  expect(kpiMovement(withheld, fact(1), 'up')).toBeNull();
  expect(kpiMovement(fact(1), undefined, 'up')).toBeNull();
});
