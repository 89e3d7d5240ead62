import { splitRecords } from '../read/split-records.ts';

/** A row between quotes, what it holds in between doubled, and behind it what a spreadsheet program parts columns by. */
const WRAPPED_ROW = /^"((?:[^"]|"")*)"[;,]*\r?$/;
/** A row of fewer columns can be one cell with as many delimiters in it. */
const FEWEST_COLUMNS = 5;

/** What a line holds in quotes as a whole; null: nothing. */
function unquoted(line: string): string | null {
  return WRAPPED_ROW.exec(line)?.[1]?.replaceAll('""', '"') ?? null;
}

/** The row that a line holds in quotes as a whole; null: it is none, or one of few columns. */
function wrappedRow(line: string): string | null {
  const row = unquoted(line);
  if (row === null) return null;
  const columns = [',', ';'].map((delimiter) => splitRecords(row, delimiter)[0]?.cells.length ?? 0);
  return Math.max(...columns) >= FEWEST_COLUMNS ? row : null;
}

/**
 * The head of a file without the quotes around rows, if its header can be such a row: it had quotes of its own, or the
 * program puts whatever has a comma in it in quotes. Null: no line of it is.
 *
 * @param text the head of the file
 */
export function unwrappedHead(text: string): string | null {
  const lines = text.split('\n');
  const rows = lines.map(wrappedRow);
  if (rows.every((row) => row === null)) return null;
  return lines.map((line, place) => rows[place] ?? line).join('\n');
}

/** Whether this line of the head, 1-based, is a row in quotes as a whole. */
export function isWrappedLine(text: string, line: number): boolean {
  return wrappedRow(text.split('\n')[line - 1] ?? '') !== null;
}

/**
 * Whether a spreadsheet program has put rows in quotes as a whole: it had opened a file with commas where columns are parted
 * by semicolons, and saved each row as one cell. Rows without a quotation mark are as they were, and so is such a header.
 *
 * @param text the head of the file
 */
export function hasWrappedRows(text: string, delimiter: string, columnCount: number): boolean {
  if (columnCount < FEWEST_COLUMNS) return false;
  return text.split('\n').some((line) => {
    const row = unquoted(line);
    if (row === null || splitRecords(line, delimiter)[0]?.cells.length !== 1) return false;
    return splitRecords(row, delimiter)[0]?.cells.length === columnCount;
  });
}
