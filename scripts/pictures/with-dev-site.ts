import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';
import { REPOSITORY } from '#scripts/cli/places.ts';
import { answers, freePort } from '#scripts/site/local-server.ts';

/** Starting bundles all that the page of components needs. */
const LONGEST_START_MS = 90_000;

/**
 * Runs `npm run dev` for as long as the work takes: only there is the page of all components.
 *
 * @throws GenerateError `dev/silent`
 */
export async function withDevSite<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const url = `http://localhost:${await freePort()}`;
  const child = spawn(
    process.execPath,
    [join(REPOSITORY, 'scripts/dev.ts'), '--port', new URL(url).port],
    { cwd: REPOSITORY, stdio: 'ignore', env: { ...process.env, NODE_ENV: 'development' } },
  );
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  try {
    const latest = Date.now() + LONGEST_START_MS;
    while (!(await answers(`${url}/design/`))) {
      if (child.exitCode !== null || Date.now() > latest) {
        throw new GenerateError(
          'dev/silent',
          'Cannot draw the components: "npm run dev" does not answer',
          'Run "npm run dev" to see why',
        );
      }
      await new Promise((done) => setTimeout(done, 250));
    }
    return await work(url);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
