import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SearchDocument } from '#core/search/search-document.ts';
import type { SearchNames } from './build-search-index.ts';

/** What a thread makes the files of the search of, and where it puts them. */
export interface IndexJob {
  documents: readonly SearchDocument[];
  names: SearchNames;
  site: string;
  /** Where it keeps them for the next build. */
  cache: string;
  /** A name for the program that makes them; null: nothing is kept. */
  program: string | null;
}

/** All words of a site come and go: a small room for what is new would be cleared all the time. */
const LIMITS = { maxYoungGenerationSizeMb: 48 };

/**
 * The files of `buildSearchIndex` in their places in a site, put there by a thread of its own while pages are written: worked
 * out once as long as nothing in them changes.
 *
 * @returns the manifest, which Astro writes
 */
export async function indexInThread(job: IndexJob): Promise<string> {
  // The program that prerenders the pages is a bundle: the thread's own file is none of it.
  const worker = new Worker(resolve('src/render/index-thread.ts'), {
    workerData: job,
    resourceLimits: LIMITS,
  });
  const [manifest] = (await once(worker, 'message')) as [string];
  return manifest;
}
