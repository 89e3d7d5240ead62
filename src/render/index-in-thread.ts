import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SearchDocument } from '#core/search/search-document.ts';
import type { SearchNames } from './build-search-index.ts';

/** `buildSearchIndex` in a thread of its own, while pages are written. */
export async function indexInThread(
  documents: readonly SearchDocument[],
  names: SearchNames,
): Promise<Map<string, string>> {
  // The program that prerenders the pages is a bundle: the thread's own file is none of it.
  const worker = new Worker(resolve('src/render/index-thread.ts'), {
    workerData: { documents, names },
  });
  const [files] = (await once(worker, 'message')) as [Map<string, string>];
  return files;
}
