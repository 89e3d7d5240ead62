import { LONGER } from './pseudo-words.ts';

/** Attributes that people read or hear, or that a script says later. */
const SAID = /\s(?:aria-label|title|alt|placeholder|content|data-[a-z-]+)="([^"]*)"/g;
/** Written for programs, not for people. */
const UNSAID =
  /\s(?:data-(?:schedule|shown|order|settings|readout|index|worker|version|part|portrait|persona|answer|locale|theme|role|open|step|kind|span|value|chosen)|content="(?:width=|summary_|website|default-src|https?:|\/))/;

/**
 * Texts of a page that come neither from the language file nor from the content – found on a page in a language whose
 * texts stand in brackets (`pseudoWords`): what stands outside of all brackets, and has words that `known` does not hold.
 *
 * @param known everything that content and configuration say, as one text in lower case
 */
export function unmarkedTexts(html: string, known: string): string[] {
  const texts = [...textsOf(html), ...attributesOf(html)];
  return [...new Set(texts.flatMap((text) => outside(text)))].filter((text) => {
    const words = text.toLowerCase();
    // A label of several lines is cut inside its brackets, its padding too.
    return !known.includes(words) && !LONGER.startsWith(words);
  });
}

function textsOf(html: string): string[] {
  return html
    .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .split(/<[^>]*>/)
    .map(decoded);
}

function attributesOf(html: string): string[] {
  return [...html.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) =>
    [...tag.matchAll(SAID)].flatMap(([attribute, value = '']) =>
      UNSAID.test(attribute) ? [] : [decoded(value).replace(/"\w+":|\{\w+\}/g, ' ')],
    ),
  );
}

/** The pieces of a text outside of brackets that hold a word, without numbers and signs around. */
export function outside(text: string): string[] {
  return (
    text
      // A chart cuts what is too long for it: then the bracket is not closed.
      .replace(/\[[^\][]*(?:\]|…)/g, '\n')
      .replace(/https?:\/\/\S+/g, '\n')
      .split(/[\n“”"«»()]|[.,;:!?](?:\s|$)|\s[·=×−–+±]\s|[^\p{L}\s]*\p{N}[^\p{L}\s]*/u)
      .map((piece) => piece.replace(/\s+/g, ' ').replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
      .filter((piece) => /\p{L}{3}/u.test(piece))
  );
}

function decoded(text: string): string {
  return text
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&amp;/g, '&');
}
