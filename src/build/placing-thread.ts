import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { RenderCache } from '#render/render-cache.ts';
import type { KeptFiles } from './place-in-thread.ts';

// The thread of placeInThread(): one site, then it ends.
const { cache: folder, site, files } = workerData as KeptFiles;
const cache = new RenderCache(folder);
for (const [path, key] of files) {
  const bytes = cache.read(key);
  if (!bytes)
    throw new Error(
      `Cannot take over "${path}" of the last build: it was taken out of ${folder} while the site was built; build it again`,
    );
  const place = join(site, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes);
}
