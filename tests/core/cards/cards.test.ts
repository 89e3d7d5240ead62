import { describe, expect, test } from 'vitest';
import { insightCard } from '#core/cards/insight-card.ts';
import { kpiCard } from '#core/cards/kpi-card.ts';
import { personaCard } from '#core/cards/persona-card.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Comparison } from '#core/schemas/insight.ts';
import { comparisons, fact, formats } from '../charts/chart-examples.ts';
import { cards, portal } from './card-examples.ts';

const hidden: Fact = {
  ...fact('share', 'ratio', 0.5),
  status: 'suppressed',
  value: null,
  reason: 'Fewer than 10 people',
};

describe('personaCard()', () => {
  test('personaCard() shows the fact that sets the Portrait apart', () => {
    expect(cards.persona().badge).toEqual({
      value: '72%',
      label: 'of what they spend goes into jeans',
    });
  });

  test('personaCard() shows no suppressed figure', () => {
    expect(personaCard({ name: 'A', essence: 'B' }, hidden, formats, portal).badge).toBeNull();
  });
});

describe('insightCard()', () => {
  const story = { title: 'T', kind: 'campaign', date: '2025-11-03' } as const;

  test('insightCard() shows a clear difference', () => {
    expect(cards.insight().badge?.value).toBe('+0.8');
  });

  test('insightCard() says of a better arm that does harm that it has a cost', () => {
    const first = comparisons.filter(({ role }) => role === 'primary').slice(0, 1);
    const harm = first.map((one): Comparison => ({
      ...one,
      role: 'guardrail',
      metric: 'complaint',
      verdict: 'worse',
    }));
    const badgeOf = (list: Comparison[]) =>
      insightCard(story, { comparisons: list, verdictSentence: 'V' }, formats, portal).badge?.label;
    expect(badgeOf([...first, ...harm])).toBe('points in orders, at a cost');
    expect(badgeOf(first)).toBe('points in orders, better than the comparison group');
  });

  test('insightCard() shows no difference that may be chance', () => {
    const unclear = comparisons.map((one) => ({ ...one, verdict: 'no-clear-difference' as const }));
    const card = insightCard(
      story,
      { comparisons: unclear, verdictSentence: 'V' },
      formats,
      portal,
    );
    expect(card.badge).toBeNull();
    expect(card.lines).toEqual(['V']);
  });

  test('insightCard() makes no figure out of a guardrail', () => {
    const guardrails = comparisons.filter(({ role }) => role === 'guardrail');
    expect(
      insightCard(story, { comparisons: guardrails, verdictSentence: 'V' }, formats, portal).badge,
    ).toBeNull();
  });
});

describe('kpiCard()', () => {
  test('kpiCard() says why there is no figure', () => {
    const card = kpiCard(
      { title: 'T', meaning: 'M', current: hidden, hangsOnFew: false },
      formats,
      portal,
    );
    expect(card.badge).toBeNull();
    expect(card.lines).toEqual(['M', 'not shown']);
  });

  test('kpiCard() cautions where a few customers decide the figure', () => {
    const kpi = { title: 'T', meaning: 'M', current: fact('current', 'ratio', 0.12) };
    const cautionOf = (hangsOnFew: boolean) =>
      kpiCard({ ...kpi, hangsOnFew }, formats, portal).badge?.caution;
    expect(cautionOf(true)).toBe('Hangs on a few customers');
    expect(cautionOf(false)).toBeUndefined();
  });
});
