import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Paths of all files under version control and of those about to be, without what is ignored. */
export function repositoryFiles(): string[] {
  const { stdout, status } = spawnSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0)
    throw new Error('Cannot list the files of the repository; expected a git clone');
  return stdout.split('\0').filter((path) => path !== '');
}

/** The file as text, or null for a picture and the like and for a file deleted meanwhile. */
export function textOf(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8');
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
