import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The folder of the repository: commands work from wherever they are called. */
export const REPOSITORY = join(import.meta.dirname, '../..');

/**
 * Runs a program of node_modules with this very Node, its output going straight to the terminal.
 *
 * @param tool its start file inside node_modules: "astro/bin/astro.mjs"
 * @returns its exit code; 1 when a signal ended it
 */
export async function runTool(
  tool: string,
  words: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  return runScript(join('node_modules', tool), words, environment);
}

/** The same for a script of this repository, named from its root. */
export async function runScript(
  script: string,
  words: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const child = spawn(process.execPath, [join(REPOSITORY, script), ...words], {
    cwd: REPOSITORY,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on('error', reject).on('exit', (code) => {
        resolve(code ?? 1);
      });
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
