import { lstat, readdir } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';

/** Files the exports folder holds, relative to it, sorted; symbolic links are never followed. */
export async function listFiles(directory: string): Promise<string[]> {
  const found = await lstat(directory).catch(() => null);
  if (found === null || !found.isDirectory()) {
    throw new GenerateError(
      'export/folder-missing',
      `Cannot read exports "${directory}": ${found === null ? 'there is no such folder' : 'it is no folder'}; expected a folder with export files`,
      'Name the folder that holds the downloaded exports: --exports DIR',
    );
  }
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length)
        .replace(/^[\\/]+/, ''),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  if (files.length === 0) {
    throw new GenerateError(
      'export/folder-empty',
      `Cannot read exports "${directory}": the folder is empty; expected at least one export file`,
      'Put the downloaded exports into the folder; docs/exports.md lists the formats',
    );
  }
  return files;
}

export function matchesAny(path: string, globs: string[]): boolean {
  return globs.some((glob) => matchesGlob(path, glob));
}
