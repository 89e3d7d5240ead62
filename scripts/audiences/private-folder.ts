import { chmodSync, mkdirSync } from 'node:fs';

/** Makes a folder that only the owner of the account can open, or makes the present one so. */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  return path;
}
