/** How many customers fell into which group by one half of their orders, and into which by the other half. */
export interface HalvesCount {
  first: string;
  second: string;
  customers: number;
}

/** Whether customers stay in their group from order to order. */
export interface OrderPersistence {
  /** Customers with orders in both halves. */
  customers: number;
  /** Share of them who fell into the same group by either half, and the share that chance alone gives. */
  agreement: number;
  chance: number;
  /** Cohen's kappa: 1 everybody stays, 0 no more than by chance. */
  kappa: number;
}

/** Fewer customers with enough orders than this tell nothing. */
const FEWEST_CUSTOMERS = 100;
/**
 * Below this customers do not stay. Agreement beyond chance is poor under 0.4 (Fleiss 1981); features count by how alike they
 * are in these same halves, which flatters kappa, so a little more is asked (a design of ours).
 */
const LOWEST_KAPPA = 0.5;

/**
 * Whether the groups are habits – would the same customers fall into the same group by other orders of theirs? What
 * single orders happen to hold makes groups, too, that lie close together and come out again in every sample.
 * Definition: the orders of each customer are dealt into two halves by chance, the model assigns by either half;
 * Cohen's kappa of the two. Source: Cohen (1960); split-half reliability after Spearman (1910). Null for fewer than
 * 100 customers with orders in both halves. When chance alone puts everybody into the same group, kappa is 0.
 *
 * @example orderPersistence([{ first: 'a', second: 'a', customers: 90 }, { first: 'b', second: 'b', customers: 90 }])?.kappa // => 1
 */
export function orderPersistence(counts: readonly HalvesCount[]): OrderPersistence | null {
  const customers = sum(counts);
  if (customers < FEWEST_CUSTOMERS) return null;
  const groups = new Set(counts.flatMap(({ first, second }) => [first, second]));
  const agreement = sum(counts.filter(({ first, second }) => first === second)) / customers;
  const chance = [...groups].reduce(
    (total, group) =>
      total +
      (sum(counts.filter(({ first }) => first === group)) / customers) *
        (sum(counts.filter(({ second }) => second === group)) / customers),
    0,
  );
  const kappa = chance < 1 ? (agreement - chance) / (1 - chance) : 0;
  return { customers, agreement, chance, kappa };
}

/**
 * What speaks against groups that customers do not stay in, in words; null when they stay or when it cannot be told.
 *
 * @example persistenceProblem(null) // => null
 */
export function persistenceProblem(persistence: OrderPersistence | null): string | null {
  if (persistence === null || persistence.kappa >= LOWEST_KAPPA) return null;
  const { agreement, chance } = persistence;
  return `the customers hardly stay in these groups: by one half of their orders and by the other, ${outOf100(agreement)} of 100 fall into the same group, and ${outOf100(chance)} would by chance. What looks like kinds of customers is what single orders happened to hold`;
}

function sum(counts: readonly HalvesCount[]): number {
  return counts.reduce((total, { customers }) => total + customers, 0);
}

function outOf100(share: number): number {
  return Math.round(100 * share);
}
