import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Browser } from 'playwright-core';
import { GenerateError } from '#generate/generate-error.ts';
import { serveDirectory } from '#scripts/site/serve-directory.ts';
import { openBrowser } from './open-browser.ts';

/**
 * Serves a built site to a browser for as long as the work takes.
 *
 * @throws GenerateError `build/missing`, `browser/missing`
 */
export async function withBuiltSite<Result>(
  site: string,
  work: (browser: Browser, url: string) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(join(site, 'screen/index.html'))) {
    throw new GenerateError(
      'build/missing',
      `Cannot draw the site in "${relative(process.cwd(), site) || '.'}": ${existsSync(site) ? 'it has no office screen' : 'there is none'}; expected a built site`,
      'Run "npm run build" first, or name another site with --site',
    );
  }
  const server = await serveDirectory(site, 0);
  try {
    const browser = await openBrowser();
    try {
      return await work(browser, server.url);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}
