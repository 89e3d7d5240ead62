import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pruneRenderCache, RenderCache, renderKey } from '#render/render-cache.ts';
import { programOf } from '#render/render-program.ts';
import { learningKeys, type LearningKeys } from './learning-keys.ts';

/** One file after the other would wait for the disk, all at once would fill the memory. */
const AT_ONCE = 32;

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
 * Lets a build take over the pages of learnings of which nothing has changed, and their lists: their texts are not
 * compiled, their pages not written again. There are thousands of them, and most builds are made for one. Must come
 * after everything that changes a built page. `dev` keeps nothing.
 */
export function keepLearnings({
  contentFolder,
  sources,
  settings,
  folder,
}: Options): KeptLearnings {
  const cache = new RenderCache(folder);
  const keysNow = (): LearningKeys =>
    learningKeys(contentFolder, renderKey(programOf(sources), settings));
  const read = (key: string): Buffer => {
    const bytes = cache.read(key);
    if (bytes) return bytes;
    throw new Error(
      `Cannot take over a page of the last build: it was taken out of ${folder} while the site was built; build it again`,
    );
  };
  let keys: LearningKeys = { pages: new Map(), lists: '' };
  let kept: ReadonlySet<string> = new Set();
  let areListsKept = false;
  let start = 0;
  let outFolder = '';
  let placing = Promise.resolve();
  const pageIn = (site: string, id: string): string => join(site, 'insights', id, 'index.html');
  const placeKept = async (site: string): Promise<void> => {
    const lists = areListsKept
      ? (JSON.parse(read(keys.lists).toString('utf8')) as [string, string][])
      : [];
    await inTurns(lists, ([path, html]) => writePage(join(site, 'insights', path), html));
    await inTurns([...keys.pages], async ([id, key]) => {
      if (kept.has(id)) await writePage(pageIn(site, id), read(key));
    });
  };
  const integration: AstroIntegration = {
    name: 'keep-learnings',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        start = Date.now();
        outFolder = fileURLToPath(config.outDir);
        keys = keysNow();
        kept = new Set([...keys.pages].flatMap(([id, key]) => (cache.read(key) ? [id] : [])));
        areListsKept = cache.read(keys.lists) !== undefined;
        updateConfig({
          vite: {
            define: {
              KEPT_LEARNINGS: JSON.stringify([...kept]),
              KEPT_LISTS: JSON.stringify(areListsKept),
            },
          },
        });
      },
      // While the others are bundled: Astro has just emptied the folder, and looks into it no more.
      'astro:build:setup': () => {
        placing = placeKept(outFolder);
        // Whoever waits for it below is told.
        placing.catch(() => undefined);
      },
      'astro:build:done': async () => {
        await placing;
        // Somebody may have worked on content or program meanwhile: then one cannot tell what a page was made of.
        const after = keysNow();
        if (!areListsKept && after.lists === keys.lists)
          cache.write(
            keys.lists,
            Buffer.from(JSON.stringify(listsIn(join(outFolder, 'insights')))),
          );
        for (const [id, key] of keys.pages) {
          if (!kept.has(id) && after.pages.get(id) === key)
            cache.write(key, readFileSync(pageIn(outFolder, id)));
        }
        pruneRenderCache(folder, start);
      },
    },
  };
  return { integration, areKept: () => kept.size > 0 };
}

/** Further pages of the lists by their paths: they stand in folders of their own, learnings do not. */
function listsIn(insights: string): [path: string, html: string][] {
  return readdirSync(insights, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html') && path.split(sep).length > 2)
    .map((path) => [path, readFileSync(join(insights, path), 'utf8')]);
}

async function writePage(file: string, html: string | Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, html);
}

async function inTurns<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<void>,
): Promise<void> {
  for (let first = 0; first < items.length; first += AT_ONCE)
    await Promise.all(items.slice(first, first + AT_ONCE).map(run));
}
