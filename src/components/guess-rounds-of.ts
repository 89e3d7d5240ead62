import type { PublishedFigures } from '#core/guess/clue.ts';
import { drawBasket } from '#core/guess/draw-basket.ts';
import { guessRounds, type GuessRound } from '#core/guess/guess-rounds.ts';
import type { Portal } from '#data/portal.ts';

/** A basket that tells one thing only is no riddle. */
const FEWEST_CLUES = 2;

/** The rounds of "Guess who": baskets of all Portraits whose figures say what a basket of theirs could be. */
export function guessRoundsOf(portal: Pick<Portal, 'personas' | 'config'>): GuessRound[] {
  const playable = portal.personas.flatMap(({ figures }): PublishedFigures[] =>
    figures && drawBasket(figures, () => 0.5).length >= FEWEST_CLUES ? [figures] : [],
  );
  return guessRounds(playable, { seed: portal.config.portraits.seed });
}
