import type { Fact } from '#core/schemas/fact.ts';
import { saidSentences } from './said-sentences.ts';
import { BASKET } from './sentences/basket.ts';
import { CALENDAR } from './sentences/calendar.ts';
import { BEGINNINGS, CHANNELS } from './sentences/channels.ts';
import { DISCOUNTS } from './sentences/discounts.ts';
import { RHYTHM } from './sentences/rhythm.ts';
import { SECOND_PURCHASE } from './sentences/second-purchase.ts';
import { sameFigures } from './same-figures.ts';
import type { StorySentence } from './story-sentence.ts';
import type { StorySlot } from './story-slot.ts';

/** Called by the language file: `market`. */
export type MarketQuestionId = 'where' | 'when' | 'what' | 'beginning' | 'return' | 'offers';

/** One question of whoever goes to market, what may be said to it, and the figures that answer without a sentence. */
interface MarketQuestion {
  id: MarketQuestionId;
  slots: readonly StorySlot[];
  facts: readonly string[];
  /** A figure that stands in for sentences: beside them it would tell much the same in another number. */
  instead?: string;
}

/** In the order of the page. */
const MARKET_QUESTIONS: readonly MarketQuestion[] = [
  { id: 'where', slots: CHANNELS, facts: ['mainChannel', 'mainChannelShare'] },
  {
    id: 'when',
    slots: [...RHYTHM.slice(0, 1), ...CALENDAR],
    facts: ['daysBetweenOrders', 'holidayShare', 'topWeekday'],
  },
  { id: 'what', slots: BASKET.slice(2), facts: ['topCategory', 'topCategoryShare', 'topBrand'] },
  {
    id: 'beginning',
    slots: BEGINNINGS.slice(0, 4),
    facts: ['firstChannel', 'firstDiscountShare', 'firstCode'],
  },
  {
    id: 'return',
    slots: [...SECOND_PURCHASE, ...BEGINNINGS.slice(4)],
    facts: ['daysToSecondPurchase', 'boughtAgainAfterReturn'],
    instead: 'repeatShare',
  },
  { id: 'offers', slots: DISCOUNTS, facts: ['discountShare', 'repeatDiscountShare'] },
];

/** Two sentences answer; more are a report. */
const MOST_SENTENCES = 2;
/** Sentences and figures of one answer together. */
const MOST = 3;

/** What is known of one Portrait to one question. */
export interface MarketAnswer {
  id: MarketQuestionId;
  sentences: StorySentence[];
  /** Figures that no sentence has told; suppressed ones say so. */
  facts: Fact[];
}

/**
 * How to go to market for one Portrait – where, when and with what, and whether it takes a discount. Definition: to each
 * question up to two sentences that the figures bear out, and figures that those have not told, three together; a figure
 * is told once, under whatever name. Source: the sentences of the Portrait's page. Nothing known: every question with
 * neither.
 *
 * @example marketAnswers([]).map(({ facts }) => facts.length) // => [0, 0, 0, 0, 0, 0]
 */
export function marketAnswers(facts: readonly Fact[]): MarketAnswer[] {
  const told = new Set<string>();
  const same = sameFigures(facts);
  return MARKET_QUESTIONS.map(({ id, slots, facts: asked, instead }) => {
    const sentences: StorySentence[] = [];
    for (const slot of slots) {
      if (sentences.length < MOST_SENTENCES) sentences.push(...saidSentences([slot], facts, told));
    }
    const wanted = sentences.length === 0 && instead !== undefined ? [instead, ...asked] : asked;
    const left = wanted
      .filter((name) => !told.has(same.get(name) ?? name))
      .flatMap((name) => facts.find((one) => one.id === name) ?? [])
      .filter(({ status }) => status !== 'unavailable')
      .slice(0, MOST - sentences.length);
    for (const one of left) told.add(one.id);
    return { id, sentences, facts: left };
  });
}
