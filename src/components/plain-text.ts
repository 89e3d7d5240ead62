import { mdxToMdast, type MdastNode } from 'satteri';
import { attributeOf, type MdxElement } from '#markdown/mdx-element.ts';

/** What a text's components say in words. */
export interface ComponentWords {
  /** The value at a Fact's address, as people read it. */
  fact(address: string): string;
  /** Whether a Claim's sentence is said at all. */
  holds(claim: string): boolean;
  /** The name of the entry that a Persona or Kpi leads to. */
  name(component: 'Persona' | 'Kpi', id: string): string;
}

/** A text of content/ in words alone, as search knows it. */
export function plainText(source: string, words: ComponentWords): string {
  return oneLine(textOf(mdxToMdast(source, { position: false }), words));
}

/** The same for a part of a text that was read already, its lines as they are written. */
export function textOf(node: MdastNode, words: ComponentWords): string {
  switch (node.type) {
    case 'yaml':
      return '';
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'heading':
      return `${asSentence(inside(node.children, false, words))} `;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return componentText(node, words);
    default:
      return 'children' in node ? inside(node.children, isBlock(node), words) : ' ';
  }
}

function componentText(node: MdxElement, words: ComponentWords): string {
  const attribute = (name: string): string => attributeOf(node, name) ?? '';
  switch (node.name) {
    case 'Fact':
      return words.fact(attribute('is'));
    case 'Persona':
    case 'Kpi':
      return words.name(node.name, attribute('id'));
    case 'Claim':
      return words.holds(attribute('when')) ? inside(node.children, true, words) : '';
    default:
      return `${asSentence(attribute('title'))} ${inside(node.children, true, words)}`;
  }
}

/** A text in a single line, its words a space apart. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * As sentence – a heading or a line of its own, so that it does not run into the text after it.
 * Definition: with a full stop, unless it ends with a mark already.
 * Empty case: nothing stays nothing.
 * @example asSentence('What we learned') // => 'What we learned.'
 */
export function asSentence(line: string): string {
  return /[\p{L}\p{N}%)]["”’»]?\s*$/u.test(line) ? `${line.trimEnd()}.` : line;
}

function inside(children: readonly MdastNode[], isBlock: boolean, words: ComponentWords): string {
  const text = children.map((child) => textOf(child, words)).join('');
  return isBlock ? `${text} ` : text;
}

/** Words of neighbouring blocks are not one word; those of neighbouring emphasis are. */
function isBlock(node: MdastNode): boolean {
  return !['emphasis', 'strong', 'delete', 'link', 'linkReference'].includes(node.type);
}
