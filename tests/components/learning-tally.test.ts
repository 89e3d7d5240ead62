import { describe, expect, test } from 'vitest';
import { learningTally } from '#components/learning-tally.ts';
import type { Comparison, Variant } from '#core/schemas/insight.ts';
import type { Measure } from '#core/schemas/measure.ts';

const formats = { locale: 'en', currency: 'USD', timeZone: 'UTC' };
const missing: Measure = {
  status: 'suppressed',
  value: null,
  n: 0,
  numerator: null,
  denominator: null,
  reason: 'too few',
};

const rate = (value: number): Measure => ({
  status: 'ok',
  value,
  n: 1000,
  numerator: value * 1000,
  denominator: 1000,
});

function arm(id: string, order: Measure, unsubscribe: Measure, complaint = rate(0)): Variant {
  return {
    id,
    name: id,
    isReference: id === 'none',
    recipients: 1000,
    delivered: null,
    opens: null,
    clicks: null,
    orders: null,
    revenue: null,
    unsubscribes: null,
    complaints: null,
    rates: {
      ...{ order, unsubscribe, complaint },
      ...{ open: missing, click: missing, revenuePerRecipient: missing },
    },
  };
}

function against(
  variant: string,
  metric: Comparison['metric'],
  verdict: Comparison['verdict'],
  difference = 0.1,
): Comparison {
  return {
    variant,
    reference: 'none',
    metric,
    role: metric === 'order' ? 'primary' : 'guardrail',
    difference: rate(difference),
    pValue: 0.01,
    verdict,
  };
}

const variants = [
  arm('none', rate(0.024), rate(0.005), rate(0.002)),
  arm('weekly', rate(0.35), rate(0.18), rate(0.024)),
  arm('once', rate(0.29), rate(0.004)),
];

describe('learningTally()', () => {
  test('learningTally() tells what the clearest arm brought, and what it cost', () => {
    const comparisons = [
      against('once', 'order', 'better', 0.26),
      against('once', 'unsubscribe', 'no-clear-difference'),
      against('weekly', 'order', 'better', 0.33),
      against('weekly', 'unsubscribe', 'worse'),
    ];
    expect(learningTally({ comparisons, variants, grade: 'A' }, formats)).toEqual([
      {
        metric: 'order',
        role: 'primary',
        verdict: 'better',
        tone: 'better',
        told: { name: 'weekly', value: '35%' },
        interval: null,
        rival: { name: 'once', value: '29%' },
        reference: { name: 'none', value: '2.4%' },
      },
      {
        metric: 'unsubscribe',
        role: 'guardrail',
        verdict: 'worse',
        tone: 'worse',
        told: { name: 'weekly', value: '18%' },
        interval: null,
        rival: { name: 'once', value: '0.4%' },
        reference: { name: 'none', value: '0.5%' },
      },
    ]);
  });

  test('learningTally() says between which figures what it brought lies', () => {
    const sure = rate(0.35);
    const interval = { low: 0.33, high: 0.37, level: 0.95, method: 'Wilson score' };
    const weekly = arm('weekly', { ...sure, interval } as typeof sure, rate(0.18));
    const [line] = learningTally(
      {
        comparisons: [against('weekly', 'order', 'better', 0.33)],
        variants: [...variants.filter(({ id }) => id !== 'weekly'), weekly],
        grade: 'A',
      },
      formats,
    );
    expect(line?.interval).toBe('33% to 37%');
  });

  test('learningTally() colours no cost that is worse than one group and better than the other', () => {
    const push = arm('push', rate(0.34), rate(0.4));
    const comparisons = [
      against('weekly', 'order', 'better', 0.33),
      against('weekly', 'unsubscribe', 'worse'),
      against('push', 'order', 'better', 0.32),
    ];
    const lines = learningTally(
      { comparisons, variants: [...variants, push], grade: 'A' },
      formats,
    );
    expect(lines.map(({ tone }) => tone)).toEqual(['better', null]);
    expect(lines[1]).toMatchObject({ verdict: 'worse', rival: { name: 'push', value: '40%' } });
  });

  test('learningTally() calls groups that were not drawn by chance neither better nor worse', () => {
    const comparisons = [
      against('weekly', 'order', 'better'),
      against('weekly', 'unsubscribe', 'no-clear-difference'),
      against('weekly', 'complaint', 'worse'),
    ];
    const lines = learningTally({ comparisons, variants, grade: 'B' }, formats);
    expect(lines).toMatchObject([
      { metric: 'order', verdict: 'differs', tone: null, rival: null },
      { metric: 'complaint', verdict: 'differs', tone: null, rival: null },
    ]);
  });

  test('learningTally() tells a cost that is clear before one that may be chance', () => {
    const comparisons = [
      against('weekly', 'order', 'better'),
      against('weekly', 'unsubscribe', 'no-clear-difference'),
      against('weekly', 'complaint', 'worse'),
    ];
    const [, cost] = learningTally({ comparisons, variants, grade: 'A' }, formats);
    expect(cost).toMatchObject({ metric: 'complaint', verdict: 'worse' });
  });

  test('learningTally() says nothing where nothing was compared or a figure is not shown', () => {
    const alone = [against('weekly', 'order', 'not-compared')];
    expect(learningTally({ comparisons: alone, variants, grade: 'A' }, formats)).toEqual([]);
    const hidden = [arm('none', missing, rate(0)), arm('weekly', rate(0.35), rate(0.18))];
    const comparisons = [against('weekly', 'order', 'better')];
    expect(learningTally({ comparisons, variants: hidden, grade: 'A' }, formats)).toEqual([]);
    expect(learningTally({ comparisons: [], variants: [], grade: 'D' }, formats)).toEqual([]);
  });
});
