import { GenerateError } from '#generate/generate-error.ts';
import type { UnpackLimits } from './file-limits.ts';

/** Why one file cannot be read, in the parts of a message. */
export interface Refusal {
  /** area/problem, for example `export/unsafe-archive`. */
  code: string;
  found: string;
  expected: string;
  hint: string;
  /** Physical line or row, 1-based. */
  line?: number;
}

/** A refusal from where the file's name for people is not known; `refusedFile` adds it. */
export class FileRefusal extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.found);
    this.name = 'FileRefusal';
    this.refusal = refusal;
  }
}

/** The refusal as the user is told about it. */
export function refusedFile(path: string, refusal: Refusal): GenerateError {
  const { code, found, expected, hint, line } = refusal;
  const place = line === undefined ? '' : `line ${line}: `;
  return new GenerateError(
    code,
    `Cannot read export "${path}": ${place}${found}; expected ${expected}`,
    hint,
    [{ file: path, ...(line === undefined ? {} : { line }), found, expected }],
  );
}

export function tooManyColumns(columns: string, line: number): Refusal {
  return {
    code: 'export/too-many-columns',
    found: `${columns} columns`,
    expected: 'at most 5,000',
    hint: 'Export the file again with fewer columns; if it is no export, remove it or name it under ignoreFiles in portal.config.ts',
    line,
  };
}

export function rowTooLong(line?: number): Refusal {
  return {
    code: 'export/row-too-long',
    found: 'a row of more than 10 MB',
    expected: 'rows that end with a line break',
    hint: 'Export the file again; if it is no table, remove it or name it under ignoreFiles in portal.config.ts',
    ...(line === undefined ? {} : { line }),
  };
}

/**
 * Stops a file that unpacks to more than any export does: a small file that becomes an endless one ("zip bomb") would
 * fill the disk. Sizes that an archive states are not believed.
 *
 * @param bytes that have come out
 * @param packedBytes that they came out of
 */
export function refuseInflation(bytes: number, packedBytes: number, limits: UnpackLimits): void {
  const { unpackedBytes, ratio, ratioFromBytes } = limits;
  if (bytes > unpackedBytes)
    throw bomb(`it unpacks to more than ${Math.round(unpackedBytes / 1024 / 1024)} MB`);
  if (bytes > ratioFromBytes && bytes > ratio * packedBytes)
    throw bomb(`it unpacks to more than ${ratio} times its size`);
}

function bomb(found: string): FileRefusal {
  return new FileRefusal({
    code: 'export/unsafe-archive',
    found,
    expected: 'a compressed export',
    hint: 'Remove the file; if it is what you downloaded, unpack it yourself and put its files into the folder',
  });
}
