import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '#scripts/cli/places.ts';
import {
  inventedLearnings,
  withOneChanged,
  writePortalContent,
  writeStarlightPages,
} from './build-contents.ts';
import { runMeasured, type CommandCost } from './run-measured.ts';

/** What one build takes. */
export interface BuildCost extends CommandCost {
  learnings: number;
  build: string;
}

/**
 * Builds invented learnings with one chart each, with search and link cards: with nothing kept, again, and after a
 * sentence was added to one; beside it Starlight builds the bare texts of the same. Starlight is installed for it, as
 * bench/starlight pins it.
 */
export async function benchBuilds(sizes: readonly number[]): Promise<BuildCost[]> {
  const costs: BuildCost[] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-builds-'));
    try {
      costs.push(...(await buildCosts(folder, size)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return costs;
}

async function buildCosts(folder: string, size: number): Promise<BuildCost[]> {
  const learnings = inventedLearnings(size);
  const changed = withOneChanged(learnings);
  const content = join(folder, 'content');
  const pages = join(folder, 'starlight/src/content/docs');
  await installStarlight(join(folder, 'starlight'));
  const costs: BuildCost[] = [];
  const measure = async (build: string, run: () => Promise<CommandCost>): Promise<void> => {
    costs.push({ learnings: size, build, ...(await run()) });
  };
  writePortalContent(content, learnings);
  writeStarlightPages(pages, learnings);
  await measure('the portal, nothing kept', () => buildPortal(folder));
  await measure('Starlight, bare text, nothing kept', () => buildStarlight(folder));
  await measure('the portal, again', () => buildPortal(folder));
  await measure('Starlight, bare text, again', () => buildStarlight(folder));
  writePortalContent(content, changed);
  writeStarlightPages(pages, changed);
  await measure('the portal, one learning changed', () => buildPortal(folder));
  await measure('Starlight, bare text, one changed', () => buildStarlight(folder));
  return costs;
}

/** As `npm run build` starts it: the check of the texts, the pages, and the scan for customers. */
function buildPortal(folder: string): Promise<CommandCost> {
  const config = join(folder, 'portal.config.ts');
  writeFileSync(config, `export default ${JSON.stringify(CONFIG)};\n`);
  return runMeasured(
    process.execPath,
    [
      ...['--import', './scripts/cli/compile-cache.ts', 'scripts/build.ts'],
      ...['--content', join(folder, 'content'), '--config', config],
      ...['--state', join(folder, 'state'), '--out', join(folder, 'dist')],
    ],
    { cwd: REPOSITORY, env: { PORTAL_CACHE: join(folder, 'cache') } },
  );
}

const CONFIG = {
  dataset: 'bench',
  company: { name: 'Bench' },
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
};

/** A site with Starlight's defaults: its search and its side bar are part of it. */
async function installStarlight(site: string): Promise<void> {
  mkdirSync(join(site, 'src/content/docs'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(join(REPOSITORY, 'bench/starlight', name), join(site, name));
  writeFileSync(join(site, 'astro.config.mjs'), STARLIGHT_CONFIG);
  writeFileSync(join(site, 'src/content.config.ts'), STARLIGHT_CONTENT);
  await runMeasured('npm', ['ci'], { cwd: site });
}

function buildStarlight(folder: string): Promise<CommandCost> {
  return runMeasured(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: join(folder, 'starlight'),
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
}

const STARLIGHT_CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [starlight({ title: 'Learnings' })] });
`;

const STARLIGHT_CONTENT = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** A Markdown table, as docs/performance.md holds it. */
export function formatBuilds(costs: readonly BuildCost[]): string {
  const or = (value: number | null, text: (value: number) => string): string =>
    value === null ? '' : text(value);
  const rows = costs.map(({ learnings, build, seconds, processorSeconds, peakMegabytes }) =>
    [
      learnings.toLocaleString('en-US'),
      build,
      `${seconds.toFixed(1)} s`,
      or(processorSeconds, (value) => `${value.toFixed(1)} s`),
      or(peakMegabytes, (value) => `${Math.round(value).toLocaleString('en-US')} MB`),
    ].join(' | '),
  );
  return [
    '| learnings | build | time | processor time | peak memory |',
    '| ---: | :--- | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
