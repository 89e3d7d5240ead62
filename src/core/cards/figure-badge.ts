import type { Fact } from '#core/schemas/fact.ts';
import type { Card } from './card.ts';

/**
 * Figure badge – the one figure of a card, from a fact.
 * Empty case: a fact without a value has no badge: a card has no room for reasons.
 * @example figureBadge({ id: 'aov', label: 'Order value', unit: 'money', n: 40, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'mean', status: 'ok', value: 45 }, ({ value }) => String(value)) // => { value: '45', label: 'Order value' }
 */
export function figureBadge(fact: Fact | null, write: (fact: Fact) => string): Card['badge'] {
  return fact && fact.value !== null ? { value: write(fact), label: fact.label } : null;
}
