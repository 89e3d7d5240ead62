import { describe, expect, test } from 'vitest';
import { findingOf } from '#core/insights/finding.ts';
import type { Comparison } from '#core/schemas/insight.ts';

function comparison(
  variant: string,
  metric: Comparison['metric'],
  verdict: Comparison['verdict'],
  value: number,
): Comparison {
  return {
    variant,
    reference: 'none',
    metric,
    role: metric === 'order' ? 'primary' : 'guardrail',
    difference: { status: 'ok', value, n: 2000, numerator: 100, denominator: 1000 },
    pValue: 0.001,
    verdict,
  };
}

describe('findingOf()', () => {
  test('says better where the better arm harms nobody clearly', () => {
    const comparisons = [
      comparison('a', 'order', 'better', 0.02),
      comparison('a', 'unsubscribe', 'no-clear-difference', 0.001),
    ];
    expect(findingOf({ verdict: 'better', grade: 'A', comparisons })).toBe('better');
  });

  test.each(['unsubscribe', 'complaint'] as const)(
    'says at a cost where the better arm has clearly more of: %s',
    (metric) => {
      const comparisons = [
        comparison('a', 'order', 'better', 0.02),
        comparison('a', metric, 'worse', 0.01),
      ];
      expect(findingOf({ verdict: 'better', grade: 'A', comparisons })).toBe('better-at-a-cost');
    },
  );

  test('holds the harm of another arm against nobody else', () => {
    const comparisons = [
      comparison('a', 'order', 'better', 0.02),
      comparison('b', 'order', 'better', 0.01),
      comparison('b', 'complaint', 'worse', 0.01),
    ];
    expect(findingOf({ verdict: 'better', grade: 'A', comparisons })).toBe('better');
  });

  test.each(['worse', 'better'] as const)(
    'says of as many orders that the cost differs where a guardrail is clearly %s',
    (verdict) => {
      const comparisons = [comparison('a', 'unsubscribe', verdict, 0.01)];
      for (const grade of ['A', 'C'] as const) {
        const unclear = { verdict: 'no-clear-difference', grade, comparisons } as const;
        expect(findingOf(unclear)).toBe('differs-in-cost');
        expect(findingOf({ ...unclear, comparisons: [] })).toBe('no-clear-difference');
      }
    },
  );

  test.each(['worse', 'not-compared'] as const)('keeps %s', (verdict) => {
    const comparisons = [comparison('a', 'unsubscribe', 'worse', 0.01)];
    expect(findingOf({ verdict, grade: 'A', comparisons })).toBe(verdict);
  });

  test.each(['B', 'C'] as const)(
    'says of groups of grade %s that they differ, and not that one is better or worse',
    (grade) => {
      const comparisons = [
        comparison('a', 'order', 'better', 0.02),
        comparison('a', 'unsubscribe', 'worse', 0.01),
      ];
      for (const verdict of ['better', 'worse'] as const) {
        expect(findingOf({ verdict, grade, comparisons })).toBe('differs');
      }
    },
  );
});
