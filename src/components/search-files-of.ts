import type { Portal } from '#data/portal.ts';
import { keptSearchIndex } from '#render/kept-renderings.ts';
import { searchDocumentsOf } from './search-documents-of.ts';
import { searchNames } from './search-names.ts';

const built = new WeakMap<Portal, Promise<ReadonlyMap<string, string>>>();

/** The files of the search by path, worked out once for a portal; in a build the manifest, and the others are in their places. */
export function searchFilesOf(portal: Portal): Promise<ReadonlyMap<string, string>> {
  const known = built.get(portal);
  if (known) return known;
  const files = keptSearchIndex(searchDocumentsOf(portal), searchNames(portal));
  built.set(portal, files);
  return files;
}
