import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { answers, freePort } from '#scripts/site/local-server.ts';
import { takeAstroTurn } from '../site/astro-turn.ts';

export interface RunningDev {
  url: string;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** `npm run dev` of a content folder on a free port; resolves when it answers. */
export async function runDev(content: string, cache: string): Promise<RunningDev> {
  const endTurn = await takeAstroTurn();
  const port = await freePort();
  const words = ['--content', content, '--config', resolve('tests/fixtures/portal.config.ts')];
  const child = spawn(process.execPath, ['scripts/dev.ts', ...words, '--port', String(port)], {
    env: { ...process.env, PORTAL_CACHE: cache, NODE_ENV: 'development', VITEST: undefined },
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  const url = `http://localhost:${port}`;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    endTurn();
  };
  for (let attempt = 0; attempt < 240; attempt += 1) {
    if (child.exitCode !== null) break;
    if (await answers(`${url}/keystatic`)) return { url, output: () => printed, stop };
    await new Promise((done) => setTimeout(done, 250));
  }
  await stop();
  throw new Error(`npm run dev does not answer:\n${printed}`);
}
