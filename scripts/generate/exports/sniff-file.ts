import { basename, join } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';
import { decodeHead, isCompressed, readHead, sniffEncoding, type Encoding } from './file-bytes.ts';
import { matchAdapters, type AdapterMatch } from './match-adapter.ts';
import { splitRecords, type SplitRecord } from './split-records.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** The header is among the first so many lines that are not blank. */
const HEADER_LINES = 20;

/** The start of a file, as text. */
export interface FileHead {
  path: string;
  absolute: string;
  compressed: boolean;
  /** Null: no text. */
  encoding: Encoding | null;
  text: string;
}

/** One way to read the head: its delimiter and header line, and the formats that fit. */
export interface HeadReading {
  delimiter: string;
  header: SplitRecord;
  matches: AdapterMatch[];
}

/** Names under which tools hand out tables; anything else that is empty or no text only happens to lie there. */
const EXPORT_NAME = /\.(?:csv|tsv|txt|dat)(?:\.gz)?$/i;

export function isExportName(path: string): boolean {
  return EXPORT_NAME.test(path) && !basename(path).startsWith('.');
}

/** Reads the start of a file and finds its encoding. */
export async function readFileHead(directory: string, path: string): Promise<FileHead> {
  const absolute = join(directory, path);
  try {
    const compressed = await isCompressed(absolute);
    const bytes = await readHead(absolute, compressed);
    const encoding = sniffEncoding(bytes);
    const text = encoding === null ? '' : decodeHead(bytes, encoding);
    if (encoding !== null && text.trim() === '' && isExportName(path)) {
      throw emptyFile(path, bytes.length === 0 ? '0 bytes' : 'nothing but white space');
    }
    return { path, absolute, compressed, encoding, text };
  } catch (error) {
    throw error instanceof GenerateError ? error : unreadable(path, error);
  }
}

function emptyFile(path: string, found: string): GenerateError {
  return new GenerateError(
    'export/empty-file',
    `Cannot read export "${path}": the file has ${found}; expected a header and rows`,
    'The download may have failed: download the file again, or remove it',
    [{ file: path, found, expected: 'a header and rows' }],
  );
}

/** An error of the file system or of unpacking, as the user is told about it. */
export function unreadable(path: string, error: unknown): GenerateError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR') {
    return new GenerateError(
      'export/cut-file',
      `Cannot read export "${path}": the compressed file ends too early or is damaged; expected a whole gzip file`,
      'Download the file again',
      [{ file: path, found: 'damaged gzip data', expected: 'a whole gzip file' }],
    );
  }
  const reason = code === 'EACCES' || code === 'EPERM' ? 'no permission' : code || 'unknown error';
  return new GenerateError(
    'export/unreadable-file',
    `Cannot read export "${path}": ${reason}; expected a file that this user may read`,
    'Check the file and its permissions',
    [{ file: path, found: reason, expected: 'a readable file' }],
  );
}

/** The best way to read the head, by the formats it then fits; null when nothing fits. */
export function readHeadings(head: FileHead): HeadReading | null {
  const readings = DELIMITERS.flatMap((delimiter) =>
    splitRecords(head.text, delimiter, HEADER_LINES)
      .filter((record) => record.cells.length > 1)
      .map((header) => ({ delimiter, header, matches: matchAdapters(header.cells) }))
      .filter((reading) => reading.matches.length > 0),
  );
  const [best] = readings.sort((a, b) => rank(b) - rank(a));
  return best ?? null;
}

/** Complete formats first, then how much of the header is known. */
function rank(reading: HeadReading): number {
  const [match] = reading.matches;
  if (match === undefined) return -1;
  return (match.missing.length === 0 ? 10 : 0) + match.score + match.requiredShare;
}
