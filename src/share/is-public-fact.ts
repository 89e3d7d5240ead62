import type { Fact } from '#core/schemas/fact.ts';

/**
 * Whether a figure of an approved story may be read by everybody: never money, never a number of customers, orders or
 * messages, never a share of the whole business. What stays are habits: days, times, items, shares of a basket.
 */
export function isPublicFact(fact: Pick<Fact, 'id' | 'unit' | 'status'>): boolean {
  return (
    fact.status === 'ok' &&
    fact.unit !== 'money' &&
    fact.unit !== 'count' &&
    !fact.id.startsWith('shareOf')
  );
}
