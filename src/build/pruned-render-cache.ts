import type { AstroIntegration } from 'astro';
import { pruneRenderCache } from '#render/render-cache.ts';

/** Takes out of the cache of renderings what the build that has just ended did not use. */
export function prunedRenderCache(folder: string): AstroIntegration {
  let start = 0;
  return {
    name: 'pruned-render-cache',
    hooks: {
      'astro:build:start': () => {
        start = Date.now();
      },
      'astro:build:done': () => {
        pruneRenderCache(folder, start);
      },
    },
  };
}
