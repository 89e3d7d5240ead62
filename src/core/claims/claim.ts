import type { ChangeWord } from './change-word.ts';

/** How a claim compares a fact with a number. */
export type Comparator = '<' | '<=' | '>' | '>=' | '==';

/** A claim as a tree: what `parseClaim` returns and `evaluateClaim` reads. */
export type Claim =
  | { kind: 'comparison'; fact: string; comparator: Comparator; number: number }
  | { kind: 'change'; word: ChangeWord }
  | { kind: 'and' | 'or'; left: Claim; right: Claim }
  | { kind: 'not'; claim: Claim };

/**
 * Facts that a claim names – which numbers a sentence rests on – each once, in the order of the text.
 * Source: DESIGN of the claim language in docs/features.md.
 *
 * @example factsOfClaim({ kind: 'comparison', fact: 'ordersPerYear', comparator: '>=', number: 9 }) // => ['ordersPerYear']
 */
export function factsOfClaim(claim: Claim): string[] {
  if (claim.kind === 'comparison') return [claim.fact];
  if (claim.kind === 'change') return ['change'];
  if (claim.kind === 'not') return factsOfClaim(claim.claim);
  return [...new Set([...factsOfClaim(claim.left), ...factsOfClaim(claim.right)])];
}
