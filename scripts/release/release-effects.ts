import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';

/** What publishing does to a disk; tests end the process at the n-th call. */
export interface ReleaseEffects {
  exists(path: string): boolean;
  /** Names in a folder; none where there is no folder. */
  list(path: string): string[];
  /** What a link says, or null where there is no link. */
  readLink(path: string): string | null;
  makeDirectory(path: string): void;
  copyDirectory(from: string, to: string): void;
  link(target: string, path: string): void;
  /** Replaces the target in one step. */
  move(from: string, to: string): void;
  remove(path: string): void;
}

export const diskReleaseEffects: ReleaseEffects = {
  exists: existsSync,
  list(path) {
    return existsSync(path) ? readdirSync(path).sort() : [];
  },
  readLink(path) {
    try {
      return readlinkSync(path);
    } catch {
      return null;
    }
  },
  makeDirectory(path) {
    mkdirSync(path, { recursive: true });
  },
  copyDirectory(from, to) {
    cpSync(from, to, { recursive: true });
  },
  link(target, path) {
    symlinkSync(target, path, 'dir');
  },
  move: renameSync,
  remove(path) {
    rmSync(path, { recursive: true, force: true });
  },
};
