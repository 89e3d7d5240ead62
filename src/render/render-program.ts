import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything that draws imports from these folders only. */
const FOLDERS = ['src/core', 'src/render'] as const;
/** Renderers and typefaces, each with its version and the digest of its package. */
const LOCK = 'package-lock.json';

/**
 * A name for whatever draws: our own code, the renderers, the typefaces and Node. Where it is another, the same chart or
 * card may look different.
 *
 * @param repository by default this one
 */
export function renderProgram(repository: string = resolve()): string {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`);
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  ).sort();
  for (const file of [...files, join(repository, LOCK)]) {
    hash.update(`${file.slice(repository.length)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
