import { splitRecords, type SplitRecord } from '../read/split-records.ts';
import { foldHeader } from './fold-header.ts';
import { DELIMITERS, HEADER_LINES } from './sniff-file.ts';

/** The header of a file whose columns the config names. */
export interface NamedHeader extends SplitRecord {
  delimiter: string;
}

/**
 * The first of the lines that may be the header which has most of the names, and of such lines most cells; without any
 * of them the first line of all. Tools put notes above it, into one file and not into the next.
 *
 * @param delimiters those that the columns can be parted by
 * @returns null for a text without any record
 */
export function namedHeader(
  text: string,
  names: readonly string[],
  delimiters: readonly string[] = DELIMITERS,
): NamedHeader | null {
  const wanted = new Set(names.map(foldHeader));
  const lines = delimiters.flatMap((delimiter) =>
    splitRecords(text, delimiter, HEADER_LINES).map((record, index) => ({
      found: new Set(record.cells.map(foldHeader).filter((name) => wanted.has(name))).size,
      isFirst: index === 0,
      header: { delimiter, ...record },
    })),
  );
  const named = lines.filter(({ found }) => found > 0);
  const possible = named.length > 0 ? named : lines.filter(({ isFirst }) => isFirst);
  const [best] = possible.sort(
    (a, b) => b.found - a.found || b.header.cells.length - a.header.cells.length,
  );
  return best?.header ?? null;
}
