/** What exports call messages on paper. */
const PAPER = /^(?:post|letters?|post ?cards?|direct[ -]mail|print|catalog(?:ue)?s?)$/i;

/**
 * Posted – whether a campaign went out on paper, where nobody can press a spam button.
 * Definition: the channel's name is one of post, letter, postcard, direct mail, print, catalogue.
 * Source: this portal.
 * Empty case: a channel that the export does not name is not taken for paper.
 * @example isPosted('post') // => true
 */
export function isPosted(channel: string | null): boolean {
  return channel !== null && PAPER.test(channel.trim());
}
