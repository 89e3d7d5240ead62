import type { Claim } from './claim.ts';

/**
 * Claim as text – for messages and for drafted sentences. Brackets are set around everything that is joined, so that
 * reading the text again gives the same tree.
 * Source: the grammar of `parseClaim`.
 *
 * @example formatClaim({ kind: 'comparison', fact: 'returnRate', comparator: '<', number: 0.1 }) // => 'returnRate < 0.1'
 */
export function formatClaim(claim: Claim): string {
  if (claim.kind === 'comparison') return `${claim.fact} ${claim.comparator} ${claim.number}`;
  if (claim.kind === 'change') return `change is ${claim.word}`;
  if (claim.kind === 'not') return `not ${bracketed(claim.claim)}`;
  return `${bracketed(claim.left)} ${claim.kind} ${bracketed(claim.right)}`;
}

function bracketed(claim: Claim): string {
  return claim.kind === 'comparison' || claim.kind === 'change'
    ? formatClaim(claim)
    : `(${formatClaim(claim)})`;
}
