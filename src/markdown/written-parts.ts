import type { MdastNode } from 'satteri';

/**
 * A text without what only its writer is to see: examples between lines of ```mdx, and headings below which nobody has
 * written anything yet.
 */
export function writtenParts<Node extends MdastNode>(root: Node): Node {
  if (root.type !== 'root') return root;
  const children = root.children.filter((node) => node.type !== 'code' || node.lang !== 'mdx');
  return { ...root, children: children.filter((node, at) => !isBare(node, children[at + 1])) };
}

function isBare(node: MdastNode, next: MdastNode | undefined): boolean {
  if (node.type !== 'heading') return false;
  return next === undefined || (next.type === 'heading' && next.depth <= node.depth);
}
