import { parentPort, workerData } from 'node:worker_threads';
import type { SearchDocument } from '#core/search/search-document.ts';
import { buildSearchIndex, type SearchNames } from './build-search-index.ts';

// The thread of indexInThread(): one index, then it ends.
const { documents, names } = workerData as {
  documents: readonly SearchDocument[];
  names: SearchNames;
};
parentPort?.postMessage(buildSearchIndex(documents, names));
