import type { Fact } from '#core/schemas/fact.ts';
import { changeIs } from './change-word.ts';
import { factsOfClaim, type Claim, type Comparator } from './claim.ts';

/** Whether a sentence may be said, and what kept it from being said. */
export interface ClaimVerdict {
  holds: boolean;
  /** Named by the claim, but the owner has no such fact: a mistake in the text. */
  unknownFacts: string[];
  /** Suppressed or unavailable: nothing may be said about them. */
  withheldFacts: string[];
  /** Facts that are words (a category's name), which no number can be compared with. */
  textFacts: string[];
}

/**
 * Whether a claim holds – decides if a drafted sentence is shown. Definition: the claim's comparisons on the facts'
 * values (as written, before rounding for people), and what it asks of a KPI's change (`changeIs`), joined by and, or, not. A claim that names a fact which is
 * unknown, suppressed, unavailable or a text is false as a whole, `not` included: what cannot be seen supports no
 * sentence. Stale facts still count. Source: docs/features.md.
 *
 * @example evaluateClaim({ kind: 'comparison', fact: 'returnRate', comparator: '>', number: 0.1 }, []).unknownFacts // => ['returnRate']
 */
export function evaluateClaim(claim: Claim, facts: readonly Fact[]): ClaimVerdict {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const verdict: ClaimVerdict = {
    holds: false,
    unknownFacts: [],
    withheldFacts: [],
    textFacts: [],
  };
  const numbers = new Map<string, number>();
  for (const id of factsOfClaim(claim)) {
    const value = byId.get(id)?.value;
    if (value === undefined) verdict.unknownFacts.push(id);
    else if (value === null) verdict.withheldFacts.push(id);
    else if (typeof value === 'string') verdict.textFacts.push(id);
    else numbers.set(id, value);
  }
  const usable = numbers.size === factsOfClaim(claim).length;
  return { ...verdict, holds: usable && holds(claim, numbers, facts) };
}

function holds(
  claim: Claim,
  numbers: ReadonlyMap<string, number>,
  facts: readonly Fact[],
): boolean {
  if (claim.kind === 'comparison') {
    const value = numbers.get(claim.fact);
    return value !== undefined && COMPARE[claim.comparator](value, claim.number);
  }
  if (claim.kind === 'change') return changeIs(claim.word, facts);
  if (claim.kind === 'not') return !holds(claim.claim, numbers, facts);
  const left = holds(claim.left, numbers, facts);
  return claim.kind === 'and'
    ? left && holds(claim.right, numbers, facts)
    : left || holds(claim.right, numbers, facts);
}

/** What each comparator asks. */
export const COMPARE: Record<Comparator, (value: number, limit: number) => boolean> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '==': (value, limit) => value === limit,
};
