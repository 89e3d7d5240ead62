import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What stands in a site as it stood in the last one. */
export interface KeptFiles {
  /** Folder of what is kept. */
  cache: string;
  site: string;
  /** By path in the site the key under which it is kept. */
  files: readonly (readonly [path: string, key: string])[];
}

/**
 * Puts kept files in their places in a site, in a thread of its own: there are thousands of them, and Astro bundles the
 * others meanwhile.
 *
 * @throws Error where somebody has taken one out of the cache meanwhile
 */
export async function placeInThread(kept: KeptFiles): Promise<void> {
  const worker = new Worker(new URL('placing-thread.ts', import.meta.url), { workerData: kept });
  await once(worker, 'exit');
}
