import { shareInReason } from './share-in-reason.ts';

/** A feature with one raw value a customer, null where the customer has none. */
export interface FeatureColumn {
  id: string;
  values: readonly (number | null)[];
}

/** Below this share of customers with a value a feature says too little about too few. */
const FEWEST_PRESENT_SHARE = 0.2;
/** A feature in which more customers than this have the same value separates nobody. */
const MOST_EQUAL_SHARE = 0.98;

/**
 * Why a feature cannot be used – keeps constants and nearly empty columns out of the analysis. Definition: fewer than
 * 20 % of the customers have a value, or more than 98 % have the same one. Null when it can be used. Source: the
 * near-zero-variance rule of Kuhn and Johnson (2013), section 3.5, with limits for shops. Without customers every
 * feature is empty.
 *
 * @example featureProblem({ id: 'giftShare', values: [0, 0, 0] }) // => 'All customers have the same value'
 */
export function featureProblem(column: FeatureColumn): string | null {
  const counts = new Map<number, number>();
  let present = 0;
  for (const value of column.values) {
    if (value === null) continue;
    present += 1;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (present === 0) return 'No customer has a value';
  if (present < FEWEST_PRESENT_SHARE * column.values.length) {
    const share = shareInReason(present / column.values.length);
    return `Only ${share} of the customers have a value; at least ${shareInReason(FEWEST_PRESENT_SHARE)} are needed`;
  }
  if (counts.size === 1) return 'All customers have the same value';
  const mostEqual =
    [...counts.values()].reduce((most, count) => Math.max(most, count), 0) / present;
  if (mostEqual > MOST_EQUAL_SHARE) {
    return `${shareInReason(mostEqual)} of the customers have the same value; more than ${shareInReason(1 - MOST_EQUAL_SHARE)} must differ`;
  }
  return null;
}
