import { eachWord } from './each-word.ts';
import { personName, plainLetters, UNSPACED_NAME, UNSPACED_RUN } from './person-names.ts';
import type { Place } from './place.ts';
import type { Scanner } from './scanner.ts';

/** White space between two words of a name, with the tags between taken out. */
const LONGEST_GAP = 80;
const MOST_NAME_WORDS = 6;

/** Full names of customers, with whatever white space, marks and tags between their words. */
export function findNames(text: string, scanner: Scanner): Place[] {
  const places: Place[] = [];
  let words: Place[] = [];
  let end = 0;
  const look = (): void => {
    const name = words.length > 1 ? nameIn(words, scanner) : null;
    if (name) places.push(name);
  };
  eachWord(text, (at, wordEnd) => {
    const word = text.slice(at, wordEnd);
    if (!scanner.known.isNameWord(word)) return;
    if (!isNameGap(text.slice(end, Math.min(at, end + LONGEST_GAP)))) {
      look();
      words = [];
    }
    words.push({ text: word, at });
    end = wordEnd;
  });
  look();
  return places;
}

/** Names in writings that know no spaces: they can stand anywhere in a run of letters. */
export function* findUnspacedNames(text: string, { known, allowed }: Scanner): Generator<Place> {
  for (const run of text.matchAll(UNSPACED_RUN)) {
    const letters = Array.from(plainLetters(run[0]));
    for (let at = 0; at + UNSPACED_NAME.least <= letters.length; at += 1) {
      for (let length = UNSPACED_NAME.least; length <= UNSPACED_NAME.most; length += 1) {
        const name = letters.slice(at, at + length).join('');
        if (at + length > letters.length || allowed.names.has(name)) continue;
        if (known.has('name', name)) yield { at: run.index, text: name };
      }
    }
  }
}

/** What may stand between two words of a name. */
function isNameGap(gap: string): boolean {
  return /^(?:[^\p{L}\p{M}\p{N}]{0,3}|\s*)$/u.test(gap) && gap.length < LONGEST_GAP;
}

/** The first name in a row of words that are words of names; null for none. */
function nameIn(words: readonly Place[], { known, allowed }: Scanner): Place | null {
  for (let first = 0; first < words.length - 1; first += 1) {
    for (let length = 2; length <= MOST_NAME_WORDS && first + length <= words.length; length += 1) {
      const found = words.slice(first, first + length);
      const text = found.map((word) => word.text).join(' ');
      const name = personName(text);
      if (name !== null && !allowed.names.has(name) && known.has('name', name))
        return { text, at: found[0]?.at ?? 0 };
    }
  }
  return null;
}
