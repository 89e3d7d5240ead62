import { mdxToMdast, type MdastNode } from 'satteri';
import { factsOfClaim } from '#core/claims/claim.ts';
import { judgeClaim, type Judgement } from '#core/claims/judge-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { ROLE_SENTENCES } from '#core/personas/role-sentences.ts';
import { STORY_SECTIONS } from '#core/personas/story-sections.ts';
import { claimBlock, type StorySentence } from '#core/personas/story-sentence.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { attributeOf, isMdxElement } from '#markdown/mdx-element.ts';
import { oneLine, plainText, textOf, type ComponentWords } from './plain-text.ts';

/** A sentence that somebody wrote, and what the data says to it. */
export interface Statement {
  text: string;
  judgement: Judgement;
  /** The facts that it rests on; those that nobody has are left out. */
  facts: Fact[];
}

/**
 * The statements of a text: all its Claims, in reading order, judged by these facts. Sentences that the program drafts
 * are none: they were made of these facts, and would only prove themselves.
 */
export function statementsOf(
  source: string,
  facts: readonly Fact[],
  words: Omit<ComponentWords, 'holds'>,
): Statement[] {
  // A sentence inside a Claim is read whether it holds or not.
  const read: ComponentWords = { ...words, holds: () => true };
  return claimsIn(mdxToMdast(source, { position: false })).flatMap(({ when, node }) => {
    const text = oneLine(textOf(node, read));
    if (isDrafted(when, text, read)) return [];
    const claim = parseClaim(when);
    return {
      text,
      judgement: judgeClaim(claim, facts),
      facts: factsOfClaim(claim).flatMap((id) => facts.find((fact) => fact.id === id) ?? []),
    };
  });
}

const DRAFTED: readonly StorySentence[] = [
  ...STORY_SECTIONS.flatMap(({ slots }) => slots.flat()),
  ...ROLE_SENTENCES.flatMap(({ sentences }) => sentences),
];

function isDrafted(when: string, text: string, words: ComponentWords): boolean {
  return DRAFTED.some((one) => one.when === when && plainText(claimBlock(one), words) === text);
}

function claimsIn(node: MdastNode): { when: string; node: MdastNode }[] {
  if (isMdxElement(node) && node.name === 'Claim') {
    const when = attributeOf(node, 'when');
    return when === null ? [] : [{ when, node }];
  }
  return 'children' in node ? node.children.flatMap((child) => claimsIn(child)) : [];
}
