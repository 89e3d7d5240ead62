import { basename } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';
import type { AdapterMatch } from './match-adapter.ts';
import { PLAIN_CELLS, type FilePlan } from './file-plan.ts';
import { nearestHeader } from './nearest-header.ts';
import { isExportName, readHeadings, type FileHead, type HeadReading } from './sniff-file.ts';

/** Below this share of known headers a file is another that happens to have the required columns too. */
export const FAMILIAR = 0.5;
/** From this share of known headers on, a file that lacks a column is a damaged export and not an unknown file. */
const NEAR_MISS = 0.6;

/**
 * Finds the format of a file by its header; null: no known format.
 *
 * @throws GenerateError for a file that is meant to be an export and cannot be read as one
 */
export function planFile(head: FileHead): FilePlan | null {
  if (head.encoding === null) {
    if (isExportName(head.path)) throw noText(head.path);
    return null;
  }
  const reading = readHeadings(head);
  const [best, second] = reading?.matches ?? [];
  if (reading === null || best === undefined) return null;
  const damaged = reading.matches.find((match) => isNearMiss(head, match));
  if (damaged !== undefined && (best.missing.length > 0 || damaged.score > best.score)) {
    throw missingColumn(head, reading, damaged);
  }
  if (best.missing.length > 0 || !isFamiliar(head, best)) return null;
  if (second?.missing.length === 0 && second.score === best.score) {
    throw new GenerateError(
      'export/ambiguous-file',
      `Cannot read export "${head.path}": its header fits ${best.adapter.id} and ${second.adapter.id} alike; expected one format`,
      'Map the file in portal.config.ts under sources, with its table and columns',
      [{ file: head.path, line: reading.header.line, found: 'two formats', expected: 'one' }],
    );
  }
  refuseDoubleColumns(head, reading, best);
  return {
    path: head.path,
    absolute: head.absolute,
    compressed: head.compressed,
    encoding: head.encoding,
    delimiter: reading.delimiter,
    fixedWidth: null,
    headerLine: reading.header.line,
    columnCount: reading.header.cells.length,
    adapter: best.adapter,
    source: best.adapter.id,
    bindings: best.bindings,
    form: PLAIN_CELLS,
    cancelled: null,
    nonProduct: null,
  };
}

/** Whether a header with all required columns has enough in common with the format, or the file is called like it. */
function isFamiliar(head: FileHead, match: AdapterMatch): boolean {
  return match.score >= FAMILIAR || isNamed(head, match);
}

/** The file is called as the documented CSV: "returns-2026.csv". */
function isNamed(head: FileHead, match: AdapterMatch): boolean {
  return basename(head.path).startsWith(match.adapter.label.replace(/\.csv$/, ''));
}

function isNearMiss(head: FileHead, match: AdapterMatch): boolean {
  if (match.missing.length === 0) return false;
  if (isNamed(head, match) && match.requiredShare >= 0.5) return true;
  return match.score >= NEAR_MISS && match.requiredShare >= NEAR_MISS;
}

/** A name of an export and bytes that are none: the file is damaged, or it is another under a wrong name. */
function noText(path: string): GenerateError {
  return new GenerateError(
    'export/no-text',
    `Cannot read export "${path}": it is no text; expected a delimited text file`,
    'Export the file again as CSV; if it is no export, remove it or name it under ignoreFiles in portal.config.ts',
    [{ file: path, found: 'binary data', expected: 'text' }],
  );
}

function missingColumn(head: FileHead, reading: HeadReading, match: AdapterMatch): GenerateError {
  const bound = new Set(
    [...match.bindings.values()].flatMap((b) => (b.from === 'header' ? [b.header] : [])),
  );
  const free = reading.header.cells.filter((header) => header.trim() !== '' && !bound.has(header));
  const issues = match.missing.map((name) => {
    const nearest = nearestHeader(name.split(' or ')[0] ?? name, free);
    return {
      file: head.path,
      line: reading.header.line,
      column: name,
      found: nearest === null ? 'no such column' : `no such column; the nearest is "${nearest}"`,
      expected: `a column "${name}"`,
    };
  });
  return new GenerateError(
    'export/missing-column',
    `Cannot read export "${head.path}" as ${match.adapter.id}: ${issues.map((issue) => `column "${issue.column}" is missing${issue.found.replace('no such column', '')}`).join('; ')}; expected ${match.missing.length === 1 ? 'it' : 'them'} in the header`,
    'Rename the column in the file, export it again with all columns, or map the file in portal.config.ts under sources',
    issues,
  );
}

/** Two columns of the same name: nobody could say which one counts. */
function refuseDoubleColumns(head: FileHead, reading: HeadReading, match: AdapterMatch): void {
  const headers = reading.header.cells;
  for (const binding of match.bindings.values()) {
    if (binding.from !== 'header') continue;
    if (headers.filter((header) => header === binding.header).length > 1) {
      throw new GenerateError(
        'export/double-column',
        `Cannot read export "${head.path}": column "${binding.header}" is there more than once; expected it once`,
        'Remove or rename one of the columns, or map the file in portal.config.ts under sources',
        [
          {
            file: head.path,
            line: reading.header.line,
            column: binding.header,
            found: 'the same name twice',
            expected: 'one column of that name',
          },
        ],
      );
    }
  }
}
