import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';
import { serveDirectory } from '#scripts/site/serve-directory.ts';

/**
 * Serves a built public site for as long as the work takes.
 *
 * @throws GenerateError `build/missing`
 */
export async function withPublicSite<Result>(
  site: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(join(site, 'index.html'))) {
    throw new GenerateError(
      'build/missing',
      `Cannot draw the public site in "${relative(process.cwd(), site) || '.'}": there is none; expected a built site`,
      'Run "npm run build:share" first, or name another public site with --share',
    );
  }
  const server = await serveDirectory(site, 0);
  try {
    return await work(server.url);
  } finally {
    await server.close();
  }
}
