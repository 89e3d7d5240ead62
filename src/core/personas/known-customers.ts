import type { Persona } from '#core/schemas/persona.ts';

/**
 * Known customers – how many people a Portrait stands for, as far as it may be said.
 * Definition: the value of its fact `customers`; the file's own field is 0 where another tool did not say and tells
 * nothing of suppression. A figure that is out of date is what its charts were drawn from.
 * Source: this portal.
 * Empty case: null where the fact is missing, suppressed or unavailable.
 * @example knownCustomers({ facts: [] }) // => null
 */
export function knownCustomers({ facts }: Pick<Persona, 'facts'>): number | null {
  const fact = facts.find(({ id }) => id === 'customers');
  const isKnown = fact?.status === 'ok' || fact?.status === 'stale';
  return isKnown && typeof fact.value === 'number' ? fact.value : null;
}
