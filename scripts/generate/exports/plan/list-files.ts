import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';
import { isSystemFile } from '../unpack/system-files.ts';

/** What the exports folder holds besides files of the system; paths relative to it, sorted. */
export interface FolderListing {
  files: string[];
  /** Symbolic links, which are never followed. */
  links: string[];
}

/** @throws GenerateError for a folder that is missing or empty */
export async function listFiles(directory: string): Promise<FolderListing> {
  const found = await lstat(directory).catch(() => null);
  if (found === null || !found.isDirectory()) {
    throw new GenerateError(
      'export/folder-missing',
      `Cannot read exports "${directory}": ${found === null ? 'there is no such folder' : 'it is no folder'}; expected a folder with export files`,
      'Name the folder that holds the downloaded exports: --exports DIR',
    );
  }
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = sortedPaths(
    directory,
    entries.filter((entry) => entry.isFile()),
  );
  const links = sortedPaths(
    directory,
    entries.filter((entry) => entry.isSymbolicLink()),
  );
  if (files.length + links.length === 0) {
    throw new GenerateError(
      'export/folder-empty',
      `Cannot read exports "${directory}": the folder is empty; expected at least one export file`,
      'Put the downloaded exports into the folder; docs/exports.md lists the formats',
    );
  }
  return { files, links };
}

function sortedPaths(directory: string, entries: Dirent[]): string[] {
  return entries
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length)
        .replace(/^[\\/]+/, ''),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !isSystemFile(path))
    .sort();
}

export function matchesAny(path: string, globs: string[]): boolean {
  return globs.some((glob) => matchesGlob(path, glob));
}
