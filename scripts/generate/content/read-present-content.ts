import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { PresentContent } from '../generate-context.ts';

/**
 * Reads what content/ holds now; a missing folder is an empty one.
 *
 * @param names of files that are read; with thousands of learnings, most are figures
 */
export function readPresentContent(
  directory: string,
  names = /\.(?:json|mdx|ya?ml)$/,
): PresentContent {
  const texts = new Map<string, string>();
  if (existsSync(directory)) {
    for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !names.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      texts.set(relative(directory, file).split(sep).join('/'), readFileSync(file, 'utf8'));
    }
  }
  const paths = [...texts.keys()].sort();
  return { read: (path) => texts.get(path) ?? null, paths: () => paths };
}
