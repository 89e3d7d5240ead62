import { GenerateError } from '#generate/generate-error.ts';
import { nearestHeader } from './nearest-header.ts';

/** A file that lacks columns, as the person who exported it is told about it. */
export interface MissingColumns {
  path: string;
  /** What the file was taken for: "shopify-orders", or `source "till"`. */
  takenFor: string;
  /** Physical line of the header, 1-based; 0: there is none. */
  line: number;
  /** "a or b" where one of several is enough. */
  names: string[];
  /** Headers of the file that may be meant. */
  headers: string[];
  hint: string;
}

/** All columns that one file lacks, each with the header that is nearest to it. */
export function missingColumns(missing: MissingColumns): GenerateError {
  const { path, takenFor, line, names, headers, hint } = missing;
  const lacking = names.map((name) => ({
    name,
    nearest: nearestHeader(name.split(' or ')[0] ?? name, headers),
  }));
  const said = lacking.map(
    ({ name, nearest }) => `column "${name}" is missing${nearestWords(nearest)}`,
  );
  return new GenerateError(
    'export/missing-column',
    `Cannot read export "${path}" as ${takenFor}: ${said.join('; ')}; expected ${names.length === 1 ? 'it' : 'them'} in the header`,
    hint,
    lacking.map(({ name, nearest }) => ({
      file: path,
      ...(line > 0 ? { line } : {}),
      column: name,
      found: `no such column${nearestWords(nearest)}`,
      expected: `a column "${name}"`,
    })),
  );
}

function nearestWords(nearest: string | null): string {
  return nearest === null ? '' : `; the nearest is "${nearest}"`;
}
