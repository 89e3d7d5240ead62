/** Letters of other alphabets that look like Latin ones and turn up in real headers (a Cyrillic С in WooCommerce's). */
const LOOK_ALIKES: Record<string, string> = {
  А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', І: 'I', К: 'K', М: 'M', О: 'O', Р: 'P', Т: 'T', Х: 'X', У: 'Y',
  а: 'a', с: 'c', е: 'e', і: 'i', о: 'o', р: 'p', х: 'x', у: 'y',
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Χ: 'X', ο: 'o',
}; // prettier-ignore

/**
 * A header name as it is compared: width, case, look-alike letters, spaces of every kind and punctuation do not count,
 * so that "Placed At", "placed_at" and "placedAt" are the same column.
 *
 * @example foldHeader(' Placed At') // => 'placedat'
 */
export function foldHeader(header: string): string {
  return Array.from(header.normalize('NFKC'), (letter) => LOOK_ALIKES[letter] ?? letter)
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
