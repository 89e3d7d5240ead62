import lunr from 'lunr';

/** A word of a text, as search compares it, and where it stands. */
export interface SearchWord {
  /** Folded: lower case, without accents, thousands and spaces inside a figure. */
  word: string;
  start: number;
  end: number;
}

/** A figure with its percent sign ("72 %" is one word), or a run of letters and digits. */
const WORD = /\p{N}+(?:[.,]\p{N}+)*(?:\s?%)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?/gu;
/** Longer runs are digests, addresses or noise. */
const LONGEST = 40;

/**
 * Search words – how texts and queries are cut into words; one rule for both sides.
 * Empty case: a text without letters or digits has no words.
 * @example searchWords('72 % Café') // => [{ word: '72%', start: 0, end: 4 }, { word: 'cafe', start: 5, end: 9 }]
 */
export function searchWords(text: string): SearchWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    word: fold(match[0]).slice(0, LONGEST),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Joined words – words with a hyphen between them, written as one, and which of the words the first one is.
 * Definition: over the words of the text, which whoever has cut it already passes along.
 * Empty case: a text without such a hyphen has none.
 * @example joinedWords('an e-mail') // => [{ word: 'email', at: 1 }]
 */
export function joinedWords(
  text: string,
  words: readonly SearchWord[] = searchWords(text),
): { word: string; at: number }[] {
  return words.flatMap(({ word, end }, at) => {
    const next = words[at + 1];
    return next?.start === end + 1 && text[end] === '-' ? [{ word: word + next.word, at }] : [];
  });
}

const PLAIN = /^[A-Za-z]+$/;

function fold(word: string): string {
  // Nearly all words are plain, and texts are long.
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/['’].*$/u, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

/**
 * Stem – the part that the forms of a word share: "returned" and "returns" are both "return".
 * Definition: M. F. Porter, "An algorithm for suffix stripping" (1980), as in lunr; then without the ending of adverbs,
 * which it keeps after most letters, once more ("missingly"). Empty case: a word without a suffix, and every figure, is
 * its own stem.
 * @example stem('returned') // => 'return'
 */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = DIGIT.test(word) ? word : withoutAdverb(porterStem(word));
  known.set(word, found);
  return found;
}

function porterStem(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

function withoutAdverb(word: string): string {
  return ADVERB.test(word) ? porterStem(word.replace(ADVERB, '')) : word;
}

/** After three letters only where Porter's later "English" stemmer (2002) takes it off, and after w: not in "apply". */
const ADVERB = /(?<=.{4}|..[cdeghkmnrtw])li$/;
const DIGIT = /\d/;
/** Texts repeat their words. */
const known = new Map<string, string>();
