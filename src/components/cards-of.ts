import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Card, CardPortal } from '#core/cards/card.ts';
import { insightCard } from '#core/cards/insight-card.ts';
import { kpiCard } from '#core/cards/kpi-card.ts';
import { pageCard } from '#core/cards/page-card.ts';
import { personaCard } from '#core/cards/persona-card.ts';
import { formatDay } from '#core/format/format-day.ts';
import { headline } from '#core/insights/verdict-sentence.ts';
import { hangsOnFew } from '#core/kpis/kpi-movement.ts';
import { figuresDay } from '#core/personas/figures-day.ts';
import { shownComparisons } from '#core/insights/shown-verdict.ts';
import type { InsightResult, ShownComparison } from '#core/schemas/insight.ts';
import type { InsightEntry } from '#data/insights.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { Portal } from '#data/portal.ts';
import { isHint } from './certainty-of.ts';
import { tellingFact } from './telling-fact.ts';

/** Where a card is found: /cards/<type>/<id>/og.png. */
export interface AddressedCard {
  type: 'persona' | 'insight' | 'kpi' | 'page';
  id: string;
  card: Card;
}

/**
 * The card of every page of the site.
 *
 * @param without learnings whose cards nobody needs
 */
export function cardsOf(portal: Portal, without: ReadonlySet<string> = new Set()): AddressedCard[] {
  const { config, personas, unlisted, insights, begun, kpis, formats } = portal;
  const words = wordsOf(formats);
  const { cards } = words;
  const signedOn = (day: string | null): CardPortal => ({
    company: config.company.name,
    asOf: day === null ? '' : filled(cards.asOf, { day: formatDay(day, formats) }),
  });
  const signature = signedOn(portal.asOf);
  const page = (id: string, title: string, sentence: string): AddressedCard => ({
    type: 'page',
    id,
    card: pageCard({ title, sentence }, formats, signature),
  });
  return [
    ...[...personas, ...unlisted].map((persona) => ({
      type: 'persona' as const,
      id: persona.id,
      card: cardOfPersona(persona, portal, signedOn(figuresDay(persona.figures))),
    })),
    ...[...insights, ...begun]
      .filter(({ id }) => !without.has(id))
      .map((insight) => ({
        type: 'insight' as const,
        id: insight.id,
        card: cardOfInsight(insight, portal, signature),
      })),
    ...kpis.map(({ id, title, meaning, current }) => ({
      type: 'kpi' as const,
      id,
      card: kpiCard(
        { title, meaning, current, hangsOnFew: hangsOnFew(current) },
        formats,
        signature,
      ),
    })),
    page('home', config.company.name, config.company.sentence ?? cards.home),
    page('personas', words.portraits.question, cards.portraits),
    page('map', words.map.question, cards.map),
    page('compare', cards.compareTitle, cards.compare),
    page('audiences', words.audiences.question, cards.audiences),
    page('go-to-market', words.market.question, cards.market),
    page('voices', words.voices.question, cards.voices),
    page('insights', words.learnings.question, cards.learnings),
    page('kpis', words.kpis.question, cards.kpis),
    page('method', words.method.question, cards.method),
    page('search', words.search.title, cards.search),
  ];
}

/** The comparison that the page opens with, and what it cost, as they may be shown. */
function told(result: InsightResult): Parameters<typeof insightCard>[1] {
  const { variant, metric } =
    headline(result.comparisons.filter(({ role }) => role === 'primary')) ?? {};
  const isTold = (one: ShownComparison): boolean =>
    one.variant === variant && (one.role === 'guardrail' || one.metric === metric);
  return { ...result, comparisons: shownComparisons(result).filter(isTold) };
}

function cardOfPersona(persona: PersonaEntry, portal: Portal, signature: CardPortal): Card {
  const { name, essence, id, story, tone, stripes } = persona;
  const fact = tellingFact(persona);
  const card: Card = {
    ...personaCard({ name, essence: essence ?? '' }, fact, portal.formats, signature),
    face: { id, drawn: story?.face ?? {}, tone, isStriped: stripes > 0 },
  };
  return isHint(portal.segmentation, persona)
    ? { ...card, kicker: wordsOf(portal.formats).portraits.hint }
    : card;
}

function cardOfInsight(insight: InsightEntry, portal: Portal, signature: CardPortal): Card {
  const { title, summary, story, result } = insight;
  if (!insight.date) {
    // An insight card carries its day; without one it is shown as a page.
    return pageCard(
      {
        title,
        kicker: wordsOf(portal.formats).learning.label,
        ...(summary ? { sentence: summary } : {}),
      },
      portal.formats,
      signature,
    );
  }
  return insightCard(
    {
      title,
      date: insight.date,
      kind: story?.kind ?? 'campaign',
      ...(summary ? { summary } : {}),
    },
    result && told(result),
    portal.formats,
    signature,
  );
}
