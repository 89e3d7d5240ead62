import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const folder = resolve('node_modules/.cache/tests-site');
const path = resolve(folder, 'astro-turn');

/**
 * Waits until no other test builds or serves a site: Astro writes its types and pages in progress to one folder.
 *
 * @returns what ends the turn
 */
export async function takeAstroTurn(): Promise<() => void> {
  mkdirSync(folder, { recursive: true });
  while (!claim()) {
    if (!isRunning(holder())) rmSync(path, { force: true });
    else await setTimeout(200);
  }
  return () => {
    rmSync(path, { force: true });
  };
}

function claim(): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** Its process id; our own while it is being written or taken away. */
function holder(): number {
  try {
    return Number(readFileSync(path, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
