import type { RowReason } from '#core/schemas/data-quality.ts';
import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import { looseAmount } from '../cells/loose-amount.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { isCancelled } from './cancelled-rows.ts';
import { isSumOf } from './ignore-rows.ts';
import { secondHeader } from './second-export.ts';

/** One number alone can be the same by chance. */
const FEWEST_SUMS = 2;

/**
 * The account of the small table above the one that is read: its rows are a summary where one of them, or all together,
 * state the sums of the rows that count, of each column that both have.
 *
 * @throws GenerateError `export/two-exports` where they do not: then they are rows of another export
 */
export async function proveBlock(
  engine: Engine,
  plan: FilePlan,
): Promise<{ rows: number; reasons: RowReason[] }> {
  const block = plan.summaryBlock;
  if (block === undefined) return { rows: 0, reasons: [] };
  const columns = Object.keys(block.rows[0] ?? {});
  if (!(await statesSums(engine, plan, columns, block.rows)))
    throw secondHeader(plan, plan.headerLine);
  const reason = {
    code: 'ignored/summary-row',
    reason: 'Rows of a summary above the table; they state the sums of the rows that count',
    rows: block.rows.length,
    example: `line ${block.line}`,
  };
  return { rows: block.rows.length, reasons: [reason] };
}

async function statesSums(
  engine: Engine,
  plan: FilePlan,
  columns: readonly string[],
  rows: readonly Record<string, string>[],
): Promise<boolean> {
  if (columns.length < FEWEST_SUMS) return false;
  const added = columns.map((name) => `coalesce(sum("${name}"), 0)::VARCHAR AS "${name}"`);
  const [sums] = await engine.rows<Record<string, string>>(
    `SELECT ${added.join(', ')}, count(*)::VARCHAR AS "rows" FROM typed WHERE NOT ${isCancelled(plan.adapter)}`,
  );
  const kept = Number(sums?.['rows'] ?? 0);
  // A summary is shorter than what it sums up.
  if (sums === undefined || kept <= rows.length) return false;
  const parameters: Parameter[] = [];
  const amount = (text: string): string => looseAmount(`$${parameters.push(text)}`);
  const stated = rows.map(
    (row) => `(${columns.map((name) => amount(row[name] ?? '')).join(', ')})`,
  );
  const names = columns.map((name) => `"${name}"`).join(', ');
  const all = columns.map((name) => `sum("${name}")`).join(', ');
  const candidates = await engine.rows<Record<string, string | null>>(
    `WITH stated(${names}) AS (VALUES ${stated.join(', ')}), candidates AS (
      SELECT * FROM stated UNION ALL SELECT ${all} FROM stated
    ) SELECT ${columns.map((name) => `"${name}"::VARCHAR AS "${name}"`).join(', ')} FROM candidates`,
    parameters,
  );
  return candidates.some((row) => {
    const told = columns.filter((name) => row[name] != null);
    const areSums = told.every((name) => isSumOf(row[name] ?? '', sums[name] ?? '', kept));
    return told.filter((name) => Number(row[name]) !== 0).length >= FEWEST_SUMS && areSums;
  });
}
