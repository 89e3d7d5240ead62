import { basename } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';
import type { Adapter } from '../adapter.ts';
import { ADAPTERS } from '../adapters/adapter-registry.ts';
import { matchAdapter, type AdapterMatch } from './match-adapter.ts';
import type { FileHead } from './sniff-file.ts';
import { splitRecords } from '../read/split-records.ts';

/** Upgrades of the shop's program appended so many columns at most: older dumps lack them. */
const LATE_COLUMNS = 4;
/** Extensions append columns too. */
const MOST_FURTHER = 40;

/** A dump without a header, read by the columns of its table. */
export interface HeaderlessMatch {
  match: AdapterMatch;
  delimiter: string;
  columnCount: number;
}

/**
 * Recognises a table that was dumped without its header, by the file's name and the number of columns; null: it has a
 * header, or is no such table.
 *
 * @throws GenerateError for a dump of that name whose columns are not those of the table
 */
export function matchHeaderless(
  head: FileHead,
  adapters: readonly Adapter[] = ADAPTERS,
): HeaderlessMatch | null {
  const name = basename(head.path)
    .toLowerCase()
    .replace(/(\.[a-z0-9]{1,7})+$/, '');
  const adapter = adapters.find(
    ({ headerless }) =>
      headerless !== undefined && new RegExp(`^(?:${headerless.fileName})$`).test(name),
  );
  const columns = adapter?.headerless?.columns;
  if (adapter === undefined || columns === undefined) return null;
  const { delimiter, cells } = firstRecord(head.text, columns.length);
  if (cells.some((cell) => columns.includes(cell.trim().toLowerCase()))) return null;
  const further = cells.length - columns.length;
  if (further < -LATE_COLUMNS || further > MOST_FURTHER) {
    throw otherColumns(head, adapter, cells.length, columns.length);
  }
  const header = cells.map((_, index) => columns[index] ?? `column ${index + 1}`);
  return { match: matchAdapter(adapter, header), delimiter, columnCount: cells.length };
}

const NOTHING = /(?:^|\t)\\N(?:\t|$)/m;
const KEPT_BREAK = /(?:^|[^\\])(?:\\\\)*\\[\t\n]/;

/** Whether a text by tabs with a header is a dump all the same: `\N` for nothing, and a backslash before a tab or a line break. */
export function isDump(text: string): boolean {
  return NOTHING.test(text) && KEPT_BREAK.test(text);
}

/** The first record as it is read that comes nearest to the table; in a dump by tabs, cells have no quotes. */
function firstRecord(text: string, columns: number): { delimiter: string; cells: string[] } {
  // A backslash before a line break or a tab keeps it in the cell.
  const line = /^(?:\\[^]|[^\\\n])*/.exec(text)?.[0] ?? '';
  // Elsewhere it can keep a quotation mark (escaped-quotes.ts).
  const doubled = text.replaceAll(/\\(["\\])/g, (_, kept) => (kept === '"' ? '""' : '\\'));
  const readings = [
    { delimiter: '\t', cells: line.replaceAll(/\\[^N]/g, ' ').split('\t') },
    ...[text, doubled].flatMap((written) =>
      [',', ';'].map((delimiter) => ({
        delimiter,
        cells: splitRecords(written, delimiter, 1)[0]?.cells ?? [],
      })),
    ),
  ];
  const distance = ({ cells }: { cells: string[] }): number => Math.abs(cells.length - columns);
  return readings.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

function otherColumns(
  head: FileHead,
  adapter: Adapter,
  found: number,
  expected: number,
): GenerateError {
  return new GenerateError(
    'export/column-count',
    `Cannot read export "${head.path}" as ${adapter.id}: it has no header and ${found} columns; expected the ${expected} columns of the table`,
    'Dump the table again with a header, as CSV with the column names in the first line',
    [
      {
        file: head.path,
        line: 1,
        found: `${found} columns`,
        expected: `${expected} columns, or a header`,
      },
    ],
  );
}
