import type { TermEntry } from './search-files.ts';
import { stem } from './search-words.ts';

/** A word may be the beginning of as many others as this; a page is found by the more frequent ones. */
const MOST_BEGINNINGS = 40;
/** What a longer word, and one that is a typo apart, counts beside the word itself. */
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
  /** No page holds it as written, only with a typo. */
  isMistyped: boolean;
}

/**
 * Word meaning – as written in any form (by stem), and as the beginning of longer words; where the index has neither,
 * the words that are one typo apart.
 * A rare word that merely begins alike must not outweigh the word itself, so that no term counts for rarer than it.
 * Empty case: null where no page holds the word in any of these ways.
 */
export function wordMeaning(
  word: string,
  entries: readonly TermEntry[],
  neighbours: readonly string[],
  count: number,
): WordMeaning | null {
  const root = stem(word);
  const itself = entries.find(([term]) => term === root);
  const longer = entries
    .filter((entry) => entry !== itself && beginsSo(entry, word))
    .sort(([, , one], [, , other]) => other - one)
    .slice(0, MOST_BEGINNINGS);
  const near =
    itself || longer.length > 0
      ? []
      : entriesOf(new Set(neighbours.map((neighbour) => stem(neighbour))), entries);
  const others = itself ? longer : [...longer, ...near];
  const rarity = itself
    ? rarityOf(itself[2], count)
    : rarityOf(
        others.reduce((sum, [, , held]) => sum + held, 0),
        count,
      );
  if (!itself && others.length === 0) return null;
  const share = near.length > 0 ? TYPO : BEGINNING;
  return {
    word,
    rarity,
    isMistyped: near.length > 0,
    entries: itself ? [itself, ...others] : others,
    boosts: new Map([
      ...(itself ? [[itself[0], 1] as const] : []),
      ...others.map(
        (entry) => [entry[0], share * Math.min(1, rarity / rarityOf(entry[2], count))] as const,
      ),
    ]),
  };
}

function entriesOf(terms: ReadonlySet<string>, entries: readonly TermEntry[]): TermEntry[] {
  return entries.filter(([term]) => terms.has(term));
}

/** A figure is no beginning of another figure, but "72" stands for "72 %" and "0.8" too. */
function beginsSo([, words]: TermEntry, word: string): boolean {
  if (word.length < 2) return false;
  const isFigure = /\d$/.test(word);
  return words
    .split(' ')
    .some((known) => known.startsWith(word) && !(isFigure && /\d/.test(known.charAt(word.length))));
}

/** Inverse document frequency, as lunr has it: a document that holds a term in two fields counts twice. */
function rarityOf(documents: number, count: number): number {
  return Math.log(1 + Math.abs((count - documents + 0.5) / (documents + 0.5)));
}
