import type { Transform } from '#core/segmentation/transform-feature.ts';

/** A behaviour feature: how the engine computes it from `buyer_totals t` and the splits `category`, `brand`, `channel`. */
export interface FeatureDefinition {
  id: string;
  label: string;
  transform: Transform;
  /** DOUBLE, null where the customer has none; null for the share of one named category, brand or channel. */
  sql: string | null;
  share?: NamedShare;
}

export type Split = 'category' | 'brand' | 'channel';

/** One part of a split. The name is a text from the exports: bound to statements, never pasted. */
export interface NamedShare {
  split: Split;
  name: string;
}

const ratio = (numerator: string, denominator: string): string =>
  `CAST(${numerator} AS DOUBLE) / nullif(CAST(${denominator} AS DOUBLE), 0)`;

const YEARS = `(CAST(t.active_days AS DOUBLE) / 365.25)`;

/**
 * Where somebody stands in their life as a customer, not how they buy: grouped by it, the same habit would make one
 * Portrait of newcomers and one of those who left. They are described as facts and in docs/features.md only.
 */
export const LIFE_CYCLE_REASON =
  'Says when somebody came or last bought, not how they buy; shown as a fact, not used to group';
export const LIFE_CYCLE_FEATURES: readonly string[] = ['recencyDays', 'tenureDays'];

/** Features that every shop's orders can give; docs/features.md defines them for readers. */
export const ORDER_FEATURES: readonly FeatureDefinition[] = [
  feature('recencyDays', 'Days since the last order', 'log1p', 'CAST(t.recency_days AS DOUBLE)'),
  feature('ordersPerYear', 'Orders a year', 'log', `CAST(t.orders AS DOUBLE) / ${YEARS}`),
  feature('orderValue', 'Order value', 'log', ratio('t.paid', 't.orders')),
  feature('yearlySpend', 'Yearly spend', 'log', `CAST(t.paid AS DOUBLE) / ${YEARS}`),
  feature('itemsPerOrder', 'Items per order', 'log', ratio('t.items', 't.itemised_orders')),
  feature('unitPrice', 'Price of an item', 'log', ratio('t.itemised_paid', 't.items')),
  feature('tenureDays', 'Days since the first order', 'log1p', 'CAST(t.tenure_days AS DOUBLE)'),
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
    'discountShare',
    'Share of orders with a discount',
    'identity',
    ratio('t.discounted_orders', 't.orders'),
  ),
  feature('giftShare', 'Share of gift orders', 'identity', ratio('t.gift_orders', 't.orders')),
  feature(
    'returnShare',
    'Share of items sent back',
    'identity',
    ratio('t.returned_items', 't.items'),
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
  feature('categoryConcentration', 'Share of the largest category', 'identity', 'category.largest'),
  feature('brandConcentration', 'Share of the largest brand', 'identity', 'brand.largest'),
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
