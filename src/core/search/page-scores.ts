import { OpenedTerms } from './opened-terms.ts';
import type { Reading } from './search-readings.ts';
import type { WordMeaning } from './word-meaning.ts';

/** A query of which a smaller share of words is known is about something that no page tells. */
const LEAST_KNOWN = 0.25;
/** Letters at random come near to a word by chance: beside more words that are known nowhere none is guessed. */
const MOST_UNKNOWN = 1;
/** Pages that hold less than this of what the query asked for are left out. */
const LEAST_COVERAGE = 0.2;
/** Another name for a KPI must not bring every page in that holds one word of its title. */
const LEAST_COVERAGE_OF_TITLE = 0.9;
/** How strongly it counts against a page that it leaves words out: the power of the share that it holds. */
const COVERAGE = 3;
/** How much alike a common and a rare word count: the power of its rarity that each word's weight is divided by. */
const EVENNESS = 0.8;

/**
 * The score of every document that holds enough of one of the readings.
 * Empty case: none for readings of which hardly a word is known.
 * @example [...bestScores([{ words: ['return'], isTitle: false }], new Map([['return', { word: 'return', boosts: new Map([['return', 1]]), entries: [['return', 'return returns', 2, [0, 6, [0], 'z']]], rarity: 1, isBeginning: false, isMistyped: false }]])).keys()] // => [0]
 */
export function bestScores(
  readings: readonly Reading[],
  meanings: ReadonlyMap<string, WordMeaning>,
): Map<number, number> {
  const entries = [...meanings.values()].flatMap((meaning) => meaning.entries);
  const opened = new OpenedTerms([...new Map(entries.map((entry) => [entry[0], entry])).values()]);
  const weights = new Map(
    [...meanings].map(([word, { boosts }]) => [word, opened.weigh(boosts)] as const),
  );
  const best = new Map<number, number>();
  for (const { words, isTitle } of readings) {
    const least = isTitle ? LEAST_COVERAGE_OF_TITLE : LEAST_COVERAGE;
    for (const [document, score] of scoresOf(
      knownWords(words, meanings),
      meanings,
      weights,
      least,
    )) {
      if (score > (best.get(document) ?? 0)) best.set(document, score);
    }
  }
  return best;
}

/** The words of a query that are known, or guessed where little else is unknown; none where too few are. */
function knownWords(
  words: readonly string[],
  meanings: ReadonlyMap<string, WordMeaning>,
): readonly string[] {
  const found = words.filter((word) => meanings.has(word));
  const isSure = words.length - found.length <= MOST_UNKNOWN;
  const known = isSure ? found : found.filter((word) => meanings.get(word)?.isMistyped === false);
  return known.length < LEAST_KNOWN * words.length ? [] : known;
}

function scoresOf(
  words: readonly string[],
  meanings: ReadonlyMap<string, WordMeaning>,
  weights: ReadonlyMap<string, ReadonlyMap<number, number>>,
  leastCoverage: number,
): Map<number, number> {
  const found = new Map<number, { score: number; rarity: number }>();
  let whole = 0;
  for (const word of words) {
    const rarity = meanings.get(word)?.rarity ?? 0;
    whole += rarity;
    for (const [document, weight] of weights.get(word) ?? []) {
      const before = found.get(document) ?? { score: 0, rarity: 0 };
      found.set(document, {
        score: before.score + weight / rarity ** EVENNESS,
        rarity: before.rarity + rarity,
      });
    }
  }
  return new Map(
    [...found].flatMap(([document, { score, rarity }]) => {
      const coverage = rarity / whole;
      return coverage >= leastCoverage ? [[document, score * coverage ** COVERAGE] as const] : [];
    }),
  );
}
