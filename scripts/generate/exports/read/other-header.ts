import type { FilePlan } from '../plan/file-plan.ts';
import { foldHeader } from '../plan/fold-header.ts';

/** So many cells of a row must each be the name of a column that is read. */
const LEAST_NAMES = 3;

/**
 * Whether a row below the header is one too, of an export with other columns that was put behind the first into one file. One
 * with the same columns is left out (repeated-header.ts).
 */
export function isOtherHeader(plan: FilePlan, cells: readonly (string | null)[]): boolean {
  const names = new Set(
    [...plan.bindings.values()].flatMap((binding) =>
      binding.from === 'header' ? [foldHeader(binding.header)] : [],
    ),
  );
  const said = new Set(cells.map((cell) => foldHeader(cell ?? '')));
  return [...said].filter((name) => name !== '' && names.has(name)).length >= LEAST_NAMES;
}
