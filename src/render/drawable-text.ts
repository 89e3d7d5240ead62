/** Signs that people type and text faces lack, and what is set instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  '→': '–',
  '←': '–',
  '≥': 'at least ',
  '≤': 'at most ',
  '≈': 'about ',
  '‑': '-',
};

/**
 * A text that the fonts can draw: satori draws an empty box for a letter that they lack, and an unbroken word at a
 * soft hyphen. Accents that a font lacks fall back to the letter below them; what is left (emoji, other scripts) is
 * removed.
 */
export function drawableText(text: string, hasGlyph: (codePoint: number) => boolean): string {
  let drawn = '';
  for (const letter of text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]/g, '')) {
    if (/\s/u.test(letter)) drawn += ' ';
    else if (has(letter)) drawn += letter;
    else if (INSTEAD[letter] !== undefined) drawn += INSTEAD[letter];
    else {
      const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '');
      if ([...plain].every(has)) drawn += plain;
    }
  }
  return drawn.replace(/ {2,}/g, ' ').trim();

  function has(letter: string): boolean {
    return hasGlyph(letter.codePointAt(0) ?? 0);
  }
}
