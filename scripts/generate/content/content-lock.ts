import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { GenerateError } from '../generate-error.ts';
import { applyDirectory } from './content-journal.ts';
import { diskEffects, type FileEffects } from './file-effects.ts';

/** A lock that ends too often while it is asked for: somebody else works in a loop. */
const ATTEMPTS = 20;

/** How often this process holds each lock: a command that holds it may call another step that asks for it. */
const held = new Map<string, number>();

/**
 * Takes the one lock of a content folder, so that two commands never write it at the same time. A lock whose
 * process is gone (killed, or the machine restarted) is taken over.
 *
 * @returns what gives the lock back
 * @throws GenerateError `content/locked` while another process holds it
 */
export function lockContent(
  contentDirectory: string,
  effects: FileEffects = diskEffects,
): () => void {
  const folder = applyDirectory(contentDirectory);
  const path = join(folder, 'lock');
  if (!held.has(path)) claimLock(folder, path, effects);
  held.set(path, (held.get(path) ?? 0) + 1);
  return () => {
    const depth = (held.get(path) ?? 1) - 1;
    if (depth > 0) {
      held.set(path, depth);
      return;
    }
    held.delete(path);
    for (const name of effects.list(folder)) {
      if (name.startsWith('lock.')) effects.remove(join(folder, name));
    }
    effects.remove(path);
    // Not empty when a journal could not be finished, or when the next process has its lock in there already.
    effects.removeEmpty(folder);
  };
}

function claimLock(folder: string, path: string, effects: FileEffects): void {
  const own = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
  });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    effects.makeDirectory(folder);
    try {
      if (effects.claim(path, own)) return;
    } catch (error) {
      // The former holder removed the folder between the two calls above.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      throw error;
    }
    const found = effects.read(path);
    if (found === null) continue;
    const holder = parseHolder(found);
    if (holder !== null && isRunning(holder)) throw lockedError(path, holder);
    takeAway(path, found, effects);
  }
  throw lockedError(path, null);
}

/** Moves a dead lock aside; where a living process was quicker and it is its lock, gives that back. */
function takeAway(path: string, expected: string, effects: FileEffects): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    effects.move(path, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  const moved = effects.read(aside);
  if (moved !== null && moved !== expected) effects.claim(path, moved);
  effects.remove(aside);
}

interface Holder {
  pid: number;
  host: string;
  started: string | null;
}

function parseHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { pid, host, started } = value as Record<string, unknown>;
    if (typeof pid !== 'number' || typeof host !== 'string') return null;
    return { pid, host, started: typeof started === 'string' ? started : null };
  } catch {
    return null;
  }
}

function isRunning(holder: Holder): boolean {
  // Nothing can be known about a process of another machine that shares the folder.
  if (holder.host !== hostname()) return true;
  // A process number is given again after a restart; the time of its start is not.
  if (holder.started !== null) return startOf(holder.pid) === holder.started;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When the process started, as Linux tells it; null elsewhere, and for a process that is gone. */
function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold spaces; the start is the 20th field after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null;
    return `${boot}-${fields[19] ?? ''}`;
  } catch {
    return null;
  }
}

function lockedError(path: string, holder: Holder | null): GenerateError {
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  return new GenerateError(
    'content/locked',
    `Cannot write content: ${who} is writing it; expected to be the only one`,
    `Wait until it is done. If no such process runs, delete the file "${path}"`,
  );
}
