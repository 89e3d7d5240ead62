import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeWhenStopped } from './remove-when-stopped.ts';

/** A folder for data on the way, which nobody else can read. */
export interface ScratchFolder {
  path: string;
  remove(): void;
}

/** @param prefix with which its name begins: "exports-" */
export function scratchFolder(prefix: string): ScratchFolder {
  const path = mkdtempSync(join(tmpdir(), prefix));
  const release = removeWhenStopped(path);
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true });
      release();
    },
  };
}
