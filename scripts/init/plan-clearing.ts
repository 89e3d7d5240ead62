import { isUneditedDraft } from '#generate/content/draft-mdx.ts';
import type { PresentContent } from '#generate/generate-context.ts';
import { GenerateError } from '#generate/generate-error.ts';

/** What goes before a shop of one's own begins. Paths relative to content/. */
export interface Clearing {
  /** Made by the program: can be made again. */
  machine: string[];
  /** Written or edited by people, or not known: copied aside first. */
  people: string[];
}

/**
 * Decides what to clear: all that stands in a content folder of the sample retailer, so that no real figure meets an
 * invented one.
 *
 * @throws GenerateError `init/real-content` where a real shop's figures are
 */
export function planClearing(present: PresentContent): Clearing {
  const paths = present.paths();
  const foreign = paths.find((path) => {
    const dataset = datasetOf(present.read(path), path);
    return dataset !== null && dataset !== 'sample';
  });
  if (foreign !== undefined) {
    throw new GenerateError(
      'init/real-content',
      `Cannot clear content/: "${foreign}" holds figures of a real shop; expected the sample retailer or nothing`,
      'Nothing was touched. To begin anew, move content/ away yourself; to change settings, edit portal.config.ts',
    );
  }
  const isMachine = (path: string) =>
    path.endsWith('.json')
      ? datasetOf(present.read(path), path) === 'sample'
      : path.endsWith('.mdx') && isUneditedDraft(present.read(path) ?? '');
  return {
    machine: paths.filter(isMachine),
    people: paths.filter((path) => !isMachine(path)),
  };
}

/** Whose figures a machine file holds; null for a text and for a file that nobody can read. */
function datasetOf(text: string | null, path: string): string | null {
  if (text === null || !path.endsWith('.json')) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('dataset' in value)) return null;
    return typeof value.dataset === 'string' ? value.dataset : null;
  } catch {
    return null;
  }
}
