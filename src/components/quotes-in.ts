import { mdxToMdast, type MdastNode } from 'satteri';
import { attributeOf } from '#markdown/mdx-element.ts';
import { oneLine, textOf, type ComponentWords } from './plain-text.ts';

/** What somebody said, in a text of content/. */
export interface Quotation {
  text: string;
  /** Who said it, without a name: "a customer in the yearly survey"; null: the text does not say. */
  by: string | null;
}

/** The quotes of a text, in reading order; those inside a Claim that does not hold are not said. */
export function quotesIn(source: string, words: ComponentWords): Quotation[] {
  return quotations(mdxToMdast(source, { position: false }), words).filter(
    ({ text }) => text !== '',
  );
}

function quotations(node: MdastNode, words: ComponentWords): Quotation[] {
  if (node.type === 'mdxJsxFlowElement') {
    if (node.name === 'Quote') {
      const text = node.children.map((child) => textOf(child, words)).join(' ');
      return [{ text: oneLine(text), by: attributeOf(node, 'by') }];
    }
    if (node.name === 'Claim' && !words.holds(attributeOf(node, 'when') ?? '')) return [];
  }
  return 'children' in node ? node.children.flatMap((child) => quotations(child, words)) : [];
}
