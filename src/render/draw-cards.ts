import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Card } from '#core/cards/card.ts';
import type { CardOptions } from './render-card.ts';

/** A card and the key under which its picture is kept. */
export interface CardToDraw {
  key: string;
  card: Card;
  options: CardOptions;
}

/** Fewer are drawn sooner than threads start. */
const FEWEST = 20;
/** Each holds satori and the typefaces. */
const MOST_THREADS = 4;
/** Pictures are freed when memory is short: without limits they would pile up to a gigabyte. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/**
 * Draws cards in threads of their own, on every core, into the cache in a folder.
 *
 * @param fewest fewer cards are not drawn
 * @returns for each key when its card is there, or will not be: who needs it then draws it and sees why
 */
export function drawCards(
  cards: readonly CardToDraw[],
  folder: string,
  fewest = FEWEST,
): Map<string, Promise<undefined>> {
  const waiting = new Map(cards.map((card) => [card.key, card]));
  if (waiting.size < fewest) return new Map();
  const ended = new Map(
    [...waiting.keys()].map((key) => [key, Promise.withResolvers<undefined>()]),
  );
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  let running = threads;
  for (let thread = 0; thread < threads; thread += 1) {
    // The program that prerenders the pages is a bundle: the thread's own file is none of it.
    const worker = new Worker(resolve('src/render/card-thread.ts'), {
      workerData: folder,
      resourceLimits: LIMITS,
    });
    const next = (): void => {
      const [card] = waiting.values();
      if (!card) {
        void worker.terminate();
        return;
      }
      waiting.delete(card.key);
      worker.postMessage(card);
    };
    worker.on('message', (key: string) => {
      ended.get(key)?.resolve(undefined);
      next();
    });
    worker.on('error', () => worker.terminate());
    worker.on('exit', () => {
      running -= 1;
      if (running === 0) for (const { resolve: end } of ended.values()) end(undefined);
    });
    next();
  }
  return new Map([...ended].map(([key, { promise }]) => [key, promise]));
}
