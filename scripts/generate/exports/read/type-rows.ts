import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import type { Adapter, CellType, ColumnDeclaration } from '../adapter.ts';
import { cellCast, statesTime } from '../cells/cell-sql.ts';
import { cellText, trimmedCell } from '../cells/cell-text.ts';
import { isShortened, leftOutColumns } from '../cells/spreadsheet-damage.ts';
import type { FilePlan, RowTest } from '../plan/file-plan.ts';
import { findColumnFacts, type ColumnFacts } from './column-facts.ts';
import type { RareLetters } from './file-bytes.ts';
import { rawCell } from './load-raw.ts';
import { shareBound, statedCurrency } from '../cells/number-cells.ts';
import { createForeignZone } from '../cells/zone-offsets.ts';
import { findOffsets } from '../cells/stated-offsets.ts';
import { utcTime, zonedTime, type TimeColumn } from '../cells/zoned-time.ts';
import { cellProblem, timeProblem, valueOf, type Bind } from './row-problem.ts';

/** Rows that are typed without having been loaded into "raw", which holds the first of them. */
export interface UnloadedRows {
  /** SQL of all of them, in the columns of "raw". */
  rows: (bind: Bind) => string;
  /** Numbers of the columns that stay beside the typed ones as they are. */
  kept: readonly number[];
}

/**
 * Turns "raw" into the table "typed": each cell tested by its pattern, then cast. "rowProblem" is null for a good row;
 * "row" is the position among the loaded rows.
 *
 * @param rare what is known of the letters of the whole file
 * @param unloaded rows to type in place of "raw", whose rows say how they are written; those that are written
 *   otherwise have a problem, or sort before the cells of "raw" (holdsFacts)
 */
export async function typeRows(
  engine: Engine,
  given: FilePlan,
  rare?: RareLetters,
  unloaded?: UnloadedRows,
): Promise<ColumnFacts> {
  const isSample = unloaded !== undefined;
  const facts = await findColumnFacts(engine, given, rare, isSample);
  const { plan } = facts;
  const parameters: Parameter[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const kept = (unloaded?.kept ?? []).map((index) => `c${index}`);
  const [row, from] = isSample
    ? ['CAST(0 AS BIGINT)', `(${unloaded.rows(bind)})`]
    : ['rowid', 'raw'];
  const columns = Object.entries(plan.adapter.columns);
  const times = await timeColumns(engine, plan, isSample);
  const values = columns.map(
    ([name, { type }]) => `${castCell(facts, name, type)} AS ${valueOf(name)}`,
  );
  const parts = columns.flatMap(([name, declaration]) => derivedParts(plan, name, declaration));
  const timeParts = times.flatMap(({ name, stated, offset }) => [
    ...(stated ? [`${offset} AS "${name}_offset"`] : []),
    `${statesTime(`"${name}"`, plan.form)} AS "${name}_clock"`,
  ]);
  const selected = columns.flatMap(([name, declaration]) => {
    const time = times.find((column) => column.name === name);
    if (time !== undefined) return zonedTime(time);
    if (declaration.type === 'timestamp') return [`p."${name}"`, `${NOTHING.date} AS "${name}_on"`];
    return [name, ...derivedColumns(plan, name, declaration)].map((column) => `p."${column}"`);
  });
  await engine.run('DROP TABLE IF EXISTS typed');
  await engine.run(
    `CREATE TABLE typed AS
    WITH trimmed AS (SELECT ${[`${row} AS "row"`, ...kept, ...trimmedColumns(facts, bind)].join(', ')} FROM ${from}),
    cells AS (SELECT ${['"row", "rowCancelled", "rowNonProduct"', ...kept, ...cellColumns(facts)].join(', ')} FROM trimmed),
    valued AS (SELECT *, ${values.join(', ')} FROM cells),
    parsed AS (
      SELECT "row", "rowCancelled", "rowNonProduct",
        ${[...kept, ...columns.map(([name]) => `${valueOf(name)} AS "${name}"`), ...parts, ...timeParts].join(', ')},
        ${cellProblem(facts, times, bind)} AS "rowProblem"
      FROM valued
    ),
    zoned AS (SELECT ${['p.*', ...times.map((time) => `${utcTime(time)} AS "${time.name}_utc"`)].join(', ')} FROM parsed p)
    SELECT p."row", p."rowCancelled", p."rowNonProduct", ${[...kept, ...selected].join(', ')},
      ${timeProblem(plan, times)} AS "rowProblem"
    FROM zoned p`,
    parameters,
  );
  if (isSample) await engine.run('UPDATE typed SET "row" = rowid');
  return facts;
}

/** SQL of the raw cell of an adapter column; null: the file has no such column. */
export function boundCell(plan: FilePlan, name: string, bind: Bind): string | null {
  const binding = plan.bindings.get(name);
  if (binding === undefined) return null;
  switch (binding.from) {
    case 'constant':
      return `CAST(${bind(binding.text)} AS VARCHAR)`;
    case 'rowNumber':
      // Row numbers of two files are different orders.
      return `concat(${bind(plan.path)}, '#', rowid + 1)`;
    case 'header': {
      const cells = [binding.index, ...(binding.twins ?? [])].map((index) => rawCell(plan, index));
      return cells.length === 1
        ? (cells[0] ?? null)
        : `coalesce(${cells.map((cell) => trimmedCell(cell)).join(', ')})`;
    }
    case 'rest':
      return null;
  }
}

/** The cells as text without padding, null where there is nothing. */
function trimmedColumns({ plan, known }: ColumnFacts, bind: Bind): string[] {
  const test = (rows: RowTest | null): string =>
    rows === null || rows.binding.from !== 'header'
      ? 'false'
      : `coalesce(regexp_matches(${trimmedCell(rawCell(plan, rows.binding.index))}, ${bind(rows.pattern)}), false)`;
  const cells = Object.entries(plan.adapter.columns).map(([name, { type }]) => {
    if (type === 'cells') return `${restCells(plan, name, bind)} AS "${name}"`;
    const cell = boundCell(plan, name, bind);
    return `${cell === null ? 'CAST(NULL AS VARCHAR)' : trimmedCell(cell, known(name))} AS "${name}"`;
  });
  return [
    `${test(plan.cancelled)} AS "rowCancelled"`,
    `${test(plan.nonProduct)} AS "rowNonProduct"`,
    ...cells,
  ];
}

/** The trimmed cells as their columns take them. */
function cellColumns({ plan, known, mayBeDamaged }: ColumnFacts): string[] {
  const leftOut = mayBeDamaged ? leftOutColumns(plan.adapter) : [];
  return Object.entries(plan.adapter.columns).map(([name, declaration]) => {
    if (!plan.bindings.has(name)) return `"${name}"`;
    const text = cellText(`"${name}"`, declaration, plan.adapter, known(name));
    const whole = leftOut.includes(name)
      ? `CASE WHEN NOT ${isShortened(`"${name}"`)} THEN ${text} END`
      : text;
    return `${whole} AS "${name}"`;
  });
}

/** The columns that nothing else takes, as a list of {header, cell, place} without the empty ones. */
function restCells(plan: FilePlan, name: string, bind: Bind): string {
  const binding = plan.bindings.get(name);
  const items =
    binding?.from === 'rest'
      ? binding.columns.map(
          ({ index, header }) =>
            `{'header': CAST(${bind(header.trim())} AS VARCHAR), 'cell': ${rawCell(plan, index)}, 'place': ${index}}`,
        )
      : [];
  if (items.length === 0) return NOTHING.cells;
  // What becomes of a cell is said once for all of them: thousands of expressions would take minutes to be planned.
  const each = (list: string, cell: string): string =>
    `list_transform(${list}, item -> {'header': item.header, 'cell': ${cell}, 'place': item.place})`;
  const trimmed = each(`[${items.join(', ')}]`, trimmedCell('item."cell"'));
  const texts = each(trimmed, cellText('item."cell"', { headers: [], type: 'text' }, plan.adapter));
  return `list_filter(${texts}, item -> item."cell" IS NOT NULL)`;
}

/** Types of columns that a file does not have. */
const NOTHING: Record<CellType, string> = {
  text: 'CAST(NULL AS VARCHAR)',
  cells: 'CAST([] AS STRUCT(header VARCHAR, "cell" VARCHAR, place INTEGER)[])',
  decimal: 'CAST(NULL AS DECIMAL(18,4))',
  integer: 'CAST(NULL AS BIGINT)',
  number: 'CAST(NULL AS DOUBLE)',
  share: 'CAST(NULL AS DOUBLE)',
  boolean: 'CAST(NULL AS BOOLEAN)',
  date: 'CAST(NULL AS DATE)',
  timestamp: 'CAST(NULL AS TIMESTAMP)',
};

function castCell({ plan, known }: ColumnFacts, name: string, type: CellType): string {
  return plan.bindings.has(name)
    ? cellCast(type, `"${name}"`, plan.form, known(name))
    : NOTHING[type];
}

/** What else than its value the adapter asks of a cell. */
function derivedParts(plan: FilePlan, name: string, declaration: ColumnDeclaration): string[] {
  const isThere = plan.bindings.has(name);
  return derivedColumns(plan, name, declaration).map((column) => {
    if (!isThere) return `CAST(NULL AS VARCHAR) AS "${column}"`;
    const part =
      declaration.type === 'share'
        ? shareBound(`"${name}"`)
        : statedCurrency(`"${name}"`, plan.form);
    return `${part} AS "${column}"`;
  });
}

/** Further columns of a declared one that the adapter asks for: they cost time for every row. */
export function derivedColumns(
  plan: FilePlan,
  name: string,
  { type }: ColumnDeclaration,
): string[] {
  const columns =
    type === 'decimal' ? [`${name}_currency`] : type === 'share' ? [`${name}_bound`] : [];
  return columns.filter((column) => asksFor(plan.adapter, column));
}

/** Whether the SQL of the adapter names the column: what nobody asks for is not computed. */
function asksFor(
  { select, expand, notes, also, ignore, summaries, overlap }: Adapter,
  column: string,
): boolean {
  const sql = JSON.stringify([select, expand?.('typed'), notes, also, ignore, summaries, overlap]);
  return sql.includes(column);
}

/** The time columns of the file, and how their zone is known. */
async function timeColumns(
  engine: Engine,
  plan: FilePlan,
  isSample: boolean,
): Promise<TimeColumn[]> {
  const names = Object.entries(plan.adapter.columns).flatMap(([name, { type }]) =>
    type === 'timestamp' && plan.bindings.has(name) ? [name] : [],
  );
  const foreignZone =
    plan.timeZone === null ? null : await createForeignZone(engine, plan.timeZone);
  const columns: TimeColumn[] = [];
  for (const name of names) {
    const binding = plan.bindings.get(name);
    const cell = binding?.from === 'header' ? rawCell(plan, binding.index) : null;
    const needsDay = asksFor(plan.adapter, `${name}_on`);
    columns.push({
      name,
      foreignZone,
      needsDay,
      ...(await findOffsets(engine, cell, name, plan.form, isSample)),
    });
  }
  return columns;
}
