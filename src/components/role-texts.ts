import { mdxToMdast, type MdastNode } from 'satteri';
import { attributeOf } from '#markdown/mdx-element.ts';
import { componentWords, type NamedEntries } from './component-words.ts';
import { oneLine, textOf } from './plain-text.ts';

/** What a Portrait's text says to one role, as plain text: a paragraph, a list item or a Claim that holds is one. */
export function roleTexts(
  portal: NamedEntries,
  persona: { id: string; document: { body?: string | undefined } | null },
  role: string,
): string[] {
  const source = persona.document?.body;
  if (source === undefined) return [];
  const words = componentWords(portal, `personas/${persona.id}`);
  return addressedTo(role, mdxToMdast(source, { position: false }))
    .flatMap(paragraphs)
    .map((node) => oneLine(textOf(node, words)))
    .filter((text) => text !== '');
}

/** The blocks inside every ForRole of that role. */
function addressedTo(role: string, node: MdastNode): MdastNode[] {
  if (node.type === 'mdxJsxFlowElement' && node.name === 'ForRole') {
    return attributeOf(node, 'role') === role ? node.children : [];
  }
  return 'children' in node ? node.children.flatMap((child) => addressedTo(role, child)) : [];
}

function paragraphs(node: MdastNode): MdastNode[] {
  return node.type === 'list' ? node.children.flatMap(paragraphs) : [node];
}
