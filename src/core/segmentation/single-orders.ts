import type { Certificate, Segmentation } from '#core/schemas/segmentation.ts';
import { isTrusted } from './stability-verdict.ts';

/** Customers of one group, and how many there would be by chance, of those with a single order. */
export interface SingleOrderCount {
  group: string;
  customers: number;
  /** With a single order. */
  once: number;
  /** With a single order, in the same group, had all orders been dealt out by chance. */
  onceByChance: number;
}

/** A group belongs to those who ordered once from half of its customers on … */
const MOST = 0.5;
/** … and is what single orders happen to hold where chance alone would give half of them. */
const LARGEST_CHANCE = 0.5;
/** From here on so many of its one-time buyers are there by chance that a reader should know. */
const MANY_BY_CHANCE = 0.2;

/**
 * What chance alone makes of a group whose customers mostly ordered once – of one order every share is 0 or 1, so that
 * such customers lie in lumps whatever they are, and come out again in every sample; and there is no second half of
 * their orders to ask. Definition: all orders are dealt out to the customers by chance, to each as many as before, and
 * the model assigns anew; customers with one order in the group then ÷ customers with one order in it now. Source:
 * permutation of the orders under the hypothesis that it does not matter whose they are; decision 020. Null where
 * fewer than half of the customers ordered once.
 *
 * @example chanceOfSingleOrders({ group: 'a', customers: 100, once: 90, onceByChance: 18 }) // => 0.2
 */
export function chanceOfSingleOrders({
  customers,
  once,
  onceByChance,
}: SingleOrderCount): number | null {
  if (once === 0 || once < MOST * customers) return null;
  return Math.round((100 * onceByChance) / once) / 100;
}

/**
 * How many of a group's one-time buyers are there by chance – so that a group in which two kinds of people lie is not taken
 * for one. Definition: false discovery rate, customers with one order whom chance puts there ÷ those who are there, times
 * the share of all of them whose order is anybody's: customers with one order in other groups ÷ those whom chance leaves
 * there, at most 1. Source: Storey, J. R. Stat. Soc. B 64 (2002), 479–498; the counts by permutation as Tusher, Tibshirani
 * & Chu, PNAS 98 (2001), 5116–5121. Null as `chanceOfSingleOrders`.
 *
 * @param all the counts of every group, this one's among them
 * @example shareByChance({ group: 'a', customers: 100, once: 90, onceByChance: 45 }, [{ group: 'a', customers: 100, once: 90, onceByChance: 45 }, { group: 'b', customers: 300, once: 30, onceByChance: 75 }]) // => 0.2
 */
export function shareByChance(
  own: SingleOrderCount,
  all: readonly SingleOrderCount[],
): number | null {
  const ratio = chanceOfSingleOrders(own);
  if (ratio === null) return null;
  const once = all.reduce((sum, group) => sum + group.once, 0);
  const likeAnybody = Math.min(1, (once - own.once) / Math.max(1, once - own.onceByChance));
  return Math.round(100 * Math.min(1, likeAnybody * (own.onceByChance / own.once))) / 100;
}

/**
 * Whether a group that came out again tells what single orders held, not a kind of customers. Definition: chance alone
 * would give at least half of those who ordered once. A group that is a hint already needs no second caution.
 *
 * @example isOfSingleOrders({ verdict: 'stable', singleOrders: 0.93 }) // => true
 */
export function isOfSingleOrders({
  verdict,
  singleOrders,
}: Pick<Certificate['personas'][number], 'verdict' | 'singleOrders'>): boolean {
  return isTrusted(verdict) && singleOrders !== null && singleOrders >= LARGEST_CHANCE;
}

/**
 * Whether many of a group's one-time buyers are there by chance, although it tells more than what single orders held.
 * Definition: a false discovery rate of at least a fifth, the usual cut-off of a local one (Efron, Annals of Statistics 35,
 * 2007, 1351–1377). A group that is a hint already, or of single orders altogether, needs no second caution.
 *
 * @example hasManyByChance({ verdict: 'stable', singleOrders: 0.4, foundByChance: 0.31 }) // => true
 */
export function hasManyByChance(
  own: Pick<Certificate['personas'][number], 'verdict' | 'singleOrders' | 'foundByChance'>,
): boolean {
  return (
    isTrusted(own.verdict) && !isOfSingleOrders(own) && (own.foundByChance ?? 0) >= MANY_BY_CHANCE
  );
}

/**
 * Whether nobody asked how many one-time buyers are in a group by chance – in certificates of before that was asked, so that
 * silence is not taken for none. Definition: groups made of orders with a share by chance that is absent; null was asked.
 *
 * @example isChanceUnasked({ model: null, certificate: null }) // => false
 */
export function isChanceUnasked({
  model,
  certificate,
}: Pick<Segmentation, 'model' | 'certificate'>): boolean {
  const isOfOrders = model?.features.every(({ column }) => column === undefined) ?? false;
  return (
    isOfOrders &&
    (certificate?.personas.some(({ foundByChance }) => foundByChance === undefined) ?? false)
  );
}
