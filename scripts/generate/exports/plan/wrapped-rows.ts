import { splitRecords } from '../read/split-records.ts';

/** A row between quotes, what it holds in between doubled, and behind it what a spreadsheet program parts columns by. */
const WRAPPED_ROW = /^"((?:[^"]|"")*)"[;,]*\r?$/;
/** A row of fewer columns can be one cell with as many delimiters in it. */
const FEWEST_COLUMNS = 5;

/**
 * Whether a spreadsheet program has put rows in quotes as a whole: it had opened a file with commas where columns are parted
 * by semicolons, and saved each row as one cell. Rows without a quotation mark are as they were, and so is the header.
 *
 * @param text the head of the file
 */
export function hasWrappedRows(text: string, delimiter: string, columnCount: number): boolean {
  if (columnCount < FEWEST_COLUMNS) return false;
  return text.split('\n').some((line) => {
    const row = WRAPPED_ROW.exec(line)?.[1];
    if (row === undefined || splitRecords(line, delimiter)[0]?.cells.length !== 1) return false;
    return splitRecords(row.replaceAll('""', '"'), delimiter)[0]?.cells.length === columnCount;
  });
}
