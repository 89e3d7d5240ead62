import type { Fact } from '#core/schemas/fact.ts';
import { couldBeChance } from '#core/statistics/could-be-chance.ts';
import { differenceInterval, type Estimate } from '#core/statistics/difference-interval.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import { MOVEMENT_FACTS } from './movement-facts.ts';

/** A fact that both have, and how far apart they are in it. */
export interface ComparedFact {
  id: string;
  facts: readonly [Fact, Fact];
  /** Second ÷ first, and of a share that is nothing what its interval allows; null for words and where both are nothing. */
  times: number | null;
  /** Whether the difference is larger than chance would explain; null where nothing can be said about that. */
  differs: boolean | null;
}

/**
 * Sizes of the groups, and how many came and went: the larger group has more of everything, whatever kind of people; and
 * the estimate of who comes back in a year, which would stand beside who has come back so far.
 */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'customers',
  'shareOfCustomers',
  'shareOfRevenue',
  'secondPurchaseYearShare',
  ...MOVEMENT_FACTS,
]);

/**
 * Facts of two Portraits next to each other, what differs most on top. Definition: numeric facts that both have, by
 * how many times the larger the one is of the other; those whose difference chance explains follow, then words. The
 * difference is beyond chance when 0 lies outside of the 95 % interval of the difference of logarithms, whose variance
 * is that of both intervals; of shares when it lies outside of the interval of the difference (`couldBeChance`), as for
 * the parts of a split. Source: delta method, as for ratios of independent means; Newcombe (1998). None in common: empty.
 *
 * @example compareFacts([], []) // => []
 */
export function compareFacts(first: readonly Fact[], second: readonly Fact[]): ComparedFact[] {
  const compared = first.flatMap((own): ComparedFact[] => {
    const other = second.find(({ id }) => id === own.id);
    if (!other || own.status !== 'ok' || other.status !== 'ok') return [];
    // Quotients with the average repeat their figures.
    if (NOT_COMPARED.has(own.id) || own.id.endsWith('Times')) return [];
    // Each has a part of its own that sets it apart: two shares of two things.
    if (own.id.startsWith('distinct')) return [];
    const compared = { times: timesOf(own, other), differs: differ(own, other) };
    return [{ id: own.id, facts: [own, other], ...(withNothing(own, other) ?? compared) }];
  });
  return compared.sort((a, b) => rank(b) - rank(a) || strength(b) - strength(a));
}

/**
 * A share of which one of two Portraits has nothing, which no quotient tells: the other one is at least so many times what
 * the interval of nothing reaches to, and the difference is beyond chance where its own interval leaves out 0.
 */
function withNothing(first: Fact, second: Fact): Pick<ComparedFact, 'times' | 'differs'> | null {
  const [one, other] = [estimateOf(first), estimateOf(second)];
  if (!one || !other || (one.value === 0) === (other.value === 0)) return null;
  const { low, high } = differenceInterval(one, other);
  const atMost = ({ value, high: limit }: Estimate): number => (value === 0 ? limit : value);
  return { times: atMost(other) / atMost(one), differs: low > 0 || high < 0 };
}

function estimateOf(fact: Fact): Estimate | null {
  if (fact.status !== 'ok' || fact.unit !== 'ratio' || typeof fact.value !== 'number') return null;
  return fact.interval && fact.interval.high > 0 ? { value: fact.value, ...fact.interval } : null;
}

function rank({ times, differs }: ComparedFact): number {
  if (times === null) return 0;
  return differs === false ? 1 : 2;
}

function strength({ times }: ComparedFact): number {
  return times === null ? 0 : Math.max(times, 1 / times);
}

/**
 * Times of – the second figure as so many times the first.
 * Empty case: null for words and where either is nothing.
 * @example timesOf({ id: 'aov', label: 'Order value', unit: 'money', n: 40, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'mean', status: 'ok', value: 50 }, { id: 'aov', label: 'Order value', unit: 'money', n: 40, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'mean', status: 'ok', value: 60 }) // => 1.2
 */
export function timesOf(first: Fact, second: Fact): number | null {
  return typeof first.value === 'number' &&
    typeof second.value === 'number' &&
    first.value > 0 &&
    second.value > 0
    ? second.value / first.value
    : null;
}

/**
 * Differ – whether two figures lie further apart than chance explains.
 * Definition and source: those of `compareFacts`.
 * Empty case: null where one of the two has no interval, or is nothing.
 * @example differ({ id: 'aov', label: 'Order value', unit: 'money', n: 40, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'mean', status: 'ok', value: 50, interval: { low: 45, high: 55, level: 0.95, method: 'normal' } }, { id: 'aov', label: 'Order value', unit: 'money', n: 40, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'mean', status: 'ok', value: 80, interval: { low: 75, high: 85, level: 0.95, method: 'normal' } }) // => true
 */
export function differ(first: Fact, second: Fact): boolean | null {
  const [share, otherShare] = [estimateOf(first), estimateOf(second)];
  if (share && otherShare && share.value > 0 && otherShare.value > 0) {
    return !couldBeChance(share, otherShare);
  }
  const times = timesOf(first, second);
  const [one, other] = [logError(first), logError(second)];
  if (times === null || one === null || other === null) return null;
  return Math.abs(Math.log(times)) > normalQuantile(0.975) * Math.hypot(one, other);
}

/**
 * Log error – the standard error of a figure's logarithm.
 * Definition: from the width of the interval, by the delta method.
 * Empty case: null without an interval, and for what is not above zero.
 * @example logError({ id: 'aov', label: 'Order value', unit: 'money', n: 40, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'mean', status: 'ok', value: 50, interval: { low: 40, high: 60, level: 0.95, method: 'normal' } }) // => 0.102
 */
export function logError(fact: Fact): number | null {
  if (fact.status !== 'ok' || !fact.interval || typeof fact.value !== 'number') return null;
  const { low, high, level } = fact.interval;
  if (fact.value <= 0) return null;
  return (high - low) / (2 * normalQuantile((1 + level) / 2) * fact.value);
}
