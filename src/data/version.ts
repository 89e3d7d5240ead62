import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * A name for what the site says now: other words or figures, another name; the same content, the same name. In `dev`,
 * where pages are loaded anew as one writes, it is always the same.
 */
export const contentVersion = typeof CONTENT_VERSION === 'undefined' ? 'dev' : CONTENT_VERSION;

let program: string | undefined;

/** A name for how the site says it: other pages, styles or scripts, another name. Read once a build. */
export function programVersion(): string {
  program ??= hashOfFolder(resolve('src'));
  return program;
}

function hashOfFolder(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  for (const file of files) hash.update(file.slice(folder.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
