import { evaluateClaim } from '#core/claims/evaluate-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** A sentence that may be said when its claim holds. Its text is our own: exports speak through `<Fact>` only. */
export interface StorySentence {
  when: string;
  text: string;
}

const FACT_ELEMENT = /<Fact is="([a-zA-Z0-9]+)" \/>/g;

/**
 * Whether a sentence can be drafted – its claim holds, and every fact that it prints can be shown. Definition:
 * `evaluateClaim`, and status ok of all `<Fact>` in the text. Source: DESIGN of Claim and Fact in docs/features.md.
 *
 * @example canBeSaid({ when: 'ordersPerYear >= 9', text: 'They buy about once a month.' }, []) // => false
 */
export function canBeSaid({ when, text }: StorySentence, facts: readonly Fact[]): boolean {
  const printed = [...text.matchAll(FACT_ELEMENT)].map(([, id]) => id);
  return (
    printed.every((id) => facts.some((fact) => fact.id === id && fact.status === 'ok')) &&
    evaluateClaim(parseClaim(when), facts).holds
  );
}

/**
 * A sentence as MDX – a Claim block on lines of its own.
 *
 * @example claimBlock({ when: 'returnRate < 0.1', text: 'They keep it.' }) // => '<Claim when="returnRate < 0.1">\n  They keep it.\n</Claim>'
 */
export function claimBlock({ when, text }: StorySentence): string {
  return `<Claim when="${when}">\n  ${text}\n</Claim>`;
}
