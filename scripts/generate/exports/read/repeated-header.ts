import type { Engine } from '#generate/warehouse/engine.ts';
import type { FilePlan } from '../plan/file-plan.ts';

/** So many cells besides the first must say what the header says. */
const LEAST_CELLS = 2;

export const REPEATED_HEADER = {
  code: 'ignored/repeated-header',
  reason: 'The header once more, where files were put one behind the other',
};

/**
 * SQL over "typed": true for rows that repeat the header; null where it has too few columns to tell. The first cell does
 * not count, since a byte order mark can stand before it.
 */
export function isRepeatedHeader(plan: FilePlan): string | null {
  const cells = [...plan.bindings.values()].flatMap((binding) =>
    binding.from === 'header' && binding.index > 0
      ? [`trim(c${binding.index}) = '${binding.header.trim().replaceAll("'", "''")}'`]
      : [],
  );
  if (cells.length < LEAST_CELLS || plan.headerLine === 0) return null;
  return `"rowProblem" IS NOT NULL AND "row" IN (SELECT rowid FROM raw WHERE ${[...new Set(cells)].join(' AND ')})`;
}

/** Whether a row may repeat the header at all: its words are neither numbers nor days. */
export async function hasProblems(engine: Engine): Promise<boolean> {
  const found = await engine.rows('SELECT 1 FROM typed WHERE "rowProblem" IS NOT NULL LIMIT 1');
  return found.length > 0;
}
