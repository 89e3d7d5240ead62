import type { Portal } from '#data/portal.ts';
import { keptSearchIndex, placeFile } from '#render/kept-renderings.ts';
import { searchDocumentsOf } from './search-documents-of.ts';
import { searchNames } from './search-names.ts';

const built = new WeakMap<Portal, Promise<Map<string, string>>>();

/** The files of the search by path, worked out once for a portal; in a build they are in their places by then. */
export function searchFilesOf(portal: Portal): Promise<Map<string, string>> {
  const known = built.get(portal);
  if (known) return known;
  const files = placedFiles(portal);
  built.set(portal, files);
  return files;
}

async function placedFiles(portal: Portal): Promise<Map<string, string>> {
  const files = await keptSearchIndex(searchDocumentsOf(portal), searchNames(portal));
  for (const [path, text] of files) placeFile(path, text);
  return files;
}
