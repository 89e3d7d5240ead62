import type { RowReason } from '#core/schemas/data-quality.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { CellType } from '../adapter.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { isCancelled } from './cancelled-rows.ts';
import { isSumOf, type IgnoredRows } from './ignore-rows.ts';

/** So many rows at the end of a file can be totals that somebody has added. */
const LAST_ROWS = 3;
/** One number alone can be the same by chance; of two rows, the last can be as large as the first. */
const [FEWEST_SUMS, FEWEST_ROWS] = [2, 2];

const ADDS_UP: CellType[] = ['decimal', 'integer'];
const SAYS_WHICH: CellType[] = ['text', 'date', 'timestamp', 'boolean'];

/** What people and spreadsheet programs call such a row. */
const TOTAL =
  '(?i)(grand |sub|eind)?tota(l|ls|le|ux|al)( g[eé]n[eé]rale?| geral)?|(gesamt|zwischen)?summe|gesamt(ergebnis)?|somme|suma( total)?|razem|celkem|итого|合計|总计';

/**
 * Takes out of "typed" the totals that a person or a filter has put below the rows of an export that knows none: a row with
 * nothing of its own but a word and numbers, which are the sums of the rows that count. Without that proof it stays, and
 * is rejected if it lacks what a row needs.
 */
export async function dropAddedTotals(engine: Engine, plan: FilePlan): Promise<IgnoredRows> {
  const sums = columnsOf(plan, ADDS_UP);
  const texts = columnsOf(plan, SAYS_WHICH);
  if (sums.length < FEWEST_SUMS || texts.length === 0) return NONE;
  const filled = (columns: string[]): string =>
    columns.map((name) => `("${name}" IS NOT NULL)::INTEGER`).join(' + ');
  const word = `concat(${texts.map((name) => `"${name}"`).join(', ')})`;
  const [end] = await engine.rows<{ row: string | null }>('SELECT max("row") AS "row" FROM typed');
  const last = await engine.rows<Record<string, string | null> & { row: string }>(
    `SELECT "row", ${sums.map((name) => `"${name}"::VARCHAR AS "${name}"`).join(', ')} FROM typed
    WHERE "row" > $1 AND ${filled(texts)} <= 1 AND ${filled(sums)} >= ${FEWEST_SUMS}
      AND ("rowProblem" > 0 OR regexp_full_match(trim(${word}, ' :'), '${TOTAL}'))`,
    [Number(end?.row ?? 0) - LAST_ROWS],
  );
  if (last.length === 0) return NONE;
  const [added] = await engine.rows<Record<string, string>>(
    `SELECT count(*)::VARCHAR AS "rows", ${sums.map((name) => `coalesce(sum("${name}"), 0)::VARCHAR AS "${name}"`).join(', ')}
    FROM typed WHERE "rowProblem" IS NULL AND "row" NOT IN (${ROWS}) AND NOT ${isCancelled(plan.adapter)}`,
    [rowList(last)],
  );
  const kept = Number(added?.['rows'] ?? 0);
  const proven = last.filter((row) => {
    const stated = sums.filter((name) => row[name] !== null);
    return (
      stated.filter((name) => Number(row[name]) !== 0).length >= FEWEST_SUMS &&
      stated.every((name) => isSumOf(row[name] ?? '', added?.[name] ?? '', kept))
    );
  });
  if (kept < FEWEST_ROWS || proven.length === 0) return NONE;
  await engine.run(`DELETE FROM typed WHERE "row" IN (${ROWS})`, [rowList(proven)]);
  return { rows: proven.length, reasons: [{ ...ADDED, rows: proven.length }] };
}

/** SQL of the rows of a list that is bound to the statement. */
const ROWS = `SELECT unnest(from_json($1, '["BIGINT"]'))`;

function rowList(rows: readonly { row: string }[]): string {
  return JSON.stringify(rows.map(({ row }) => Number(row)));
}

const NONE: IgnoredRows = { rows: 0, reasons: [] };

const ADDED: Omit<RowReason, 'rows'> = {
  code: 'ignored/summary-row',
  reason: 'Rows of totals added below the others; they state the sums of the rows that count',
};

/** The adapter's columns of such types, one for each column of the file. */
function columnsOf({ adapter, bindings }: FilePlan, types: CellType[]): string[] {
  const columns = new Map<number, string>();
  for (const [name, { type }] of Object.entries(adapter.columns)) {
    const binding = bindings.get(name);
    if (types.includes(type) && binding?.from === 'header') columns.set(binding.index, name);
  }
  return [...columns.values()];
}
