import { startingSentence } from '#core/language/first-letter.ts';
import type { TableColumn } from '#core/schemas/table-column.ts';
import type { Transform } from '#core/segmentation/transform-feature.ts';
import { WEEKDAYS } from './buyer-totals.ts';

/** A behaviour feature: how the engine computes it from `buyer_totals t` and the splits `category`, `brand`, `channel`. */
export interface FeatureDefinition {
  id: string;
  label: string;
  transform: Transform;
  /** DOUBLE, null where the customer has none; null for the share of one named category, brand or channel. */
  sql: string | null;
  share?: NamedShare;
  /** Read from the customer table; `position` null: it has no such column any more. */
  table?: { column: TableColumn; position: number | null };
  /** Why it only describes customers and does not group them; without it, it groups. */
  describes?: string;
}

export type Split = 'category' | 'brand' | 'channel';

/** One part of a split. The name is a text from the exports: bound to statements, never pasted. */
export interface NamedShare {
  split: Split;
  name: string;
}

const ratio = (numerator: string, denominator: string): string =>
  `CAST(${numerator} AS DOUBLE) / nullif(CAST(${denominator} AS DOUBLE), 0)`;

/** 365 active days are a whole year, and one order in them is one a year; where the exports hold less, they are a part of it. */
const YEARS = `greatest(CAST(t.active_days AS DOUBLE) / 365.25, least(CAST(t.active_days AS DOUBLE) / 365, 1))`;

/**
 * Where somebody stands in their life as a customer, not how they buy: grouped by it, the same habit would make one
 * Portrait of newcomers and one of those who left.
 */
const LIFE_CYCLE =
  'Says when somebody came or last bought, not how they buy; shown as a fact, not used to group';
/** On a scale of logarithms it is their sum: it would count the same twice, and no correlations could be inverted. */
const follows = (from: string): string =>
  `Follows from ${from}, which are used to group; shown as a fact`;
/** Grouped by five days of the week, customers of a few orders fall apart by chance. */
const FEW_ORDERS =
  'Most customers have too few orders for a day of the week to be a habit; the weekend is used to group';

/** Features that every shop's orders can give; docs/features.md defines them for readers. */
export const ORDER_FEATURES: readonly FeatureDefinition[] = [
  describing(
    LIFE_CYCLE,
    feature('recencyDays', 'Days since the last order', 'log1p', 'CAST(t.recency_days AS DOUBLE)'),
  ),
  feature('ordersPerYear', 'Orders a year', 'log', `CAST(t.orders AS DOUBLE) / ${YEARS}`),
  feature('orderValue', 'Order value', 'log', ratio('t.paid', 't.orders')),
  describing(
    follows('orders a year and order value'),
    feature('yearlySpend', 'Yearly spend', 'log', `CAST(t.paid AS DOUBLE) / ${YEARS}`),
  ),
  describing(
    follows('order value and price of an item'),
    feature('itemsPerOrder', 'Items per order', 'log', ratio('t.items', 't.itemised_orders')),
  ),
  feature('unitPrice', 'Price of an item', 'log', ratio('t.itemised_paid', 't.items')),
  describing(
    LIFE_CYCLE,
    feature('tenureDays', 'Days since the first order', 'log1p', 'CAST(t.tenure_days AS DOUBLE)'),
  ),
  feature(
    'daysBetweenOrders',
    'Days between orders',
    'log',
    ratio('t.gap_sum', 't.purchase_days - 1'),
  ),
  feature(
    'rhythmSpread',
    'Unevenness of the rhythm',
    'identity',
    `CASE WHEN t.purchase_days >= 4 THEN sqrt(CAST((t.purchase_days - 1) * t.gap_squares - t.gap_sum * t.gap_sum AS DOUBLE)) / CAST(t.gap_sum AS DOUBLE) END`,
  ),
  feature(
    'secondPurchaseDays',
    'Days from the first to the second purchase',
    'log',
    'CAST(t.second_gap AS DOUBLE)',
  ),
  feature(
    'discountShare',
    'Share of orders with a discount',
    'identity',
    ratio('t.discounted_orders', 't.orders'),
  ),
  feature(
    'discountDepth',
    'Discount as a share of the price',
    'identity',
    ratio('t.discount', 't.paid + t.discount'),
  ),
  feature('giftShare', 'Share of gift orders', 'identity', ratio('t.gift_orders', 't.orders')),
  feature(
    'returnShare',
    'Share of items sent back',
    'identity',
    ratio('t.returned_items', 't.returnable_items'),
  ),
  feature(
    'exchangedItemShare',
    'Share of items exchanged',
    'identity',
    ratio('t.exchanged_items', 't.returnable_items'),
  ),
  ...(['spring', 'summer', 'autumn'] as const).map((season) =>
    feature(
      `${season}Share`,
      `Share of orders in ${season}`,
      'identity',
      ratio(`t.${season}_orders`, 't.orders'),
    ),
  ),
  feature(
    'holidayShare',
    'Share of orders in November and December',
    'identity',
    ratio('t.holiday_orders', 't.orders'),
  ),
  feature(
    'weekendShare',
    'Share of orders at the weekend',
    'identity',
    ratio('t.weekend_orders', 't.orders'),
  ),
  ...WEEKDAYS.map((day) =>
    describing(
      FEW_ORDERS,
      feature(
        `${day}Share`,
        `Share of orders on a ${startingSentence(day)}`,
        'identity',
        ratio(`t.${day}_orders`, 't.orders'),
      ),
    ),
  ),
  feature(
    'categoryHerfindahl',
    'Concentration on few categories',
    'identity',
    'category.herfindahl',
  ),
  feature('brandHerfindahl', 'Concentration on few brands', 'identity', 'brand.herfindahl'),
];

const SHARE_LABELS: Record<Split, (name: string) => string> = {
  category: (name) => `Share of ${name}`,
  brand: (name) => `Share of ${name}`,
  channel: (name) => `Share of orders by ${name}`,
};

/**
 * Share of one category, brand or channel; the id holds its name (`categoryShare:Jeans`), so that a stored model
 * says by itself what it needs.
 */
export function shareFeature(share: NamedShare): FeatureDefinition {
  const { split, name } = share;
  const label = SHARE_LABELS[split](name);
  return { id: `${split}Share:${name}`, label, transform: 'identity', sql: null, share };
}

/** The split and name of a share feature's id; null for any other feature. */
export function parseShareFeature(id: string): NamedShare | null {
  const match = /^(category|brand|channel)Share:(.+)$/su.exec(id);
  return match?.[1] && match[2] ? { split: match[1] as Split, name: match[2] } : null;
}

function feature(id: string, label: string, transform: Transform, sql: string): FeatureDefinition {
  return { id, label, transform, sql };
}

function describing(describes: string, definition: FeatureDefinition): FeatureDefinition {
  return { ...definition, describes };
}
