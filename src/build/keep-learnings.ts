import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pruneRenderCache, RenderCache, renderKey } from '#render/render-cache.ts';
import { programOf } from '#render/render-program.ts';
import { learningKeys } from './learning-keys.ts';

interface Options {
  contentFolder: string;
  /** Files and folders that the site's program consists of, from the repository. */
  sources: readonly string[];
  /** What portal.config.ts says. */
  settings: unknown;
  /** Where pages are kept from one build to the next. */
  folder: string;
}

interface KeptLearnings {
  integration: AstroIntegration;
  /** Whether this build takes over pages: then it asks for nothing that stands on them. */
  areKept: () => boolean;
}

/**
 * Lets a build take over the pages of learnings of which nothing has changed: their texts are not compiled, their pages
 * not written again. There are thousands of them, and most builds are made for one. Must come after everything that
 * changes a built page. `dev` keeps nothing.
 */
export function keepLearnings({
  contentFolder,
  sources,
  settings,
  folder,
}: Options): KeptLearnings {
  const cache = new RenderCache(folder);
  const keysNow = (): Map<string, string> =>
    learningKeys(contentFolder, renderKey(programOf(sources), settings));
  const keptPage = (id: string, key: string): Buffer => {
    const bytes = cache.read(key);
    if (bytes) return bytes;
    throw new Error(
      `Cannot take over the page of the learning "${id}": it was taken out of ${folder} while the site was built; build it again`,
    );
  };
  let keys = new Map<string, string>();
  let kept: ReadonlySet<string> = new Set();
  let start = 0;
  const integration: AstroIntegration = {
    name: 'keep-learnings',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        start = Date.now();
        keys = keysNow();
        kept = new Set([...keys].flatMap(([id, key]) => (cache.read(key) ? [id] : [])));
        updateConfig({ vite: { define: { KEPT_LEARNINGS: JSON.stringify([...kept]) } } });
      },
      'astro:build:done': ({ dir }) => {
        const page = (id: string): string => join(fileURLToPath(dir), 'insights', id, 'index.html');
        // Somebody may have worked on content or program meanwhile: then one cannot tell what a page was made of.
        const after = keysNow();
        for (const [id, key] of keys) {
          if (kept.has(id)) {
            mkdirSync(dirname(page(id)), { recursive: true });
            writeFileSync(page(id), keptPage(id, key));
          } else if (after.get(id) === key) {
            cache.write(key, readFileSync(page(id)));
          }
        }
        pruneRenderCache(folder, start);
      },
    },
  };
  return { integration, areKept: () => kept.size > 0 };
}
