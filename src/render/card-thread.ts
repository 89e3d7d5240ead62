import { parentPort, workerData } from 'node:worker_threads';
import type { CardToDraw } from './draw-cards.ts';
import { RenderCache } from './render-cache.ts';
import { renderCard } from './render-card.ts';

// A thread of drawCards(): one card after the other into the cache, and word of each.
const cache = new RenderCache(workerData as string);

parentPort?.on('message', ({ key, card, options }: CardToDraw) => {
  void renderCard(card, options).then((png) => {
    cache.write(key, png);
    parentPort?.postMessage(key);
  });
});
