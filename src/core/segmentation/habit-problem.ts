/** A feature of the customers by one half of their orders and by the other. */
export interface HalvesLikeness {
  /** Customers with a value in both halves. */
  customers: number;
  /** Pearson's correlation of the two values; null where all have the same in one of them. */
  correlation: number | null;
}

/**
 * Reliability of a feature – how far the same customers come out alike by other orders of theirs. Definition: Pearson's
 * correlation of the feature by two halves of the orders, at least 0. That of all orders is higher (Spearman and Brown 1910); most
 * customers have few, so the lower one is taken. Null for fewer than 100 customers with orders in both halves.
 *
 * @example reliabilityOf({ customers: 3593, correlation: -0.02 }) // => 0
 */
export function reliabilityOf({ customers, correlation }: HalvesLikeness): number | null {
  if (customers < FEWEST_CUSTOMERS || correlation === null) return null;
  return Math.max(0, correlation);
}

/** Fewer customers with orders in both halves than this tell nothing. */
const FEWEST_CUSTOMERS = 100;
/** A correlation under this is less than a small one (Cohen 1988). */
const LEAST_CORRELATION = 0.1;

/**
 * Why a share is no habit – of few orders every share is far from the average, by chance: whoever ordered once, in April,
 * has all their orders in spring. Grouped by such shares, one-time buyers of one season make a Portrait. Definition: the
 * orders of each customer are dealt into two halves by chance; a habit shows in both, so that the shares correlate by at
 * least 0.1. Source: split-half reliability after Spearman (1910). Null for a habit, and for fewer than 100 customers.
 *
 * @example habitProblem({ customers: 3593, correlation: 0.83 }) // => null
 */
export function habitProblem({ customers, correlation }: HalvesLikeness): string | null {
  if (customers < FEWEST_CUSTOMERS || correlation === null) return null;
  if (correlation >= LEAST_CORRELATION) return null;
  return `No habit: by one half of somebody's orders and by the other it is hardly more alike than by chance (correlation ${correlation.toFixed(2).replace('-0.00', '0.00')}; ${LEAST_CORRELATION.toFixed(2)} is needed)`;
}
