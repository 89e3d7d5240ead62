import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Renderers and typefaces, each with its version and the digest of its package. */
const LOCK = 'package-lock.json';

/**
 * A name for whatever draws: our own code, the renderers, the typefaces and Node. Where it is another, the same chart or
 * card may look different. Everything that draws imports from these folders only.
 *
 * @param repository by default this one
 */
export function renderProgram(repository: string = resolve()): string {
  return programOf(['src/core', 'src/render'], repository);
}

/**
 * A name for a program: the files that it consists of, every package and Node.
 *
 * @param sources its files and folders, from the repository
 * @param repository by default this one
 */
export function programOf(sources: readonly string[], repository: string = resolve()): string {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`);
  for (const source of [...sources, LOCK]) {
    const place = resolve(repository, source);
    for (const file of filesIn(place)) {
      hash.update(`${source}${file.slice(place.length)}\n`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesIn(source: string): string[] {
  if (statSync(source).isFile()) return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
