import type { Fact } from '#core/schemas/fact.ts';

/** Of the average with them, what the others' may be at most. */
const HALF = 0.5;

/** A Portrait's shares of all customers and of their money. */
export interface SharesOfAll {
  customers: Fact;
  revenue: Fact;
}

/**
 * Pulls the average up – whether one Portrait brings so much of the money that nearly everybody else lies below "our average
 * customer", so that a reader does not take that one for the usual.
 * Definition: fewer than half of the customers, without whom a customer would bring half as much on average, or less:
 * (1 − share of revenue) ÷ (1 − share of customers) ≤ ½, by the less telling ends of both intervals.
 * Source: a mean without one group, from the two shares; the limit is this portal's.
 * Empty case: null where a share is not told, or without its interval.
 * @example pullsAverageUp([]) // => null
 */
export function pullsAverageUp(facts: readonly Fact[]): SharesOfAll | null {
  const [customers, revenue] = ['shareOfCustomers', 'shareOfRevenue'].map((id) =>
    facts.find((fact) => fact.id === id),
  );
  if (customers?.status !== 'ok' || revenue?.status !== 'ok') return null;
  if (!customers.interval || !revenue.interval) return null;
  const most = customers.interval.high;
  return most < HALF && 1 - revenue.interval.low <= HALF * (1 - most)
    ? { customers, revenue }
    : null;
}
