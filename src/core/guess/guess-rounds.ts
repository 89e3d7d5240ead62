import { shuffledIndices } from '#core/segmentation/row-order.ts';
import { seededRandom, type Random } from '#core/segmentation/seeded-random.ts';
import type { Clue, PublishedFigures } from './clue.ts';
import { basketLikelihood } from './clue-likelihood.ts';
import { clueTimes, TELLING_TIMES } from './clue-times.ts';
import { drawBasket } from './draw-basket.ts';

/** An invented basket, and the Portraits among whom somebody guesses. */
export interface GuessRound {
  /** Whose basket it is: the one with whom it is the likeliest of all. */
  answer: string;
  /** Ids, the answer among them, in the order to show. */
  offered: readonly string[];
  clues: readonly Clue[];
  /** The clues that give the answer away, strongest first. */
  telling: readonly Clue[];
}

export interface GuessOptions {
  seed: number;
  /** Baskets of each Portrait. */
  baskets?: number;
  /** Portraits to choose from, at most. */
  offered?: number;
}

/** So many times as likely as with any other Portrait, offered or not, at least. */
export const CLEAR_ODDS = 3;
const FEWEST_TELLING = 2;
const MOST_TRIES = 400;

/**
 * The rounds of "Guess who" – baskets to match to Portraits. Definition: of each Portrait some baskets, drawn until at
 * least two clues tell (1.25 times as often as with all customers) and the basket is at least three times as likely as
 * with any other Portrait, whatever the suppressed figures are; a Portrait whose baskets never are has none. Everybody's
 * most telling basket comes first, and the most telling of these opens the game. No two baskets hold the same.
 * Source: own. Fewer than two Portraits: no rounds.
 *
 * @example guessRounds([], { seed: 1 }) // => []
 */
export function guessRounds(
  portraits: readonly PublishedFigures[],
  { seed, baskets = 2, offered = 4 }: GuessOptions,
): GuessRound[] {
  const random = seededRandom(seed);
  const found = portraits.map(() => [] as GuessRound[]);
  for (const [index, portrait] of portraits.entries()) {
    const others = portraits.filter((one) => one !== portrait);
    if (others.length === 0) continue;
    const rounds = found[index] ?? [];
    for (let tries = 0; tries < MOST_TRIES && rounds.length < baskets; tries += 1) {
      const round = tryRound(portrait, others, { offered, random });
      if (round && !found.flat().some((known) => isAlike(known, round))) rounds.push(round);
    }
    rounds.sort(mostTellingFirst);
  }
  // The first basket of everybody before the second of anybody: the same answer hardly comes twice in a row.
  const shuffled = sample(found, found.length, random);
  const opening = [...shuffled].sort(([one], [other]) =>
    one && other ? mostTellingFirst(one, other) : Number(!one) - Number(!other),
  )[0];
  const dealt = opening ? [opening, ...shuffled.filter((rounds) => rounds !== opening)] : [];
  return Array.from({ length: baskets }, (_, turn) =>
    dealt.flatMap((rounds) => rounds[turn] ?? []),
  ).flat();
}

/**
 * Clues that give a Portrait away – strongest first. Definition: those with at least 1.25 times the figure of all
 * customers. Source: own. None: empty.
 *
 * @example tellingClues({ id: 'a', facts: [], breakdowns: [], distinguishing: [] }, [{ kind: 'gift', isSo: true }]) // => []
 */
function tellingClues(figures: PublishedFigures, clues: readonly Clue[]): Clue[] {
  return clues
    .map((clue) => ({ clue, times: clueTimes(figures, clue) }))
    .filter(({ times }) => times >= TELLING_TIMES)
    .sort((left, right) => right.times - left.times)
    .map(({ clue }) => clue);
}

function tryRound(
  portrait: PublishedFigures,
  others: readonly PublishedFigures[],
  { offered: most, random }: { offered: number; random: Random },
): GuessRound | null {
  const clues = drawBasket(portrait, random);
  const telling = tellingClues(portrait, clues);
  if (telling.length < FEWEST_TELLING) return null;
  const { least } = basketLikelihood(portrait, clues);
  const isClear = others.every(
    (other) => least >= CLEAR_ODDS * basketLikelihood(other, clues).most,
  );
  if (!isClear || least === 0) return null;
  const shown = [portrait, ...sample(others, most - 1, random)];
  const offered = sample(shown, shown.length, random).map(({ id }) => id);
  return { answer: portrait.id, offered, clues, telling };
}

function mostTellingFirst(one: GuessRound, other: GuessRound): number {
  return other.telling.length - one.telling.length;
}

/** Whether two baskets hold the same things, for whatever money. */
function isAlike(left: GuessRound, right: GuessRound): boolean {
  const told = ({ clues }: GuessRound): string =>
    JSON.stringify(clues.filter(({ kind }) => kind !== 'orderValue'));
  return told(left) === told(right);
}

function sample<One>(all: readonly One[], count: number, random: Random): One[] {
  return [...shuffledIndices(all.length, random)]
    .map((index) => all[index])
    .filter((one) => one !== undefined)
    .slice(0, count);
}
