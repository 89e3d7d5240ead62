import { mdxToMdast, type MdastNode } from 'satteri';
import { wordsOf, type ComponentWords } from './plain-text.ts';

/** What somebody said, and who, without a name. */
export interface QuotedVoice {
  text: string;
  by: string | null;
}

/** The quotes of a text, in reading order. */
export function quotesIn(source: string, words: ComponentWords): QuotedVoice[] {
  return voices(mdxToMdast(source, { position: false }), words);
}

function voices(node: MdastNode, words: ComponentWords): QuotedVoice[] {
  if (node.type === 'mdxJsxFlowElement' && node.name === 'Quote') {
    const by = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'by');
    return [
      {
        text: wordsOf(node, words).replace(/\s+/g, ' ').trim(),
        by: typeof by?.value === 'string' ? by.value : null,
      },
    ];
  }
  return 'children' in node ? node.children.flatMap((child) => voices(child, words)) : [];
}
