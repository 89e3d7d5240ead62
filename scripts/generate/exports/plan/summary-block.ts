import type { SplitRecord } from '../read/split-records.ts';
import type { AdapterMatch } from './match-adapter.ts';
import { foldHeader } from './fold-header.ts';

/**
 * A small table of its own above the one that is read: a header with names of the same columns, a few rows and a blank
 * line. It is a report's summary where it says what the rows below come to, and else another export (prove-block.ts).
 */
export interface SummaryBlock {
  /** Physical line of its first row, 1-based. */
  line: number;
  /** Its rows: cells by the adapter's columns that both headers have and that add up. */
  rows: Record<string, string>[];
}

const ADDS_UP = new Set(['decimal', 'integer']);

/**
 * The small table that ends in a blank line; null: what stands above the header is none.
 *
 * @param above records above the header, from the other header on
 */
export function summaryBlock(
  { adapter, bindings }: Pick<AdapterMatch, 'adapter' | 'bindings'>,
  above: readonly SplitRecord[],
  header: SplitRecord,
): SummaryBlock | null {
  const [names, ...below] = above.filter(isFilled);
  if (names === undefined) return null;
  const end = below.findIndex(({ before }, place) => before !== names.before + 1 + place);
  const rows = end === -1 ? below : below.slice(0, end);
  const rest = below.slice(rows.length);
  const [first] = rows;
  const endsBlank = end !== -1 || header.before > names.before + 1 + rows.length;
  if (first === undefined || !endsBlank || !rest.every(isTitle)) return null;
  const places = new Map(names.cells.map((name, place) => [foldHeader(name), place]));
  const columns = [...bindings].flatMap(([column, binding]) => {
    const type = adapter.columns[column]?.type ?? 'text';
    const place =
      binding.from === 'header' && ADDS_UP.has(type)
        ? places.get(foldHeader(binding.header))
        : undefined;
    return place === undefined ? [] : [[column, place] as const];
  });
  return {
    line: first.line,
    rows: rows.map(({ cells }) =>
      Object.fromEntries(columns.map(([column, place]) => [column, cells[place] ?? ''])),
    ),
  };
}

/** A spreadsheet program fills blank lines with delimiters. */
function isFilled({ cells }: SplitRecord): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

/** A line that says what follows and is no row. */
function isTitle({ cells }: SplitRecord): boolean {
  return cells.filter((cell) => cell.trim() !== '').length === 1;
}
