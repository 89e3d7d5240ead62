import type { TermEntry } from './search-files.ts';
import { rarityOf } from './rarity.ts';
import { stem } from './search-words.ts';

/** A word may be the beginning of as many others as this; a page is found by the more frequent ones. */
const MOST_BEGINNINGS = 40;
/** A shorter word that is written to its end is near to too many others to be the beginning of one. */
const LEAST_BEGINNING = 4;
/** What another word for it, a longer word, and one that is a typo apart, counts beside the word itself. */
const ALIKE = 0.6;
/** The same where as many pages hold the word itself: it is the word of this house, and finds its pages alone. */
const ALIKE_BESIDE = 0.2;
const BEGINNING = 0.5;
const TYPO = 0.7;

/** The terms of the index that a word of a query stands for. */
export interface WordMeaning {
  word: string;
  /** Term → how many times it counts. */
  boosts: ReadonlyMap<string, number>;
  /** The postings of these terms. */
  entries: readonly TermEntry[];
  /** How much the word tells pages apart: the rarer, the more. */
  rarity: number;
  /** Longer words that begin with it are meant as well. */
  isBeginning: boolean;
  /** No page holds it as written, only with a typo. */
  isMistyped: boolean;
}

/** Words that may stand in the place of a word. */
export interface OtherWords {
  /** Words that mean much the same. */
  alike: readonly string[];
  /** Words that are one typo apart; only looked at where the word and those alike are written nowhere. */
  neighbours: readonly string[];
  /** Whether somebody may still be writing it: the last word of a query. */
  isLast: boolean;
}

/**
 * Word meaning – as written in any form (by stem) and as another word for it; as the beginning of longer words where
 * the index has neither and it has four letters, or somebody may still be writing it; where it has none of these, the words that are one typo
 * apart.
 * A rare word that merely begins alike must not outweigh the word itself, so that no term counts for rarer than it.
 * Empty case: null where no page holds the word in any of these ways.
 * @example [...(wordMeaning('returned', [['return', 'return returns', 2, [0, 6, [0], 'z']]], { alike: [], neighbours: [], isLast: false }, 4)?.boosts ?? [])] // => [['return', 1]]
 */
export function wordMeaning(
  word: string,
  entries: readonly TermEntry[],
  { alike, neighbours, isLast }: OtherWords,
  count: number,
): WordMeaning | null {
  const root = stem(word);
  const itself = entries.find(([term]) => term === root);
  const same = entriesOf(alike, entries).filter((entry) => entry !== itself);
  const isBeginning =
    isLast || (itself === undefined && same.length === 0 && word.length >= LEAST_BEGINNING);
  const longer = entries
    .filter(
      (entry) => isBeginning && entry !== itself && !same.includes(entry) && beginsSo(entry, word),
    )
    .sort((one, other) => held(other) - held(one))
    .slice(0, MOST_BEGINNINGS);
  const isWritten = itself !== undefined || same.length > 0 || longer.length > 0;
  const near = isWritten ? [] : entriesOf(neighbours, entries);
  if (!isWritten && near.length === 0) return null;
  const standsFor = itself ? [itself] : same.length > 0 ? same : [...longer, ...near];
  const rarity = rarityOf(
    standsFor.reduce((sum, entry) => sum + held(entry), 0),
    count,
  );
  const boost =
    (share: number) =>
    (entry: TermEntry): [string, number] => [
      entry[0],
      share * Math.min(1, rarity / rarityOf(held(entry), count)),
    ];
  return {
    word,
    rarity,
    isBeginning,
    isMistyped: near.length > 0,
    entries: [...(itself ? [itself] : []), ...same, ...longer, ...near],
    boosts: new Map([
      ...(itself ? [[itself[0], 1] as const] : []),
      ...same.map((entry) => boost(held(itself) < held(entry) ? ALIKE : ALIKE_BESIDE)(entry)),
      ...longer.map(boost(BEGINNING)),
      ...near.map(boost(TYPO)),
    ]),
  };
}

/** In how many fields a term stands; none for a word that is written nowhere. */
function held(entry: TermEntry | undefined): number {
  return entry?.[2] ?? 0;
}

/** The entries of some words, by their stems. */
function entriesOf(words: readonly string[], entries: readonly TermEntry[]): TermEntry[] {
  const roots = new Set(words.map(stem));
  return entries.filter(([term]) => roots.has(term));
}

/** A figure is no beginning of another figure, but "72" stands for "72 %" and "0.8" too. */
function beginsSo([, words]: TermEntry, word: string): boolean {
  if (word.length < 2) return false;
  const isFigure = /\d$/.test(word);
  return words
    .split(' ')
    .some((known) => known.startsWith(word) && !(isFigure && /\d/.test(known.charAt(word.length))));
}
