import type { PresentContent } from '../generate-context.ts';
import type { Change } from './plan-changes.ts';

/**
 * Paths and texts of content/ as the changes leave it; of files that a person put there too.
 *
 * @param changes all of a run, so that what it does not name stands as `present` has it
 */
export function contentAfter(
  changes: readonly Change[],
  present: PresentContent,
): Map<string, string> {
  const there = new Map(present.paths().map((path) => [path, present.read(path) ?? '']));
  for (const { path, change, text } of changes) {
    if (change === 'deleted') there.delete(path);
    else if (text !== undefined) there.set(path, text);
  }
  return there;
}
