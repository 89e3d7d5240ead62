/** Words of fewer letters fit wherever a name stands. */
const LONG_WORD = /\p{L}{15,}/gu;
const VOWEL = 'aeiouyà-åæè-öøù-ýÿœ';
/**
 * Between syllables of most European languages: before a consonant and its vowel, and not inside "sch", "ch" or "th"; behind
 * "ver", "über" and "unter", which keep their r before a vowel.
 */
const SYLLABLE = new RegExp(
  `(?<=\\p{L}{4})(?:(?<=ver|über|unter)(?=[${VOWEL}]\\p{L}{2})|` +
    `(?<!s(?=ch)|sc(?=h)|[cpst](?=h)|(?:ve|übe|unte)(?=r))(?=(?:sch|[cpst]h|[^${VOWEL}])[${VOWEL}]\\p{L}{2}))`,
  'giu',
);

/**
 * A name or title with places at which a long word may be broken, with a hyphen: whatever language it is in, and whether
 * or not the browser has a dictionary of that language. Words of letters without vowels of the Latin alphabet are left whole.
 * @example softHyphens('The Weekend Hiker') // => 'The Weekend Hiker'
 * @example softHyphens('Geschenkekäuferin').replaceAll('\u00ad', '|') // => 'Geschen|ke|käu|ferin'
 */
export function softHyphens(text: string): string {
  return text.replace(LONG_WORD, (word) => word.replace(SYLLABLE, '\u00ad'));
}
