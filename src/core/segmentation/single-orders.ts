import type { Certificate } from '#core/schemas/segmentation.ts';
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
