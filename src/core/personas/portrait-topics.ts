import type { Fact } from '#core/schemas/fact.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import { MOVEMENT_FACTS } from './movement-facts.ts';
import { saidSentences } from './said-sentences.ts';
import { BASKET } from './sentences/basket.ts';
import { CALENDAR } from './sentences/calendar.ts';
import { BEGINNINGS, CHANNELS } from './sentences/channels.ts';
import { DISCOUNTS } from './sentences/discounts.ts';
import { ORDER_VALUE } from './sentences/order-value.ts';
import { RHYTHM } from './sentences/rhythm.ts';
import { SECOND_PURCHASE } from './sentences/second-purchase.ts';
import { SENT_BACK } from './sentences/returns.ts';
import { isPicture } from './split-picture.ts';
import { isColumnFact } from './table-facts.ts';
import { sameFigures } from './same-figures.ts';
import { factsPrinted, type StorySentence } from './story-sentence.ts';
import { STORY_SECTIONS } from './story-sections.ts';
import type { StorySlot } from './story-slot.ts';

/** Called by the language file: `topics`. */
export type TopicId =
  'buys' | 'when' | 'returns' | 'beginning' | 'value' | 'second' | 'columns' | 'more';

/** What belongs together on a Portrait's page. */
export interface PortraitTopic {
  id: TopicId;
  /** What may be said of it. */
  slots: readonly StorySlot[];
  facts: readonly string[];
  charts: readonly string[];
}

/** In the order of the page. Quotients with the average stand beside their facts and not in lists. */
export const PORTRAIT_TOPICS: readonly PortraitTopic[] = [
  {
    id: 'buys',
    slots: BASKET,
    facts: [
      'topCategory',
      'topCategoryShare',
      'distinctCategory',
      'distinctCategoryShare',
      'categoriesBought',
      'topBrand',
      'topBrandShare',
      'distinctBrand',
      'distinctBrandShare',
      'itemsPerOrder',
      'unitPrice',
      'giftShare',
    ],
    charts: ['categories', 'brands'],
  },
  {
    id: 'when',
    // What sets people apart comes before the limit of sentences.
    slots: [...CHANNELS, ...RHYTHM, ...CALENDAR],
    facts: [
      'ordersPerYear',
      'daysBetweenOrders',
      'recencyDays',
      'springShare',
      'summerShare',
      'autumnShare',
      'holidayShare',
      'topMonth',
      'topMonthShare',
      'topWeekday',
      'topWeekdayShare',
      'weekendShare',
      'mainChannel',
      'mainChannelShare',
      'distinctChannel',
      'distinctChannelShare',
    ],
    charts: ['months', 'channels', 'weekdays'],
  },
  {
    id: 'returns',
    slots: SENT_BACK,
    facts: [
      'returnRate',
      'topReturnReason',
      'topReturnReasonShare',
      'distinctReturnReason',
      'distinctReturnReasonShare',
      'exchangeShare',
      'boughtAgainAfterReturn',
    ],
    charts: ['returnReasons'],
  },
  {
    id: 'beginning',
    slots: BEGINNINGS,
    facts: [
      'firstChannel',
      'firstChannelShare',
      'distinctFirstChannel',
      'distinctFirstChannelShare',
      'firstDiscountShare',
      'firstCode',
      'firstCodeShare',
      'firstGiftShare',
      'repeatShare',
      'repeatDiscountShare',
    ],
    charts: ['firstChannels', 'firstCodes'],
  },
  {
    id: 'value',
    slots: [...ORDER_VALUE, ...DISCOUNTS],
    facts: [
      'averageOrderValue',
      'yearlySpend',
      'customers',
      'shareOfCustomers',
      'shareOfRevenue',
      'discountShare',
      'discountRate',
    ],
    charts: [],
  },
  {
    id: 'second',
    slots: SECOND_PURCHASE,
    facts: ['secondPurchaseShare', 'secondPurchaseYearShare', 'daysToSecondPurchase'],
    charts: [],
  },
];

/** More sentences are a report. */
const MOST_SENTENCES = 4;

/** Sentences, figures and charts of one topic that a Portrait has. */
export interface FilledTopic {
  id: TopicId;
  /** What the figures bear out and the story does not tell already. */
  sentences: StorySentence[];
  facts: Fact[];
  charts: string[];
}

/**
 * Topics of a Portrait – its figures in the order in which people ask for them. Definition: each fact and breakdown
 * under its topic, with up to four sentences that tell what the story does not, in words that it has not; what belongs to none (another tool's
 * traits) under a last one, columns of a customer table before it; topics without any are left out. Facts that could not be computed are not among them, nor
 * those of moves between Portraits, which stand under what changed. Source: the order of the page. Nothing known: none.
 *
 * @param story the text of the Portrait, as MDX
 * @example portraitTopics([], []) // => []
 */
export function portraitTopics(
  facts: readonly Fact[],
  breakdowns: readonly Breakdown[],
  story = '',
): FilledTopic[] {
  const told = new Set([...factsPrinted({ text: story }), ...toldInWords(story)]);
  const same = sameFigures(facts);
  const shown = facts.filter(
    ({ id, status }) => status !== 'unavailable' && !isQuotient(id, facts) && !same.has(id),
  );
  const drawn = breakdowns.filter(isPicture);
  const placed = new Set<string>([
    ...PORTRAIT_TOPICS.flatMap((topic) => topic.facts),
    ...MOVEMENT_FACTS,
  ]);
  const pictured = new Set(PORTRAIT_TOPICS.flatMap((topic) => topic.charts));
  const others = shown.map(({ id }) => id).filter((id) => !placed.has(id));
  const columns: PortraitTopic = {
    id: 'columns',
    slots: [],
    facts: others.filter(isColumnFact),
    charts: [],
  };
  const rest: PortraitTopic = {
    id: 'more',
    slots: [],
    facts: others.filter((id) => !isColumnFact(id)),
    charts: drawn.map(({ id }) => id).filter((id) => !pictured.has(id)),
  };
  return [...PORTRAIT_TOPICS, columns, rest]
    .map(({ id, slots, ...holds }) => ({
      id,
      sentences: saidSentences(slots, facts, told)
        .filter(({ text }) => !repeatsWords(text, story))
        .slice(0, MOST_SENTENCES),
      facts: holds.facts.flatMap((fact) => shown.find((one) => one.id === fact) ?? []),
      charts: holds.charts.filter((chart) => drawn.some((one) => one.id === chart)),
    }))
    .filter((topic) => topic.facts.some(({ id }) => !SIZES.has(id)) || topic.charts.length > 0);
}

/**
 * Facts that the exports do not tell, for the end of the page. Definition: unavailable ones but those of parts that set
 * a Portrait apart, of comparisons with the average of what is not known or nothing, and the share of what is itself one
 * of them. None: empty.
 *
 * @example unknownFacts([]) // => []
 */
export function unknownFacts(facts: readonly Fact[]): Fact[] {
  const unavailable = facts.filter(
    ({ id, status }) =>
      status === 'unavailable' && !id.startsWith('distinct') && !isQuotientOfNothing(id, facts),
  );
  const parts = unavailable.map(({ id }) => `${id}Share`);
  return unavailable.filter(({ id }) => !parts.includes(id));
}

/** Figures that the sentences of a story tell without printing them. */
function toldInWords(story: string): string[] {
  return STORY_SECTIONS.flatMap(({ slots }) => slots.flat())
    .filter(({ text, tells }) => tells !== undefined && story.includes(text))
    .flatMap(({ tells = [] }) => tells);
}

/** How many they are heads the page: alone it makes no topic. */
const SIZES: ReadonlySet<string> = new Set(['customers', 'shareOfCustomers']);

/** So many words in a row are a phrase that a reader knows again. */
const PHRASE_WORDS = 4;

/** Whether the story has the words with which a sentence begins: of another figure, they would seem to contradict it. */
function repeatsWords(text: string, story: string): boolean {
  const [beginning = ''] = text.split(/[:;,.]|<Fact/);
  const words = beginning.trim().toLowerCase();
  return words.split(' ').length >= PHRASE_WORDS && story.toLowerCase().includes(words);
}

/** A comparison that is withheld though its figure is told has a reason of its own. */
function isQuotientOfNothing(id: string, facts: readonly Fact[]): boolean {
  const figure = facts.find((fact) => `${fact.id}Times` === id);
  return figure !== undefined && (figure.status !== 'ok' || figure.value === 0);
}

/** "ordersPerYearTimes" beside "ordersPerYear". */
function isQuotient(id: string, facts: readonly Fact[]): boolean {
  return id.endsWith('Times') && facts.some((fact) => fact.id === id.replace(/Times$/, ''));
}
