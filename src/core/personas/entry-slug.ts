const LONGEST_SLUG = 60;

/**
 * Harmless id from any text – lets a category or a name become part of a file name and a URL. Definition: accents
 * taken off, lower case, everything but letters a–z and digits becomes one hyphen, at most 60 characters. Null when
 * nothing is left. Source: the form of entry ids in the schemas.
 *
 * @example entrySlug('../Jeans & Söckchen<script>') // => 'jeans-sockchen-script'
 * @example entrySlug('…') // => null
 */
export function entrySlug(text: string): string | null {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-|-$/g, '');
  return slug === '' ? null : slug;
}

/**
 * An id that nobody has yet – ids are given once and for ever. Definition: the wanted id, else the first of the others
 * that is free, else the wanted one with -2, -3 … behind.
 *
 * @param others ids that say as much
 * @example unusedId('monthly-denim', new Set(['monthly-denim'])) // => 'monthly-denim-2'
 * @example unusedId('monthly-denim', new Set(['monthly-denim']), ['monthly-app']) // => 'monthly-app'
 */
export function unusedId(
  wanted: string,
  taken: ReadonlySet<string>,
  others: readonly string[] = [],
): string {
  const free = [wanted, ...others].find((id) => !taken.has(id));
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
}
