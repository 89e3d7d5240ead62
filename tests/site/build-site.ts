import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtSites, outcomeFile } from './built-sites.ts';
import { runAstroBuild } from './run-astro-build.ts';

/** Starts to build every site, while other tests run; `await-sites.ts` waits for them. */
export default function buildSites(): () => Promise<void> {
  for (const { folder } of builtSites) {
    for (const path of [folder, `${folder}.cache`, outcomeFile(folder)]) {
      rmSync(path, { recursive: true, force: true });
    }
    mkdirSync(folder, { recursive: true });
  }
  const building = Promise.all(
    builtSites.map(async (site) => {
      const outcome = outcomeFile(site.folder);
      writeFileSync(`${outcome}.new`, JSON.stringify(await runAstroBuild(site)));
      renameSync(`${outcome}.new`, outcome);
    }),
  );
  return async () => {
    await building;
  };
}
