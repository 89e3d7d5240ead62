import type { Portal } from '#data/portal.ts';
import { keptSearchIndex } from '#render/kept-renderings.ts';
import { searchDocumentsOf } from './search-documents-of.ts';
import { searchNames } from './search-names.ts';

const built = new WeakMap<Portal, Map<string, string>>();

/** The files of the search by path, worked out once for a portal. */
export function searchFilesOf(portal: Portal): Map<string, string> {
  const known = built.get(portal);
  if (known) return known;
  const files = keptSearchIndex(searchDocumentsOf(portal), searchNames(portal));
  built.set(portal, files);
  return files;
}
