import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Browser } from 'playwright-core';
import { GenerateError } from '#generate/generate-error.ts';
import { serveDirectory } from '#scripts/site/serve-directory.ts';
import { openBrowser } from './open-browser.ts';

/**
 * Serves a built site to a browser for as long as the work takes.
 *
 * @param page what the work needs of the site: "screen"
 * @throws GenerateError `build/missing`, `browser/missing`
 */
export async function withBuiltSite<Result>(
  site: string,
  page: string,
  work: (browser: Browser, url: string) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(join(site, page))) {
    const shown = relative(process.cwd(), site) || '.';
    throw new GenerateError(
      'build/missing',
      `Cannot draw from the site in "${shown}": ${existsSync(site) ? `it has no /${page}/` : 'there is none'}; expected a built site`,
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
