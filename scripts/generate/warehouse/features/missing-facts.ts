import type { PersonaFactId } from '#core/personas/fact-definitions.ts';
import type { Engine } from '../engine.ts';

/** Of a season that came once, nobody can say whether it is somebody's season or the time when they came. */
const SHORTEST_FOR_SEASONS_DAYS = 2 * 365;

const DISTINCT = {
  category: ['distinctCategory', 'distinctCategoryShare', 'distinctCategoryTimes'],
  brand: ['distinctBrand', 'distinctBrandShare', 'distinctBrandTimes'],
  channel: [
    'distinctChannel',
    'distinctChannelShare',
    'distinctChannelTimes',
    'distinctFirstChannel',
    'distinctFirstChannelShare',
    'distinctFirstChannelTimes',
  ],
  reason: ['distinctReturnReason', 'distinctReturnReasonShare', 'distinctReturnReasonTimes'],
} as const satisfies Record<string, readonly PersonaFactId[]>;

/** SQL: what came back of customers we know. A marketplace's returns are of nobody, and say nothing of what others keep. */
const THEIR_RETURNS = 'FROM order_returns WHERE order_id IN (SELECT order_id FROM purchase_orders)';

/**
 * Facts that the exports cannot give, with the export that would: a gift share of 0 must not be a guess. What is the
 * same for everybody, and seasons that were seen once, are no facts about anybody.
 */
export async function readMissingFacts(
  engine: Engine,
): Promise<Partial<Record<PersonaFactId, string>>> {
  const [row] = await engine.rows<Record<string, boolean>>(
    `SELECT EXISTS (FROM buyer_categories) AS categories, EXISTS (FROM buyer_brands) AS brands,
            EXISTS (FROM buyer_channels) AS channels,
            (SELECT count(DISTINCT name) FROM buyer_categories) <> 1 AS several_categories,
            (SELECT count(DISTINCT name) FROM buyer_brands) <> 1 AS several_brands,
            (SELECT count(DISTINCT name) FROM buyer_channels) <> 1 AS several_channels,
            (SELECT max(placed_on) - min(placed_on) FROM purchase_orders) >= $1 AS seasons,
            EXISTS (${THEIR_RETURNS}) AS returns,
            EXISTS (${THEIR_RETURNS} AND trim(reason) <> '') AS reasons,
            EXISTS (${THEIR_RETURNS} AND trim(outcome) <> '') AS outcomes,
            EXISTS (FROM orders WHERE trim(discount_code) <> '') AS codes,
            EXISTS (FROM purchase_orders WHERE items IS NOT NULL) AS items,
            EXISTS (FROM purchase_orders WHERE discounted) AS discounts,
            EXISTS (FROM purchase_orders WHERE gift) AS gifts`,
    [SHORTEST_FOR_SEASONS_DAYS],
  );
  const missing: Partial<Record<PersonaFactId, string>> = {};
  const lacks = (what: string, ids: PersonaFactId[], reason: string): void => {
    if (row?.[what] === true) return;
    for (const id of ids) missing[id] = reason;
  };
  lacks(
    'categories',
    [...DISTINCT.category, 'topCategory', 'topCategoryShare', 'categoriesBought'],
    'No product has a category; a products export or categoryPatterns in the config would give it',
  );
  lacks(
    'brands',
    [...DISTINCT.brand, 'topBrand', 'topBrandShare'],
    'No product has a brand; a products export or brandPatterns in the config would give it',
  );
  lacks(
    'channels',
    [...DISTINCT.channel, 'mainChannel', 'mainChannelShare', 'firstChannel', 'firstChannelShare'],
    'No order says through which channel it came',
  );
  lacks(
    'several_categories',
    [...DISTINCT.category, 'topCategory', 'topCategoryShare', 'categoriesBought'],
    'All products are of one category: it tells nobody apart',
  );
  lacks(
    'several_brands',
    [...DISTINCT.brand, 'topBrand', 'topBrandShare'],
    'All products are of one brand: it tells nobody apart',
  );
  lacks(
    'several_channels',
    [...DISTINCT.channel, 'mainChannel', 'mainChannelShare', 'firstChannel', 'firstChannelShare'],
    'All orders came through one channel: it tells nobody apart',
  );
  lacks(
    'seasons',
    [
      'springShare',
      'summerShare',
      'autumnShare',
      'holidayShare',
      'holidayShareTimes',
      'topMonth',
      'topMonthShare',
    ],
    'The exports hold less than two years of purchases: the month says when somebody came, not which season is theirs',
  );
  // Where two reasons meet, the later one says more.
  lacks(
    'reasons',
    [...DISTINCT.reason, 'topReturnReason', 'topReturnReasonShare'],
    'No return in the exports says why',
  );
  lacks('outcomes', ['exchangeShare'], 'No return in the exports says whether it was exchanged');
  lacks(
    'items',
    [
      'itemsPerOrder',
      'itemsPerOrderTimes',
      'unitPrice',
      'unitPriceTimes',
      'returnRate',
      'returnRateTimes',
      'exchangeShare',
    ],
    'No order names its things; an export of order lines would give them',
  );
  lacks(
    'returns',
    [
      'returnRate',
      'returnRateTimes',
      'exchangeShare',
      ...DISTINCT.reason,
      'topReturnReason',
      'topReturnReasonShare',
      'boughtAgainAfterReturn',
    ],
    'No returns of customers we know; a returns export of their orders would give them',
  );
  lacks('codes', ['firstCode', 'firstCodeShare'], 'No order in the exports names a discount code');
  lacks(
    'discounts',
    [
      'discountShare',
      'discountShareTimes',
      'discountRate',
      'firstDiscountShare',
      'repeatDiscountShare',
    ],
    'No order in the exports shows a discount',
  );
  lacks(
    'gifts',
    ['giftShare', 'giftShareTimes', 'firstGiftShare'],
    'No order is marked as a gift; giftPatterns in the config can mark them',
  );
  return missing;
}
