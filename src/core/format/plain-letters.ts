/** Letters that are more than a plain one with an accent, as those who write them spell them without it. */
const SPELLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  å: 'aa',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'ng',
  ŧ: 't',
};
const SPELLED_LETTER = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'giu');

/**
 * A text in letters without accents – for addresses and file names that everybody can type. Definition: ä, ö, ü and ß as
 * German spells them without their dots, other letters of the Latin alphabet likewise, and every other accent taken off;
 * letters of other alphabets stay. Source: DIN 5007-2 for German, ICAO Doc 9303 (part 3, section 6) for the others.
 *
 * @example plainLetters('Jörg Größe, Łódź') // => 'Joerg Groesse, Lodz'
 * @example plainLetters('Crème brûlée') // => 'Creme brulee'
 */
export function plainLetters(text: string): string {
  return text
    .normalize('NFC')
    .replace(SPELLED_LETTER, spelled)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

/** With the capital that the letter had. */
function spelled(letter: string): string {
  const small = letter.toLowerCase();
  const plain = SPELLED[letter] ?? SPELLED[small] ?? letter;
  return letter === small ? plain : plain.charAt(0).toUpperCase() + plain.slice(1);
}
