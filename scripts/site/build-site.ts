import { existsSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';
import { loadConfig } from '#generate/load-config.ts';
import { allowedIn, assertNoCustomerInSite } from '#generate/privacy-scan.ts';
import type { Allowed } from '#generate/privacy/allowed-contacts.ts';
import { unwrittenTexts } from '#scripts/check/unwritten-texts.ts';
import { stateDirectory } from '#scripts/cli/places.ts';
import { runTool } from '#scripts/cli/run-tool.ts';
import { astroEnvironment } from './astro-environment.ts';
import { CleanFiles } from './clean-files.ts';
import { refuseBadApprovedTexts, refuseBadTexts } from './refuse-bad-texts.ts';

export interface BuildPlaces {
  content: string;
  config: string;
  out: string;
  /** Folder of the vault: nobody in it may be in the site. Default: beside the content. */
  state?: string | undefined;
}

/** Which site is built: Astro's configuration for it, and what only that one is told. */
export interface SiteKind {
  name: 'internal' | 'public';
  astroConfig: string;
  environment?: Record<string, string>;
}

const INTERNAL: SiteKind = { name: 'internal', astroConfig: 'astro.config.js' };

/**
 * Builds a site, by default the internal one. It is built beside its place and takes it when it is whole: a build that fails or is
 * killed leaves the former site, and so does one in which a customer stands.
 *
 * @throws GenerateError `content/bad-mdx`, `build/failed`, `privacy/customer-in-content`, and what `loadConfig` throws
 */
export async function buildSite(
  { content, config, out, state = stateDirectory(content) }: BuildPlaces,
  { name, astroConfig, environment }: SiteKind = INTERNAL,
): Promise<void> {
  // Astro would tell the same with a stack, from inside a page.
  const settings = await loadConfig(config);
  if (name === 'internal') {
    refuseBadTexts(content);
    for (const line of unwrittenTexts(content)) console.log(line);
  } else {
    refuseBadApprovedTexts(content);
  }
  recoverBuild(out);
  const building = `${out}.building`;
  const astro = astroEnvironment(content, config, name);
  const exitCode = await runTool('astro/bin/astro.mjs', ['build', '--config', astroConfig], {
    ...astro,
    ...environment,
    PORTAL_OUT: building,
  });
  if (exitCode !== 0) {
    rmSync(building, { recursive: true, force: true });
    throw new GenerateError(
      'build/failed',
      `Cannot build the site: Astro stopped with exit code ${exitCode}; expected a whole site`,
      'What is wrong stands above; the former site is still in its place',
    );
  }
  refuseCustomers(building, state, allowedIn(settings, content), astro.PORTAL_CACHE);
  if (existsSync(out)) renameSync(out, `${out}.previous`);
  renameSync(building, out);
  // Thousands of files one after the other would wait for the disk.
  await rm(`${out}.previous`, { recursive: true, force: true });
}

function refuseCustomers(building: string, state: string, allowed: Allowed, cache: string): void {
  const cleanFiles = new CleanFiles(join(cache, 'clean-files.txt'), state, allowed);
  try {
    assertNoCustomerInSite(building, state, allowed, cleanFiles);
    cleanFiles.save();
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}

/** Puts right what a killed build left: half a site goes, and a site that was moved aside comes back. */
export function recoverBuild(out: string): void {
  if (!existsSync(out) && existsSync(`${out}.previous`)) renameSync(`${out}.previous`, out);
  for (const leftover of [`${out}.building`, `${out}.previous`]) {
    rmSync(leftover, { recursive: true, force: true });
  }
}
