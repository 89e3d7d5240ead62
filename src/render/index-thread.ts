import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { MANIFEST_PATH } from '#core/search/search-files.ts';
import { buildSearchIndex } from './build-search-index.ts';
import type { IndexJob } from './index-in-thread.ts';
import { RenderCache, renderKey } from './render-cache.ts';

// The thread of indexInThread(): one index, then it ends.
const { documents, names, site, cache: folder, program } = workerData as IndexJob;
const cache = new RenderCache(folder);
const key = program === null ? null : renderKey(program, 'search', documents, names);
const before = key === null ? undefined : cache.read(key);
const files = before
  ? new Map(JSON.parse(before.toString('utf8')) as [string, string][])
  : buildSearchIndex(documents, names);
for (const [path, text] of files) {
  const file = join(site, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
parentPort?.postMessage(files.get(MANIFEST_PATH));
// Astro ends when the thread has.
if (key !== null && !before) cache.write(key, Buffer.from(JSON.stringify([...files])));
