import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder that only the owner of the account can open, or makes the present one so. */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  return path;
}

/** Writes a whole file that only the owner of the account can read. */
export function writePrivateFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const staged = `${path}.new`;
  writeFileSync(staged, text, { mode: 0o600 });
  // One that a killed run left behind keeps its own permissions.
  chmodSync(staged, 0o600);
  renameSync(staged, path);
}
