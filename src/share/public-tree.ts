import type { MdastNode } from 'satteri';
import { attributeOf, isMdxElement } from '#markdown/mdx-element.ts';
import { splitAddress } from '#markdown/split-address.ts';
import { publicAddress } from './public-address.ts';
import type { PublicNames } from './public-names.ts';

/** Components that show inside figures, words of customers or notes for colleagues. */
const INSIDE: ReadonlySet<string> = new Set([
  'Chart',
  'ForRole',
  'Kpi',
  'Photo',
  'Quote',
  'Result',
]);

/** Blocks that hold blocks: what is left of them stays; other blocks stay or go as a whole. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'mdxJsxFlowElement',
]);

/**
 * The text as the public reads it. A paragraph that needs something from inside (a figure that is not public, a KPI, an
 * entry that is not approved) goes as a whole, so that no sentence has a hole; a heading over nothing goes too. Links
 * to pages that are not public become plain words.
 */
export function publicTree<Node extends MdastNode>(
  root: Node,
  owner: string,
  names: PublicNames,
): Node {
  return withChildren(root, blocks(childrenOf(root)));

  function blocks(children: readonly MdastNode[]): MdastNode[] {
    return withoutEmptySections(children.flatMap(block));
  }

  function block(node: MdastNode): MdastNode[] {
    if (node.type === 'definition' || isInside(node)) return [];
    if (CONTAINERS.has(node.type)) {
      const left = blocks(childrenOf(node));
      return left.length === 0 ? [] : [withChildren(node, left)];
    }
    return holdsInside(node) ? [] : words(node);
  }

  function holdsInside(node: MdastNode): boolean {
    return isInside(node) || childrenOf(node).some(holdsInside);
  }

  function isInside(node: MdastNode): boolean {
    if (!isMdxElement(node)) return false;
    if (node.name === 'Fact') {
      const address = splitAddress(attributeOf(node, 'is') ?? '', owner);
      return names.facts.get(address.owner)?.has(address.id) !== true;
    }
    if (node.name === 'Persona') return !names.personas.has(attributeOf(node, 'id') ?? '');
    return INSIDE.has(node.name ?? '');
  }

  function words(node: MdastNode): MdastNode[] {
    const children = childrenOf(node).flatMap(words);
    if (node.type === 'linkReference') return children;
    if (node.type !== 'link') return [withChildren(node, children)];
    const url = publicAddress(node.url, names);
    return url === null ? children : [{ ...node, url, children } as MdastNode];
  }
}

/** Leaves out headings that nothing follows before the next one of their rank. */
function withoutEmptySections(children: readonly MdastNode[]): MdastNode[] {
  const kept: MdastNode[] = [];
  for (const node of children.toReversed()) {
    const [next] = kept;
    const isEmpty =
      node.type === 'heading' && (!next || (next.type === 'heading' && next.depth <= node.depth));
    if (!isEmpty) kept.unshift(node);
  }
  return kept;
}

function childrenOf(node: MdastNode): readonly MdastNode[] {
  return 'children' in node ? (node.children as MdastNode[]) : [];
}

function withChildren<Node extends MdastNode>(node: Node, children: MdastNode[]): Node {
  return 'children' in node ? { ...node, children } : node;
}
