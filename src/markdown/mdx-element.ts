import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';

/** A component in a text, on lines of its own or inside a sentence. */
export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement;

export function isMdxElement(node: MdastNode): node is MdxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** What a component is told under a name: `role` of `<ForRole role="packing">`; null where it is told no text. */
export function attributeOf({ attributes }: MdxElement, name: string): string | null {
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : null;
}
