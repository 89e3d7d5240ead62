import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';

/** Stops before a retailer's own exports and the sample's meet in one folder. */
export async function refuseForeignFiles(folder: string, ours: ReadonlySet<string>): Promise<void> {
  const found = await filesIn(folder);
  const foreign = found.filter((path) => !ours.has(path));
  if (foreign.length === 0) return;
  throw new GenerateError(
    'sample/foreign-files',
    `Cannot write the sample into "${folder}": found ${String(foreign.length)} other files; expected an empty folder`,
    'Name a new or empty folder with --to',
    foreign.map((file) => ({
      file,
      found: 'a file that is not part of the sample',
      expected: 'none',
    })),
  );
}

/** Paths with forward slashes, sorted; a folder that does not exist has none. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
