import type { Fact } from '#core/schemas/fact.ts';
import type { Claim } from './claim.ts';
import { holdsThroughout } from './holds-throughout.ts';

/** What the data says to a statement. */
export type Judgement = 'supported' | 'not-supported' | 'undecided';

/**
 * Whether the data supports what somebody wrote – the check of a Portrait that was described before it was measured.
 * Definition: supported when the claim holds at every value within the intervals of its facts, not supported when its
 * opposite does; undecided when the intervals allow both, or when a fact is unknown, suppressed, unavailable or a text.
 * Source: `holdsThroughout`; docs/features.md, "The core customer".
 * Empty case: no facts, and nothing can be said.
 * @example judgeClaim({ kind: 'comparison', fact: 'giftShare', comparator: '>=', number: 0.5 }, []) // => 'undecided'
 */
export function judgeClaim(claim: Claim, facts: readonly Fact[]): Judgement {
  if (holdsThroughout(claim, facts)) return 'supported';
  return holdsThroughout({ kind: 'not', claim }, facts) ? 'not-supported' : 'undecided';
}
