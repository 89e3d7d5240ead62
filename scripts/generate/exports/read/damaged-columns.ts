import type { RowReason } from '#core/schemas/data-quality.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { trimmedCell } from '../cells/cell-text.ts';
import { isShortened, isTruth, leftOutColumns, nameColumns } from '../cells/spreadsheet-damage.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import type { RareLetters } from './file-bytes.ts';
import { rawCell } from './load-raw.ts';

const AGAIN = 'export the file again, and do not save it there';

/** Columns that should describe things and say nothing but TRUE and FALSE in any row of "raw". */
export async function truthColumns(engine: Engine, plan: FilePlan): Promise<string[]> {
  const names = nameColumns(plan.adapter).filter((name) => cellOf(plan, name) !== null);
  if (names.length === 0) return [];
  const looks = names.map(
    (name) => `coalesce(bool_and(${isTruth(cellOf(plan, name) ?? 'NULL')}), false) AS "${name}"`,
  );
  const [row] = await engine.rows<Record<string, boolean>>(`SELECT ${looks.join(', ')} FROM raw`);
  return names.filter((name) => row?.[name] === true);
}

/** What is said of a file whose rows count without some cells, since a spreadsheet program has damaged them. */
export async function damageNotes(
  engine: Engine,
  plan: FilePlan,
  { spreadsheetMarks }: RareLetters,
): Promise<RowReason[]> {
  if (!spreadsheetMarks || plan.account.spreadsheetDamage === false) return [];
  const notes: RowReason[] = [];
  const shortened = leftOutColumns(plan.adapter).flatMap((name) => {
    const cell = cellOf(plan, name);
    return cell === null ? [] : [{ name, condition: isShortened(cell) }];
  });
  const truths = (await truthColumns(engine, plan)).map((name) => ({
    name,
    condition: isTruth(cellOf(plan, name) ?? 'NULL'),
  }));
  for (const [columns, reason] of [
    [
      shortened,
      `Rows with cells that a spreadsheet program has shortened (9.21E+11) are used without them: ${AGAIN}`,
    ],
    [
      truths,
      `Columns that should name things hold nothing but TRUE and FALSE and are left out: ${AGAIN}`,
    ],
  ] as const) {
    const note = await countRows(engine, plan, columns);
    if (note !== null) notes.push({ code: 'note/excel-damage', reason, ...note });
  }
  return notes;
}

/** Rows of "raw" in which any of the columns is damaged, and the headers of those that are. */
async function countRows(
  engine: Engine,
  plan: FilePlan,
  columns: readonly { name: string; condition: string }[],
): Promise<Pick<RowReason, 'rows' | 'example'> | null> {
  if (columns.length === 0) return null;
  const each = columns.map(({ condition }, i) => `count(*) FILTER (${condition}) AS "${i}"`);
  const any = columns.map(({ condition }) => `coalesce(${condition}, false)`).join(' OR ');
  const [row] = await engine.rows<Record<string, string>>(
    `SELECT count(*) FILTER (${any}) AS "rows", ${each.join(', ')} FROM raw`,
  );
  if (Number(row?.['rows'] ?? 0) === 0) return null;
  const damaged = columns.filter((_, i) => Number(row?.[String(i)] ?? 0) > 0);
  const headers = damaged.map(({ name }) => `"${headerOf(plan, name)}"`);
  const example = `${headers.length === 1 ? 'column' : 'columns'} ${headers.join(', ')}`;
  return { rows: Number(row?.['rows']), example };
}

/** SQL of the column's cell in "raw"; null where the file has no such column. */
function cellOf(plan: FilePlan, name: string): string | null {
  const binding = plan.bindings.get(name);
  return binding?.from === 'header' ? trimmedCell(rawCell(plan, binding.index)) : null;
}

function headerOf({ bindings }: FilePlan, name: string): string {
  const binding = bindings.get(name);
  return binding?.from === 'header' ? binding.header : name;
}
