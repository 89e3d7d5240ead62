import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';

/**
 * The few things that applying a plan does to a disk. Tests give an implementation that ends the process at the
 * n-th call; nothing but these verbs touches content/, so every place where a kill can fall is one of them.
 */
export interface FileEffects {
  /** The file's text, or null where there is none. */
  read(path: string): string | null;
  exists(path: string): boolean;
  isLink(path: string): boolean;
  makeDirectory(path: string, mode?: number): void;
  /** Writes a file and waits until the disk has it. */
  write(path: string, text: string, mode?: number): void;
  /** Replaces the target in one step, also from one file system to another. */
  move(from: string, to: string): void;
  /** Creates the file with its whole text, unless it exists; says whether it did. */
  claim(path: string, text: string): boolean;
  /** Removes a file, or a folder with all it holds; nothing there is fine. */
  remove(path: string): void;
  /** Names in a folder; none where there is no folder. */
  list(path: string): string[];
  /** Removes a folder if nothing is in it. */
  removeEmpty(path: string): void;
  /** Waits until the disk has the folder's list of names. */
  syncDirectory(path: string): void;
}

export const diskEffects: FileEffects = {
  read(path) {
    return unless('ENOENT', () => readFileSync(path, 'utf8'), null);
  },
  exists: existsSync,
  isLink(path) {
    return unless('ENOENT', () => lstatSync(path).isSymbolicLink(), false);
  },
  makeDirectory(path, mode) {
    mkdirSync(path, { recursive: true, ...(mode === undefined ? {} : { mode }) });
  },
  write(path, text, mode = 0o666) {
    writeFileSync(path, text, { mode, flush: true });
  },
  move(from, to) {
    const isMoved = unless('EXDEV', () => (renameSync(from, to), true), false);
    if (isMoved) return;
    // Another file system: copy beside the target first, so that the target is still replaced in one step.
    const beside = `${to}.moving`;
    copyFileSync(from, beside);
    syncPath(beside);
    renameSync(beside, to);
    rmSync(from);
  },
  claim(path, text) {
    // A link appears with the whole text in it; a file opened with "wx" is empty for a moment.
    const own = `${path}.${process.pid}`;
    writeFileSync(own, text);
    try {
      return unless('EEXIST', () => (linkSync(own, path), true), false);
    } finally {
      rmSync(own, { force: true });
    }
  },
  remove(path) {
    rmSync(path, { recursive: true, force: true });
  },
  list(path) {
    return unless('ENOENT', () => readdirSync(path), []);
  },
  removeEmpty(path) {
    unless('ENOTEMPTY', () => unless('ENOENT', () => rmdirSync(path), undefined), undefined);
  },
  syncDirectory(path) {
    // Windows neither opens nor needs to flush folders.
    if (process.platform !== 'win32') syncPath(path);
  },
};

function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function unless<T>(code: string, attempt: () => T, otherwise: T): T {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === code) return otherwise;
    throw error;
  }
}
