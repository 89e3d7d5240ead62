import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pruneRenderCache } from '#render/render-cache.ts';
import { renderProgram } from '#render/render-program.ts';

/**
 * Lets a build keep what it renders for the next one, in a folder: names the program before it is bundled, and takes out
 * at the end what the build did not use. `dev` keeps nothing: its program changes while it runs.
 *
 * @param isPart whether the build wrote only some of the pages: then others may use what it did not
 */
export function keepRenderings(folder: string, isPart: () => boolean): AstroIntegration {
  let start = 0;
  return {
    name: 'keep-renderings',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const named = {
          RENDER_PROGRAM: renderProgram(),
          SITE_FOLDER: fileURLToPath(config.outDir),
        };
        updateConfig({
          vite: {
            define: Object.fromEntries(
              Object.entries(named).map(([name, value]) => [name, JSON.stringify(value)]),
            ),
          },
        });
      },
      'astro:build:start': () => {
        start = Date.now();
      },
      'astro:build:done': () => {
        if (!isPart()) pruneRenderCache(folder, start);
      },
    },
  };
}
