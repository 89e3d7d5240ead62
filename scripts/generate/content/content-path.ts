import { join } from 'node:path';
import { GenerateError } from '../generate-error.ts';
import type { FileEffects } from './file-effects.ts';

/** One folder or file name of content/: no leading dot, so neither "..", nor a hidden file. */
const SEGMENT = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Where a path of the plan lies on disk; refuses whatever could lead out of content/. */
export function contentTarget(contentDirectory: string, path: string): string {
  const segments = path.split('/');
  if (!segments.every((segment) => SEGMENT.test(segment))) {
    throw new GenerateError(
      'content/unsafe-path',
      `Cannot write "${path}": the path could lead out of the content folder; expected names of letters, digits, dots and dashes, separated by slashes`,
      'Rename the entry that the file belongs to',
    );
  }
  return join(contentDirectory, ...segments);
}

/** Refuses to write through a symbolic link below content/: its other end may be anywhere. */
export function refuseLinks(contentDirectory: string, path: string, effects: FileEffects): void {
  const segments = path.split('/');
  for (const [index] of segments.entries()) {
    const place = segments.slice(0, index + 1).join('/');
    if (effects.isLink(join(contentDirectory, place))) {
      throw new GenerateError(
        'content/symbolic-link',
        `Cannot write "${path}": "${place}" is a symbolic link; expected a plain file or folder`,
        `Replace the link "${place}" in the content folder by the file or folder itself`,
      );
    }
  }
}
