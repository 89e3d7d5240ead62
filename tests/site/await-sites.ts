import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { builtSites, outcomeFile } from './built-sites.ts';
import type { BuildOutcome } from './run-astro-build.ts';

/** Waits in front of each file of site tests until the sites are built; they are told why where one is not. */
for (const { name, folder } of builtSites) {
  while (!existsSync(outcomeFile(folder))) await setTimeout(200);
  const { ok, output } = JSON.parse(readFileSync(outcomeFile(folder), 'utf8')) as BuildOutcome;
  if (!ok) throw new Error(`Cannot build the site of ${name}:\n${output}`);
}
