import { compareFacts } from '#core/personas/compare-facts.ts';
import type { PersonaEntry } from '#data/personas.ts';

/** Two yearly spends within this much of each other are about the same. */
const ALIKE = 1.15;

/**
 * Pairs of Portraits that tell the most beside each other, nobody in two of them: first those who spend about the same in
 * a year and differ most in how, then those who differ most.
 */
export function tellingPairs(personas: readonly PersonaEntry[]): [PersonaEntry, PersonaEntry][] {
  const pairs = personas.flatMap((left, at) =>
    personas.slice(at + 1).flatMap((right) => {
      const compared = compareFacts(left.figures?.facts ?? [], right.figures?.facts ?? []);
      const spend = compared.find(({ id }) => id === 'yearlySpend')?.times ?? null;
      const orders = compared.find(({ id }) => id === 'ordersPerYear');
      if (spend === null || orders?.times == null || orders.differs !== true) return [];
      const by = apart(orders.times);
      return [{ pair: [left, right] as const, isAlike: apart(spend) <= ALIKE, by }];
    }),
  );
  const told = new Set<string>();
  return pairs
    .sort((one, other) => Number(other.isAlike) - Number(one.isAlike) || other.by - one.by)
    .flatMap(({ pair: [left, right] }): [PersonaEntry, PersonaEntry][] => {
      if (told.has(left.id) || told.has(right.id)) return [];
      told.add(left.id).add(right.id);
      return [[left, right]];
    });
}

/** How many times the smaller the larger is. */
function apart(times: number): number {
  return Math.max(times, 1 / times);
}
