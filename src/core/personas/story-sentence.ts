import { holdsThroughout } from '#core/claims/holds-throughout.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** A sentence that may be said when its claim holds. Its text is our own: exports speak through `<Fact>` only. */
export interface StorySentence {
  when: string;
  text: string;
  /** Figures that it tells in words, "half as often", without printing them. */
  tells?: readonly string[];
}

/** A figure inside a sentence, as `fact()` writes it, with its id. */
export const FACT_ELEMENT = /<Fact is="([a-zA-Z0-9]+)" \/>/g;

/**
 * Whether a sentence can be drafted – its claim holds at both ends of the intervals, and every fact that it prints can
 * be shown. Definition: `holdsThroughout`, and status ok of all `<Fact>` in the text; what is 0 is said in words, not
 * printed. Source: DESIGN of Claim and Fact in docs/features.md.
 *
 * @example canBeSaid({ when: 'ordersPerYear >= 9', text: 'They buy about once a month.' }, []) // => false
 */
export function canBeSaid({ when, text }: StorySentence, facts: readonly Fact[]): boolean {
  return (
    factsPrinted({ text }).every((id) =>
      facts.some((fact) => fact.id === id && fact.status === 'ok' && fact.value !== 0),
    ) && holdsThroughout(parseClaim(when), facts)
  );
}

/**
 * Facts that a sentence prints, in their order. Definition: the `is` of every `<Fact>`. Source: the form of MDX texts.
 * None: empty.
 *
 * @example factsPrinted({ text: 'They pay <Fact is="unitPrice" /> for one.' }) // => ['unitPrice']
 */
export function factsPrinted({ text }: Pick<StorySentence, 'text'>): string[] {
  return [...text.matchAll(FACT_ELEMENT)].flatMap(([, id]) => id ?? []);
}

/**
 * A sentence as MDX – a Claim block on lines of its own.
 *
 * @example claimBlock({ when: 'returnRate < 0.1', text: 'They keep it.' }) // => '<Claim when="returnRate < 0.1">\n  They keep it.\n</Claim>'
 */
export function claimBlock({ when, text }: StorySentence): string {
  return `<Claim when="${when}">\n  ${text}\n</Claim>`;
}
