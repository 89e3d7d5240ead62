import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { RenderCache } from '#render/render-cache.ts';
import type { KeptFiles } from './place-in-thread.ts';

// The thread of placeInThread(): one site, then it ends.
const { cache: folder, site, files } = workerData as KeptFiles;
const cache = new RenderCache(folder);
for (const [path, key] of files) cache.copy(key, join(site, path));
