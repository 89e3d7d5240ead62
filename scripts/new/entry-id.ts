import { plainLetters } from '#core/format/plain-letters.ts';

const LONGEST_ID = 80;

/** "A saved basket serves better!" → "a-saved-basket-serves-better"; null for a title without a Latin letter or digit. */
export function entryId(title: string): string | null {
  const id = plainLetters(title)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-|-$/g, '');
  return id === '' ? null : id;
}
