import { mdxToMdast, type MdastNode } from 'satteri';
import { evaluateClaim } from '#core/claims/evaluate-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { formatFact } from '#core/format/format-fact.ts';
import type { PersonaEntry } from '#data/personas.ts';
import { findFact } from './find-fact.ts';
import { wordsOf, type ComponentWords } from './plain-text.ts';
import type { NamedEntries } from './role-texts.ts';

/** What somebody said, in the text of a Portrait. */
export interface Quote {
  text: string;
  /** Who said it, without a name: "a customer in the yearly survey"; null: the text does not say. */
  by: string | null;
  persona: PersonaEntry;
}

/** A longer quote is for a page, not for a wall. */
const LONGEST = 180;

/** The quotes of a Portrait's text that can be read on a wall, in reading order. */
export function quotesOf(portal: NamedEntries, persona: PersonaEntry): Quote[] {
  const source = persona.document?.body;
  if (source === undefined) return [];
  const owner = `personas/${persona.id}`;
  const words: ComponentWords = {
    fact: (address) => formatFact(findFact(portal, address, owner).fact, portal.formats),
    holds: (claim) => evaluateClaim(parseClaim(claim), portal.facts.get(owner) ?? []).holds,
    name: (component, id) =>
      (component === 'Persona'
        ? portal.personas.find((one) => one.id === id)?.name
        : portal.kpis.find((one) => one.id === id)?.title) ?? '',
  };
  return quotesIn(mdxToMdast(source, { position: false }), words.holds)
    .map(({ node, by }) => ({
      text: node.children
        .map((child) => wordsOf(child, words))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
      by,
      persona,
    }))
    .filter(({ text }) => text !== '' && text.length <= LONGEST);
}

interface QuoteNode {
  node: { children: readonly MdastNode[] };
  by: string | null;
}

/** Quotes inside a Claim that does not hold are not said. */
function quotesIn(node: MdastNode, holds: ComponentWords['holds']): QuoteNode[] {
  if (node.type === 'mdxJsxFlowElement') {
    const attribute = (name: string): string | null => {
      const value = node.attributes.find(
        (one) => one.type === 'mdxJsxAttribute' && one.name === name,
      )?.value;
      return typeof value === 'string' ? value : null;
    };
    if (node.name === 'Quote') return [{ node, by: attribute('by') }];
    if (node.name === 'Claim' && !holds(attribute('when') ?? '')) return [];
  }
  return 'children' in node ? node.children.flatMap((child) => quotesIn(child, holds)) : [];
}
