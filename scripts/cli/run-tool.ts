import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from './places.ts';

/** Exit code of what somebody stopped, as shells have it for Ctrl+C. */
export const STOPPED = 130;

/**
 * Runs a program of node_modules with this very Node, its output going straight to the terminal.
 *
 * @param tool its start file inside node_modules: "astro/bin/astro.mjs"
 * @returns its exit code; `STOPPED` when we were told to end, 1 when another signal ended it
 */
export async function runTool(
  tool: string,
  words: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  return runScript(join('node_modules', tool), words, environment);
}

/** A program that loads itself and waits for a word before it begins. */
export interface WaitingTool {
  /** @returns its exit code; 1 when a signal ended it */
  begin(): Promise<number>;
  /** Ends it, whether it has begun or not. */
  cancel(): Promise<void>;
}

/** The same, loading itself while something else is done: it begins when it is told, by a message. */
export function startTool(
  tool: string,
  words: string[],
  environment: Record<string, string>,
): WaitingTool {
  const child = start(join('node_modules', tool), words, ['inherit', 'ipc'], environment);
  const end = ended(child);
  return {
    begin() {
      // Where it has ended already, its exit code says why.
      child.send('begin', () => undefined);
      return end;
    },
    async cancel() {
      child.kill();
      await end;
    },
  };
}

/** The same, its output and errors kept for later: for what runs beside something else. */
export async function runToolQuietly(
  tool: string,
  words: string[],
): Promise<{ exitCode: number; output: string }> {
  const child = start(join('node_modules', tool), words, ['pipe'], {});
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { exitCode: await ended(child), output };
}

/** Runs a script of this repository, named from its root, as runTool() does a tool. */
export async function runScript(
  script: string,
  words: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  return ended(start(script, words, ['inherit'], environment));
}

function start(
  script: string,
  words: string[],
  [output, ...more]: ['inherit' | 'pipe', ...'ipc'[]],
  environment: Record<string, string>,
): ChildProcess {
  return spawn(process.execPath, [join(REPOSITORY, script), ...words], {
    cwd: REPOSITORY,
    stdio: ['inherit', output, output, ...more],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });
}

/** The exit code, once everything it printed has arrived; whoever ends us (Ctrl+C) ends it too. */
async function ended(child: ChildProcess): Promise<number> {
  let isStopped = false;
  const stop = (signal: NodeJS.Signals) => {
    isStopped = true;
    child.kill(signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on('error', reject).on('close', (code) => {
        resolve(isStopped ? STOPPED : (code ?? 1));
      });
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
