import type { StorySentence } from './story-sentence.ts';

/** Ways to say one thing; the first that can be said is drafted, the others are not. */
export type StorySlot = readonly StorySentence[];

/**
 * A figure inside a sentence – prints its value with its passport.
 *
 * @example fact('unitPrice') // => '<Fact is="unitPrice" />'
 */
export function fact(id: string): string {
  return `<Fact is="${id}" />`;
}

/**
 * A sentence and when it may be said.
 *
 * @param tells figures that it tells in words, without printing them
 * @example say('returnRate < 0.1', 'They keep it.') // => { when: 'returnRate < 0.1', text: 'They keep it.' }
 */
export function say(when: string, text: string, tells?: readonly string[]): StorySentence {
  return { when, text, ...(tells && { tells }) };
}
