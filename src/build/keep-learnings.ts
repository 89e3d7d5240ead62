import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pruneRenderCache, RenderCache, renderKey } from '#render/render-cache.ts';
import { programOf } from '#render/render-program.ts';
import { learningKeys, type LearningKeys } from './learning-keys.ts';
import { placeInThread } from './place-in-thread.ts';

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

/** A file of the site, and the key under which it is kept. */
type KeptFile = readonly [path: string, key: string];

/** What a learning has to itself: its page, and the picture that links to it are shown with. */
function filesOf(id: string, key: string): KeptFile[] {
  return [
    [`insights/${id}/index.html`, key],
    [`cards/insight/${id}/og.png`, `${key}-card`],
  ];
}

/**
 * Lets a build take over the pages of learnings of which nothing has changed, their cards and their lists: their texts
 * are not compiled, their pages not written again. There are thousands of them, and most builds are made for one. Must
 * come after everything that changes a built page. `dev` keeps nothing.
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
  let keys: LearningKeys = { pages: new Map(), lists: '', content: '' };
  let kept: ReadonlySet<string> = new Set();
  let lists: KeptFile[] | undefined;
  let start = 0;
  let outFolder = '';
  let placing = Promise.resolve();
  const isWhole = ([, key]: KeptFile): boolean => cache.read(key) !== undefined;
  const keptLists = (): KeptFile[] | undefined => {
    const paths = cache.read(keys.lists);
    const files = paths && listFiles(JSON.parse(paths.toString('utf8')) as string[], keys.lists);
    return files?.every(isWhole) === true ? files : undefined;
  };
  const keep = (files: readonly KeptFile[]): void => {
    for (const [path, key] of files) cache.write(key, readFileSync(join(outFolder, path)));
  };
  const integration: AstroIntegration = {
    name: 'keep-learnings',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        start = Date.now();
        outFolder = fileURLToPath(config.outDir);
        keys = keysNow();
        kept = new Set(
          [...keys.pages].flatMap(([id, key]) => (filesOf(id, key).every(isWhole) ? [id] : [])),
        );
        lists = keptLists();
        updateConfig({
          vite: {
            define: {
              CONTENT_VERSION: JSON.stringify(renderKey(keys.content, settings).slice(0, 16)),
              KEPT_LEARNINGS: JSON.stringify([...kept]),
              KEPT_LISTS: JSON.stringify(lists !== undefined),
            },
          },
        });
      },
      // While the others are bundled: Astro has just emptied the folder, and looks into it no more.
      'astro:build:setup': () => {
        const own = [...keys.pages].flatMap(([id, key]) => (kept.has(id) ? filesOf(id, key) : []));
        const files = [...own, ...(lists ?? [])];
        placing = placeInThread({ cache: folder, site: outFolder, files });
        // Whoever waits for it below is told.
        placing.catch(() => undefined);
      },
      'astro:build:done': async () => {
        await placing;
        // Somebody may have worked on content or program meanwhile: then one cannot tell what a page was made of.
        const after = keysNow();
        if (!lists && after.lists === keys.lists) {
          const paths = listsIn(outFolder);
          keep(listFiles(paths, keys.lists));
          cache.write(keys.lists, Buffer.from(JSON.stringify(paths)));
        }
        for (const [id, key] of keys.pages) {
          if (!kept.has(id) && after.pages.get(id) === key) keep(filesOf(id, key));
        }
        pruneRenderCache(folder, start);
      },
    },
  };
  return { integration, areKept: () => kept.size > 0 };
}

/** Further pages of the lists: they stand in folders of their own, learnings do not. */
function listsIn(site: string): string[] {
  return readdirSync(join(site, 'insights'), { recursive: true, encoding: 'utf8' })
    .map((path) => `insights/${path.split(sep).join('/')}`)
    .filter((path) => path.endsWith('.html') && path.split('/').length > 3);
}

function listFiles(paths: readonly string[], key: string): KeptFile[] {
  return paths.map((path, at) => [path, `${key}-${at}`]);
}
