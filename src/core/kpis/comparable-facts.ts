import type { Freshness } from '#core/schemas/data-quality.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { endedSources } from './ended-sources.ts';

/**
 * Comparable facts – what a text may say of a KPI: where an export ends inside the figure's time, two unlike years are no
 * change, and no Claim about it holds.
 * Definition: the facts as they are, `change` without its value where `endedSources` has something to name.
 * Source: `evaluateClaim`, which takes what has no value for a reason to say nothing.
 * Empty case: no facts give none.
 * @example comparableFacts([], [], 'exports end early') // => []
 */
export function comparableFacts(
  facts: readonly Fact[],
  freshness: readonly Freshness[],
  reason: string,
): readonly Fact[] {
  const current = facts.filter(({ id }) => id === 'current');
  if (endedSources(current, freshness).length === 0) return facts;
  return facts.map((fact) => (fact.id === 'change' ? withoutValue(fact, reason) : fact));
}

function withoutValue(fact: Fact, reason: string): Fact {
  const { id, label, unit, n, period, asOf, sources, formula } = fact;
  const head = { id, label, unit, n, period, asOf, sources, formula };
  return { ...head, status: 'unavailable', value: null, reason };
}
