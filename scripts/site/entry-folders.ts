import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders beside those of entries: lists, and pages about several entries. */
const LISTS: ReadonlySet<string> = new Set([
  ...['map', 'compare', 'tree', 'page'],
  ...['kind', 'finding', 'grade', 'portrait', 'kpi', 'year'],
]);

/** Names of the folders in which a built site has its entries of a kind: "brand-enthusiast" of "personas"; sorted. */
export function entryFolders(site: string, kind: string): string[] {
  if (!existsSync(join(site, kind))) return [];
  return readdirSync(join(site, kind), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !LISTS.has(entry.name))
    .map(({ name }) => name)
    .sort();
}
