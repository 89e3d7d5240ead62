import type { Card, CardPortal } from '#core/cards/card.ts';
import { insightCard } from '#core/cards/insight-card.ts';
import { kpiCard } from '#core/cards/kpi-card.ts';
import { pageCard } from '#core/cards/page-card.ts';
import { personaCard } from '#core/cards/persona-card.ts';
import { comparisons, fact, formats } from '../charts/chart-examples.ts';

export const portal: CardPortal = { company: 'Tarn & Twill', asOf: 'As of 31 December 2025' };

/** One card of each kind. */
export const cards = {
  persona: (): Card =>
    personaCard(
      {
        name: 'The Brand Enthusiast',
        essence:
          'Buys about once a month, almost always jeans, and loves the quality for the price.',
      },
      { ...fact('jeansShare', 'ratio', 0.72), label: 'of what they spend goes into jeans' },
      formats,
      portal,
    ),
  insight: (): Card =>
    insightCard(
      {
        title: 'A saved basket serves better than a push to complete the purchase',
        summary:
          'Two recovery mails, one tone apart: the one that serves brought more orders, and a few more people left the list.',
        kind: 'campaign',
        date: '2025-11-03',
      },
      { comparisons, verdictSentence: 'B brought more orders than A' },
      formats,
      portal,
    ),
  kpi: (): Card =>
    kpiCard(
      {
        title: 'Net revenue retention',
        meaning:
          'Of every pound that customers brought a year ago, how much did the same people bring this year?',
        current: fact('current', 'ratio', 0.943),
        hangsOnFew: false,
      },
      formats,
      portal,
    ),
  page: (): Card =>
    pageCard(
      {
        title: 'Everybody sees the same customers',
        sentence: 'Who buys here, what we have learned from them, and the few figures that matter.',
      },
      formats,
      portal,
    ),
};
