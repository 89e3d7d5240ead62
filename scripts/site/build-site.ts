import { existsSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { GenerateError } from '#generate/generate-error.ts';
import { stateDirectory } from '#scripts/cli/places.ts';
import { startTool, STOPPED } from '#scripts/cli/run-tool.ts';
import { WAITS } from '#build/told-to-begin.ts';
import { astroEnvironment } from './astro-environment.ts';

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
  kind: SiteKind = INTERNAL,
): Promise<void> {
  recoverBuild(out);
  const building = `${out}.building`;
  const environment = astroEnvironment(content, config, kind.name);
  const astro = startTool('astro/bin/astro.mjs', ['build', '--config', kind.astroConfig], {
    ...environment,
    ...kind.environment,
    PORTAL_OUT: building,
    [WAITS]: 'until told',
  });
  try {
    // Loaded, and texts looked through, while Astro loads itself.
    const { checkSite, checkSources } = await import('./build-checks.ts');
    const settings = await checkSources(content, config, kind.name);
    const exitCode = await astro.begin();
    if (exitCode !== 0) throw buildFailed(exitCode);
    checkSite(building, { content, state, settings, cache: environment.PORTAL_CACHE });
  } catch (error) {
    await astro.cancel();
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
  if (existsSync(out)) renameSync(out, `${out}.previous`);
  renameSync(building, out);
  // Thousands of files one after the other would wait for the disk.
  await rm(`${out}.previous`, { recursive: true, force: true });
}

function buildFailed(exitCode: number): GenerateError {
  if (exitCode === STOPPED) {
    return new GenerateError(
      'build/stopped',
      'Stopped before the site was whole; expected to run to its end',
      'The former site is still in its place',
    );
  }
  return new GenerateError(
    'build/failed',
    `Cannot build the site: Astro stopped with exit code ${exitCode}; expected a whole site`,
    'What is wrong stands above; the former site is still in its place',
  );
}

/** Puts right what a killed build left: half a site goes, and a site that was moved aside comes back. */
export function recoverBuild(out: string): void {
  if (!existsSync(out) && existsSync(`${out}.previous`)) renameSync(`${out}.previous`, out);
  for (const leftover of [`${out}.building`, `${out}.previous`]) {
    rmSync(leftover, { recursive: true, force: true });
  }
}
