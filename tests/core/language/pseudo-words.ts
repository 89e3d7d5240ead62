import { partsOf } from '#core/language/words.ts';

/** Letters that make a text a third longer, as other languages are. */
export const LONGER = 'enesterung';

/**
 * A language file in which every text shows where it comes from: "[Skip to the text enest]". What is filled in stands
 * outside of the brackets, so that a text that is no translated one is seen there, too.
 */
export function pseudoWords<Found>(english: Found): Found {
  if (typeof english === 'string') return pseudoText(english) as Found;
  return Object.fromEntries(
    Object.entries(english as Record<string, unknown>).map(([key, inner]) => [
      key,
      pseudoWords(inner),
    ]),
  ) as Found;
}

function pseudoText(english: string): string {
  return partsOf(english)
    .map((part, index) => {
      if (index % 2 === 1) return `{${part}}`;
      if (!/\p{L}/u.test(part)) return part;
      const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(part) ?? [];
      return `${before}[${text}${padding(text.length)}]${after}`;
    })
    .join('');
}

/** As a word of its own behind several words, else at the end of the word. */
function padding(letters: number): string {
  const more = LONGER.repeat(20).slice(0, Math.ceil(letters * 0.3));
  return letters > 12 ? ` ${(more.match(/.{1,10}/g) ?? []).join(' ')}` : more;
}
