import { mdxToMdast, type MdastNode } from 'satteri';
import { factsOfClaim } from '#core/claims/claim.ts';
import { judgeClaim, type Judgement } from '#core/claims/judge-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { wordsOf, type ComponentWords } from './plain-text.ts';

/** A sentence that somebody wrote, and what the data says to it. */
export interface Statement {
  text: string;
  judgement: Judgement;
  /** The facts that it rests on; those that nobody has are left out. */
  facts: Fact[];
}

/** The statements of a text: all its Claims, in reading order, judged by these facts. */
export function statementsOf(
  source: string,
  facts: readonly Fact[],
  words: Omit<ComponentWords, 'holds'>,
): Statement[] {
  // A sentence inside a Claim is read whether it holds or not.
  const read: ComponentWords = { ...words, holds: () => true };
  return claimsIn(mdxToMdast(source, { position: false })).map(({ when, node }) => {
    const claim = parseClaim(when);
    return {
      text: wordsOf(node, read).replace(/\s+/g, ' ').trim(),
      judgement: judgeClaim(claim, facts),
      facts: factsOfClaim(claim).flatMap((id) => facts.find((fact) => fact.id === id) ?? []),
    };
  });
}

function claimsIn(node: MdastNode): { when: string; node: MdastNode }[] {
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  if (isElement && node.name === 'Claim') {
    const when = node.attributes.find(
      (one) => one.type === 'mdxJsxAttribute' && one.name === 'when',
    )?.value;
    return typeof when === 'string' ? [{ when, node }] : [];
  }
  return 'children' in node ? node.children.flatMap((child) => claimsIn(child)) : [];
}
