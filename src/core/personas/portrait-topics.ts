import type { Fact } from '#core/schemas/fact.ts';
import type { Breakdown } from '#core/schemas/persona.ts';

/** What belongs together on a Portrait's page. */
export interface PortraitTopic {
  id: string;
  title: string;
  facts: readonly string[];
  charts: readonly string[];
}

/** In the order of the page. Quotients with the average stand beside their facts and not in lists. */
export const PORTRAIT_TOPICS: readonly PortraitTopic[] = [
  {
    id: 'buys',
    title: 'What they buy',
    facts: [
      'topCategory',
      'topCategoryShare',
      'categoriesBought',
      'topBrand',
      'topBrandShare',
      'itemsPerOrder',
      'unitPrice',
      'giftShare',
    ],
    charts: ['categories', 'brands'],
  },
  {
    id: 'when',
    title: 'When and where',
    facts: [
      'ordersPerYear',
      'daysBetweenOrders',
      'recencyDays',
      'springShare',
      'summerShare',
      'autumnShare',
      'holidayShare',
      'topWeekday',
      'topWeekdayShare',
      'weekendShare',
      'mainChannel',
      'mainChannelShare',
    ],
    charts: ['months', 'channels', 'weekdays'],
  },
  {
    id: 'returns',
    title: 'What they send back, and why',
    facts: [
      'returnRate',
      'topReturnReason',
      'topReturnReasonShare',
      'exchangeShare',
      'boughtAgainAfterReturn',
    ],
    charts: ['returnReasons'],
  },
  {
    id: 'beginning',
    title: 'How they came, and what brings them back',
    facts: [
      'firstChannel',
      'firstChannelShare',
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
    title: 'What they are worth, and what a discount means to them',
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
    title: 'Their second purchase',
    facts: ['secondPurchaseShare', 'secondPurchaseYearShare', 'daysToSecondPurchase'],
    charts: [],
  },
];

/** Figures and charts of one topic that a Portrait has. */
export interface FilledTopic {
  id: string;
  title: string;
  facts: Fact[];
  charts: string[];
}

/**
 * Topics of a Portrait – its figures in the order in which people ask for them. Definition: each fact and breakdown
 * under its topic; what belongs to none (another tool's traits) under a last one; topics without any are left out.
 * Facts that could not be computed are not among them. Source: the order of the page. Nothing known: none.
 *
 * @example portraitTopics([], []) // => []
 */
export function portraitTopics(
  facts: readonly Fact[],
  breakdowns: readonly Breakdown[],
): FilledTopic[] {
  const shown = facts.filter(
    ({ id, status }) => status !== 'unavailable' && !isQuotient(id, facts),
  );
  const drawn = breakdowns.filter(({ rows }) => rows.some(({ share }) => share !== null));
  const placed = new Set(PORTRAIT_TOPICS.flatMap((topic) => topic.facts));
  const pictured = new Set(PORTRAIT_TOPICS.flatMap((topic) => topic.charts));
  const rest: PortraitTopic = {
    id: 'more',
    title: 'What else is known',
    facts: shown.map(({ id }) => id).filter((id) => !placed.has(id)),
    charts: drawn.map(({ id }) => id).filter((id) => !pictured.has(id)),
  };
  return [...PORTRAIT_TOPICS, rest]
    .map(({ id, title, ...holds }) => ({
      id,
      title,
      facts: holds.facts.flatMap((fact) => shown.find((one) => one.id === fact) ?? []),
      charts: holds.charts.filter((chart) => drawn.some((one) => one.id === chart)),
    }))
    .filter((topic) => topic.facts.length + topic.charts.length > 0);
}

/** "ordersPerYearTimes" beside "ordersPerYear". */
function isQuotient(id: string, facts: readonly Fact[]): boolean {
  return id.endsWith('Times') && facts.some((fact) => fact.id === id.replace(/Times$/, ''));
}
