import type { AstroIntegration } from 'astro';
import { pruneDrawings } from '#render/drawing-cache.ts';

/** Takes out of the cache of drawings what the build that has just ended did not use. */
export function prunedDrawings(folder: string): AstroIntegration {
  let start = 0;
  return {
    name: 'pruned-drawings',
    hooks: {
      'astro:build:start': () => {
        start = Date.now();
      },
      'astro:build:done': () => {
        pruneDrawings(folder, start);
      },
    },
  };
}
