import { mdxToMdast, type MdastNode } from 'satteri';
import { evaluateClaim } from '#core/claims/evaluate-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { formatFact } from '#core/format/format-fact.ts';
import type { Portal } from '#data/portal.ts';
import { findFact } from './find-fact.ts';
import { wordsOf, type ComponentWords } from './plain-text.ts';

/** What a text may name: of the portal, or of the same entries read without the site. */
export type NamedEntries = Pick<Portal, 'facts' | 'formats'> & {
  personas: readonly { id: string; name: string }[];
  kpis: readonly { id: string; title: string }[];
};

/** What a Portrait's text says to one role, as plain text: a paragraph, a list item or a Claim that holds is one. */
export function roleTexts(
  portal: NamedEntries,
  persona: { id: string; document: { body?: string | undefined } | null },
  role: string,
): string[] {
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
  return addressedTo(role, mdxToMdast(source, { position: false }))
    .flatMap(paragraphs)
    .map((node) => wordsOf(node, words).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

/** The blocks inside every ForRole of that role. */
function addressedTo(role: string, node: MdastNode): MdastNode[] {
  if (node.type === 'mdxJsxFlowElement' && node.name === 'ForRole') {
    const isTheirs = node.attributes.some(
      (one) => one.type === 'mdxJsxAttribute' && one.name === 'role' && one.value === role,
    );
    return isTheirs ? node.children : [];
  }
  return 'children' in node ? node.children.flatMap((child) => addressedTo(role, child)) : [];
}

function paragraphs(node: MdastNode): MdastNode[] {
  return node.type === 'list' ? node.children.flatMap(paragraphs) : [node];
}
