import type { Persona } from '#core/schemas/persona.ts';

/**
 * Known customers – how many people a Portrait stands for, as far as it may be said.
 * Definition: the value of its fact `customers`; the file's own field is 0 where another tool did not say and tells
 * nothing of suppression.
 * Source: this portal.
 * Empty case: null where the fact is missing, suppressed or unavailable.
 * @example knownCustomers({ facts: [] }) // => null
 */
export function knownCustomers({ facts }: Pick<Persona, 'facts'>): number | null {
  const fact = facts.find(({ id }) => id === 'customers');
  return fact?.status === 'ok' && typeof fact.value === 'number' ? fact.value : null;
}
