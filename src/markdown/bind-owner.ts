import type { MdastNode, MdxJsxFlowElement } from 'satteri';
import { OWNED_COMPONENTS } from './component-rules.ts';
import { isMdxElement } from './mdx-element.ts';

/**
 * The tree as the site draws it: components that read something of their page are told whose page it is, Claims that
 * follow each other become one paragraph, and notes for roles that follow each other one set, with their heading a
 * section.
 */
export function bindOwner<Node extends MdastNode>(node: Node, owner: string): Node {
  if (!('children' in node)) return node;
  const children = (node.children as MdastNode[]).map((child) => bindOwner(child, owner));
  const bound = {
    ...node,
    children: withRolesSection(
      joinRuns(joinRuns(children, 'Claim', claims), 'ForRole', roles),
      node,
    ),
  };
  return isMdxElement(bound) && OWNED_COMPONENTS.has(bound.name ?? '')
    ? { ...bound, attributes: [...bound.attributes, ownerAttribute(owner)] }
    : bound;
}

/** Puts one element in the place of each run of neighbours of that name. */
function joinRuns(
  children: MdastNode[],
  name: string,
  join: (run: MdxJsxFlowElement[]) => MdastNode,
): MdastNode[] {
  const joined: MdastNode[] = [];
  let run: MdxJsxFlowElement[] = [];
  for (const child of [...children, null]) {
    if (child && isFlowElement(child) && child.name === name) {
      run.push(child);
      continue;
    }
    if (run.length > 0) joined.push(join(run));
    run = [];
    if (child) joined.push(child);
  }
  return joined;
}

/** The sentences of a run of Claims in one Claims element, with a space between. */
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

/** A single note stays an aside in the text. */
function roles(run: MdxJsxFlowElement[]): MdastNode {
  const [only] = run;
  if (only && run.length === 1) return only;
  return {
    type: 'mdxJsxFlowElement',
    name: 'ForRoles',
    attributes: [],
    children: run,
  } as MdastNode;
}

/**
 * The heading of a text's last set of notes for roles, with the notes and what follows them, as one section: a page may
 * put something before it. A set without a heading of its own stays where it is.
 */
function withRolesSection(children: MdastNode[], parent: MdastNode): MdastNode[] {
  if (parent.type !== 'root') return children;
  const notes = children.findLastIndex(
    (child) => isFlowElement(child) && child.name === 'ForRoles',
  );
  const heading = notes - 1;
  if (children[heading]?.type !== 'heading') return children;
  const section = {
    type: 'mdxJsxFlowElement',
    name: 'RolesSection',
    attributes: [],
    children: children.slice(heading),
  } as MdastNode;
  return [...children.slice(0, heading), section];
}

/** The words of a paragraph without the paragraph. */
function sentences(node: MdastNode): MdastNode[] {
  return node.type === 'paragraph' ? node.children : [node];
}

function ownerAttribute(owner: string) {
  return { type: 'mdxJsxAttribute' as const, name: 'owner', value: owner };
}

function isFlowElement(node: MdastNode): node is MdxJsxFlowElement {
  return node.type === 'mdxJsxFlowElement';
}
