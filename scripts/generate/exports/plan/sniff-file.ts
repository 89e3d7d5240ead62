import { GenerateError } from '#generate/generate-error.ts';
import { isExportName } from './export-name.ts';
import { MAX_COLUMNS } from '../file-limits.ts';
import { FileRefusal, refusedFile, tooManyColumns } from '../file-refusal.ts';
import type { ExportFile, RecordOrigin } from '../unpack/export-file.ts';
import {
  decodeHead,
  isCompressed,
  readHead,
  sniffEncoding,
  type Encoding,
} from '../read/file-bytes.ts';
import type { Adapter } from '../adapter.ts';
import { ADAPTERS } from '../adapters/adapter-registry.ts';
import { matchAdapters, type AdapterMatch } from './match-adapter.ts';
import { isOtherHeader } from '../read/other-header.ts';
import { splitRecords, type SplitRecord } from '../read/split-records.ts';

export { isExportName };

export const DELIMITERS = [',', ';', '\t', '|'];
/** The header is among the first so many lines that are not blank. */
export const HEADER_LINES = 20;

/** The start of a file, as text. */
export interface FileHead {
  path: string;
  absolute: string;
  compressed: boolean;
  /** Null: no text. */
  encoding: Encoding | null;
  text: string;
  /** Null: its lines are its own. */
  origin: RecordOrigin | null;
}

/** One way to read the head: its delimiter and header line, and the formats that fit. */
export interface HeadReading {
  delimiter: string;
  header: SplitRecord;
  /** Rows follow. */
  hasRows: boolean;
  matches: AdapterMatch[];
}

/**
 * Reads the start of a file and finds its encoding.
 *
 * @throws GenerateError for a file that is empty, unreadable or has too many columns
 */
export async function readFileHead(file: ExportFile): Promise<FileHead> {
  const { path, absolute, origin } = file;
  try {
    const compressed = await isCompressed(absolute);
    const bytes = await readHead(absolute, compressed);
    const encoding = sniffEncoding(bytes);
    // As the rows are read: a Mac decomposes "é" into two letters.
    const text = encoding === null ? '' : decodeHead(bytes, encoding).normalize('NFC');
    if (encoding !== null && text.trim() === '' && isExportName(path)) {
      throw emptyFile(path, bytes.length === 0 ? '0 bytes' : 'nothing but white space');
    }
    const isTable = hasFewColumns(text, isExportName(path));
    return { path, absolute, compressed, encoding, text: isTable ? text : '', origin };
  } catch (error) {
    throw error instanceof GenerateError ? error : unreadable(path, error);
  }
}

/** What has too many columns is no table; where it is called an export, that is said. */
function hasFewColumns(text: string, isExport: boolean): boolean {
  const long = DELIMITERS.flatMap((delimiter) =>
    splitRecords(text, delimiter, HEADER_LINES).filter(({ cells }) => cells.length > MAX_COLUMNS),
  );
  const [first] = long;
  if (first !== undefined && isExport)
    throw new FileRefusal(tooManyColumns(`at least ${first.cells.length}`, first.line));
  return first === undefined;
}

function emptyFile(path: string, found: string): GenerateError {
  return new GenerateError(
    'export/empty-file',
    `Cannot read export "${path}": the file has ${found}; expected a header and rows`,
    'The download may have failed: download the file again, or remove it',
    [{ file: path, found, expected: 'a header and rows' }],
  );
}

/** What the codes of the file system mean, as what was found. */
const UNREADABLE: Record<string, string> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  ENOENT: 'no such file',
  EISDIR: 'a folder',
};

/** An error of the file system or of unpacking, as the user is told about it. */
export function unreadable(path: string, error: unknown): GenerateError {
  if (error instanceof FileRefusal) return refusedFile(path, error.refusal);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR') {
    return new GenerateError(
      'export/cut-file',
      `Cannot read export "${path}": the compressed file ends too early or is damaged; expected a whole gzip file`,
      'Download the file again',
      [{ file: path, found: 'damaged gzip data', expected: 'a whole gzip file' }],
    );
  }
  const reason = UNREADABLE[code] ?? (code || 'unknown error');
  return new GenerateError(
    'export/unreadable-file',
    `Cannot read export "${path}": ${reason}; expected a file that this user may read`,
    code === 'ENOENT' || code === 'EISDIR'
      ? 'Name one file, by its path from the folder you are in'
      : 'Check the file and its permissions',
    [{ file: path, found: reason, expected: 'a readable file' }],
  );
}

/** The best way to read the head, by the formats it then fits; null when nothing fits. */
export function readHeadings(head: FileHead): HeadReading | null {
  const readings = DELIMITERS.flatMap((delimiter) => {
    const records = splitRecords(head.text, delimiter, HEADER_LINES);
    return records.flatMap((record, index) => {
      const next = records[index + 1];
      const single = readingOf(delimiter, record, next, SINGLE_HEADER);
      if (next === undefined) return [single];
      const double = { ...next, cells: joinHeaders(record.cells, next.cells) };
      return [single, readingOf(delimiter, double, records[index + 2], DOUBLE_HEADER)];
    });
  }).filter(({ header, matches }) => header.cells.length > 1 && matches.length > 0);
  const [best] = readings.sort((a, b) => rank(b) - rank(a));
  if (best === undefined) return null;
  return readings.find((reading) => isTableBelow(best, reading)) ?? best;
}

/** Whether a header is that of a small table above this one, which says more: its rows would be the report's totals. */
function isTableBelow(upper: HeadReading, lower: HeadReading): boolean {
  const [match] = lower.matches;
  if (match === undefined || match.missing.length > 0 || !lower.hasRows) return false;
  if (match.adapter.doubleHeader === true || lower.delimiter !== upper.delimiter) return false;
  const names = ({ header }: HeadReading): number =>
    header.cells.filter((cell) => cell.trim() !== '').length;
  return (
    lower.header.before > upper.header.before + 2 &&
    names(lower) > names(upper) &&
    isOtherHeader(match, upper.header.cells)
  );
}

const SINGLE_HEADER = ADAPTERS.filter(({ doubleHeader }) => doubleHeader !== true);
const DOUBLE_HEADER = ADAPTERS.filter(({ doubleHeader }) => doubleHeader === true);

function readingOf(
  delimiter: string,
  header: SplitRecord,
  firstRow: SplitRecord | undefined,
  adapters: readonly Adapter[],
): HeadReading {
  const possible = adapters.filter(
    ({ recognises }) => recognises?.(header.cells, firstRow?.cells ?? []) !== false,
  );
  const matches = matchAdapters(header.cells, possible);
  return { delimiter, header, hasRows: firstRow !== undefined, matches };
}

/** Two records of a header as one: the upper names carried on over blank cells, the lower behind U+001F. */
function joinHeaders(upper: string[], lower: string[]): string[] {
  let name = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above, below] = [upper[index]?.trim() ?? '', lower[index]?.trim() ?? ''];
    if (above !== '') name = above;
    return below === '' ? above : `${name}\u001f${below}`;
  });
}

/** Complete formats first, then how much of the header is known; two records fit less often by chance than one. */
function rank(reading: HeadReading): number {
  const [match] = reading.matches;
  if (match === undefined) return -1;
  const double = match.adapter.doubleHeader === true ? 0.01 : 0;
  return (match.missing.length === 0 ? 10 : 0) + match.score + match.requiredShare + double;
}
