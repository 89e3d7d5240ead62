import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { formatChange } from '#core/format/format-change.ts';
import { formatDay } from '#core/format/format-day.ts';
import type { Formats } from '#core/format/formats.ts';
import type { InsightResult, InsightStory, ShownComparison } from '#core/schemas/insight.ts';
import type { Card, CardPortal } from './card.ts';

/** What a card tells of a result: its comparisons as they may be shown. */
interface ShownResult extends Pick<InsightResult, 'verdictSentence'> {
  comparisons: readonly ShownComparison[];
}

/**
 * Insight card – a learning as a claim, with its difference where one was measured and is clear.
 * Empty case: a learning without a result, or without one that is clear in its cause as well, has no figure.
 * @example insightCard({ title: 'Baskets saved', summary: 'They come back.', kind: 'campaign', date: '2026-05-01' }, null, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, { company: 'Tarn', asOf: '1 May 2026' }).lines // => ['They come back.']
 */
export function insightCard(
  story: Pick<InsightStory, 'title' | 'summary' | 'kind' | 'date'>,
  result: ShownResult | null,
  formats: Formats,
  portal: CardPortal,
): Card {
  const summary = story.summary ?? result?.verdictSentence;
  return {
    kind: 'insight',
    kicker: wordsOf(formats).cardKinds[story.kind],
    title: story.title,
    lines: summary === undefined ? [] : [summary],
    badge: result ? clearDifference(result, formats) : null,
    footer: { left: portal.company, right: formatDay(story.date, formats) },
  };
}

/** Shown large, a difference that may be chance would be read as one that is not. */
function clearDifference({ comparisons }: ShownResult, formats: Formats): Card['badge'] {
  const { amounts, cardBadges } = wordsOf(formats);
  for (const { role, verdict, difference, metric, variant } of comparisons) {
    if (role !== 'primary' || difference.status !== 'ok') continue;
    if (verdict !== 'better' && verdict !== 'worse') continue;
    const hasCost = comparisons.some(
      (one) => one.role === 'guardrail' && one.variant === variant && one.verdict === 'worse',
    );
    const [value = '', ...unit] = formatChange(difference.value, 'ratio', formats).split(' ');
    return {
      value,
      label: filled(hasCost ? cardBadges.cost : cardBadges[verdict], {
        unit: unit.join(' '),
        metric: amounts[metric],
      }),
    };
  }
  return null;
}
