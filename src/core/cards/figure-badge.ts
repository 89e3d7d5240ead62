import type { Fact } from '#core/schemas/fact.ts';
import type { Card } from './card.ts';

/**
 * Figure badge – the one figure of a card, from a fact.
 * Empty case: a fact without a value has no badge: a card has no room for reasons.
 */
export function figureBadge(fact: Fact | null, write: (fact: Fact) => string): Card['badge'] {
  return fact && fact.value !== null ? { value: write(fact), label: fact.label } : null;
}
