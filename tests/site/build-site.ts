import { mkdir, rm } from 'node:fs/promises';
import { builtSites } from './built-sites.ts';
import { runAstroBuild } from './run-astro-build.ts';

/** Builds every site once before the site tests. */
export default async function buildSites(): Promise<void> {
  // One after the other: Astro writes its types to one folder.
  for (const site of builtSites) {
    await rm(site.folder, { recursive: true, force: true });
    await rm(`${site.folder}.cache`, { recursive: true, force: true });
    await mkdir(site.folder, { recursive: true });
    const { ok, output } = await runAstroBuild(site);
    if (!ok) throw new Error(`Cannot build the site of ${site.name}:\n${output}`);
  }
}
