import { plainLetters } from '#core/format/plain-letters.ts';
import { startingSentence } from '#core/language/first-letter.ts';
import { entrySlug } from './entry-slug.ts';

/** Only the words of a category that fit into a name. */
const LONGEST_SUBJECT = 24;

/**
 * A category as a part of a name. Definition: its harmless words in letters without accents, as many as have room. Null where none is left.
 *
 * @example nameSubject('Shirts & Tees') // => 'shirts-tees'
 * @example nameSubject('Weißporzellan') // => 'weissporzellan'
 */
export function nameSubject(category: string): string | null {
  return subjectWords(category)?.slugs.join('-') ?? null;
}

/** A category in plain letters for an id, and as the exports write it for a name. */
export interface Subject {
  slugs: string[];
  written: string;
}

/** What stands between two words as people write them: "Gifts & Home". */
const JOINED = /^ ?[&+/] ?$|^-$/;

/**
 * The same, besides as the exports write it. Definition: words of other alphabets stand as in the id. Null where none is left.
 *
 * @example subjectWords('Vêtements & Gifts') // => { slugs: ['vetements', 'gifts'], written: 'Vêtements & Gifts' }
 */
export function subjectWords(category: string): Subject | null {
  const slugs: string[] = [];
  let written = '';
  let between = '';
  for (const part of category.normalize('NFC').split(/([^\p{L}\p{M}\p{N}]+)/u)) {
    const slug = nameSlug(part);
    if (slug === null) {
      between += part;
      continue;
    }
    if ([...slugs, slug].join('-').length > LONGEST_SUBJECT) break;
    // A word of other alphabets stands in a name as it does in the id.
    const word = /^[\p{Script=Latin}\p{N}]+$/u.test(part) ? part.toLowerCase() : slug;
    if (slugs.length > 0) written += JOINED.test(between) ? between : ' ';
    written += startingSentence(word);
    slugs.push(slug);
    between = '';
  }
  return slugs.length === 0 ? null : { slugs, written };
}

/**
 * An id of a text as every one of a Portrait so far. Definition: accents are taken off, and what has no plain letter is spelt.
 * Null where nothing is left.
 *
 * @example nameSlug('Weißporzellan à la carte') // => 'weissporzellan-a-la-carte'
 */
export function nameSlug(text: string): string | null {
  return entrySlug(plainLetters(text.normalize('NFKD').replace(/\p{M}/gu, '')));
}
