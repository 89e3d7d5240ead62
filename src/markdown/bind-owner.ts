import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { OWNED_COMPONENTS } from './component-rules.ts';

type Parent = Extract<MdastNode, { children: unknown[] }>;
type Element = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * The tree as the site draws it: components that read something of their page are told whose page it is, and Claims
 * that follow each other become one paragraph.
 */
export function bindOwner<Node extends MdastNode>(node: Node, owner: string): Node {
  if (!('children' in node)) return node;
  const children = (node.children as MdastNode[]).map((child) => bindOwner(child, owner));
  const bound = { ...node, children: joinClaims(children) };
  return isElement(bound) && OWNED_COMPONENTS.has(bound.name ?? '')
    ? { ...bound, attributes: [...bound.attributes, ownerAttribute(owner)] }
    : bound;
}

/** Each run of Claims becomes a Claims element that holds their sentences, with a space between. */
function joinClaims(children: MdastNode[]): MdastNode[] {
  const joined: MdastNode[] = [];
  let run: MdxJsxFlowElement[] = [];
  for (const child of [...children, null]) {
    if (child && isFlowElement(child) && child.name === 'Claim') {
      run.push(child);
      continue;
    }
    if (run.length > 0) joined.push(claims(run));
    run = [];
    if (child) joined.push(child);
  }
  return joined;
}

function claims(run: MdxJsxFlowElement[]): MdastNode {
  return {
    type: 'mdxJsxFlowElement',
    name: 'Claims',
    attributes: [],
    children: run.flatMap((claim, index) => [
      ...(index === 0 ? [] : [{ type: 'text', value: ' ' }]),
      { ...claim, type: 'mdxJsxTextElement', children: claim.children.flatMap(sentences) },
    ]),
  } as MdastNode;
}

/** The words of a paragraph without the paragraph. */
function sentences(node: MdastNode): MdastNode[] {
  return node.type === 'paragraph' ? node.children : [node];
}

function ownerAttribute(owner: string) {
  return { type: 'mdxJsxAttribute' as const, name: 'owner', value: owner };
}

function isElement(node: MdastNode | Parent): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function isFlowElement(node: MdastNode): node is MdxJsxFlowElement {
  return node.type === 'mdxJsxFlowElement';
}
