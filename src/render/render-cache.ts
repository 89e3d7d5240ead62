import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Hexadecimal digits of a SHA-256. */
const DIGEST_LENGTH = 64;

/**
 * Renderings (charts, cards, the search index) of former builds, each under the digest of everything that went into it: whatever changes, the name changes,
 * and an entry never grows stale. It may be deleted at any time, in whole or in part.
 */
export class RenderCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether something is kept under a key; read() tells whether it is whole. */
  has(key: string): boolean {
    return existsSync(this.#file(key));
  }

  /** What is kept under a key; undefined where nothing is, or what is there is damaged. */
  read(key: string): Buffer | undefined {
    const file = this.#file(key);
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
      // Says when it was last of use: see pruneRenderCache().
      const now = new Date();
      utimesSync(file, now, now);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    const rendering = bytes.subarray(DIGEST_LENGTH);
    return bytes.toString('latin1', 0, DIGEST_LENGTH) === digestOf(rendering)
      ? rendering
      : undefined;
  }

  /**
   * Writes to a file what is kept under a key, after this build has read it whole.
   *
   * @throws Error where it is kept no more
   */
  copy(key: string, file: string): void {
    const bytes = readFileSync(this.#file(key));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes.subarray(DIGEST_LENGTH));
  }

  /** Keeps a rendering under a key. Others find it whole or not at all, wherever this is broken off. */
  write(key: string, rendering: Uint8Array): void {
    mkdirSync(this.#folder, { recursive: true });
    const beside = `${this.#file(key)}.${process.pid}-${threadId}.writing`;
    writeFileSync(beside, Buffer.concat([Buffer.from(digestOf(rendering), 'latin1'), rendering]));
    renameSync(beside, this.#file(key));
  }

  #file(key: string): string {
    return join(this.#folder, key);
  }
}

/**
 * The key of a rendering.
 *
 * @param parts everything that the rendering depends on, as JSON can write it
 */
export function renderKey(...parts: readonly unknown[]): string {
  return digestOf(JSON.stringify(parts));
}

/**
 * Deletes what no build has used since a moment, and what a killed one left half written.
 *
 * @param since milliseconds since 1970: the beginning of the last build
 */
export function pruneRenderCache(folder: string, since: number): void {
  for (const name of namesIn(folder)) {
    const file = join(folder, name);
    if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? since) < since) {
      rmSync(file, { force: true });
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
