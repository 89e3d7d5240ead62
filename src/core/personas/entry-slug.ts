import { plainLetters } from '#core/format/plain-letters.ts';

const LONGEST_SLUG = 60;

/**
 * Harmless id from any text – lets a category or a name become part of a file name and a URL. Definition: plain
 * letters, lower case, everything but letters a–z and digits becomes one hyphen, at most 60 characters. Null when
 * nothing is left. Source: the form of entry ids in the schemas.
 *
 * @example entrySlug('../Jeans & Söckchen<script>') // => 'jeans-soeckchen-script'
 * @example entrySlug('…') // => null
 */
export function entrySlug(text: string): string | null {
  const slug = plainLetters(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-|-$/g, '');
  return slug === '' ? null : slug;
}

/**
 * An id that nobody has yet – ids are given once and for ever. Definition: the wanted id, else with -2, -3 … behind.
 *
 * @example unusedId('monthly-denim', new Set(['monthly-denim'])) // => 'monthly-denim-2'
 */
export function unusedId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
}
