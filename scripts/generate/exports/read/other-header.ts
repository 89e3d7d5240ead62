import type { FilePlan } from '../plan/file-plan.ts';
import { foldHeader } from '../plan/fold-header.ts';

/** So many cells of a row must each be the name of a column that is read. */
const LEAST_NAMES = 3;

/** A header, by the columns that are read of it. */
type Bound = Pick<FilePlan, 'bindings'>;

/**
 * Whether a row beside the header is one too, of an export with other columns that was put into the same file. One with
 * the same columns is left out (repeated-header.ts).
 */
export function isOtherHeader(header: Bound, cells: readonly (string | null)[]): boolean {
  const names = new Set(boundNames(header).values());
  const said = new Set(cells.map((cell) => foldHeader(cell ?? '')));
  return [...said].filter((name) => names.has(name)).length >= LEAST_NAMES;
}

/**
 * Whether such a row has as many columns in another order: those behind it would be read as what they are not.
 *
 * @param cells by the adapter's columns
 */
export function movesColumns(header: Bound, cells: Record<string, string | null>): boolean {
  const names = boundNames(header);
  const known = new Set(names.values());
  const isMoved = [...names].some(([column, name]) => {
    const cell = foldHeader(cells[column] ?? '');
    return cell !== name && known.has(cell);
  });
  return isMoved && isOtherHeader(header, Object.values(cells));
}

/** The names in the header, by the adapter's columns; those without a letter or digit tell nothing. */
function boundNames({ bindings }: Bound): Map<string, string> {
  const names = [...bindings].flatMap(([column, binding]) =>
    binding.from === 'header' ? [[column, foldHeader(binding.header)] as const] : [],
  );
  return new Map(names.filter(([, name]) => name !== ''));
}
