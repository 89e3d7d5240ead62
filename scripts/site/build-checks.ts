import { join } from 'node:path';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { loadConfig } from '#generate/load-config.ts';
import { allowedIn, assertNoCustomerInSite } from '#generate/privacy-scan.ts';
import { unwrittenTexts } from '#scripts/check/unwritten-texts.ts';
import { CleanFiles } from './clean-files.ts';
import { refuseBadApprovedTexts, refuseBadTexts } from './refuse-bad-texts.ts';

/** What the look at a built site goes by. */
interface LookedUp {
  content: string;
  /** Folder of the vault. */
  state: string;
  settings: PortalConfig;
  /** Where it is kept in which files of the last site nobody was found. */
  cache: string;
}

/**
 * Looks through configuration and texts before a site is built from them: Astro would tell the same with a stack, from
 * inside a page.
 *
 * @throws GenerateError `content/bad-mdx`, and what `loadConfig` throws
 */
export async function checkSources(
  content: string,
  config: string,
  site: 'internal' | 'public',
): Promise<PortalConfig> {
  const settings = await loadConfig(config);
  if (site === 'public') {
    refuseBadApprovedTexts(content);
  } else {
    refuseBadTexts(content);
    for (const line of unwrittenTexts(content)) console.log(line);
  }
  return settings;
}

/**
 * Looks for customers in a site that is built, before it takes its place.
 *
 * @throws GenerateError `privacy/customer-in-content`
 */
export function checkSite(site: string, { content, state, settings, cache }: LookedUp): void {
  const allowed = allowedIn(settings, content);
  const cleanFiles = new CleanFiles(join(cache, 'clean-files.txt'), state, allowed);
  assertNoCustomerInSite(site, state, allowed, cleanFiles);
  cleanFiles.save();
}
