import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import type { Adapter, CellType, ColumnDeclaration } from '../adapter.ts';
import { cellCast, cellPattern, plainCell, statesTime } from '../cells/cell-sql.ts';
import { cellText, isDamaged, isFilled, trimmedCell } from '../cells/cell-text.ts';
import type { FilePlan, RowTest } from '../plan/file-plan.ts';
import { rawCell } from './load-raw.ts';
import { isDoubtfulTime } from '../cells/time-cells.ts';
import { shareBound, statedCurrency } from '../cells/number-cells.ts';
import { createForeignDays, SHOP_DAYS } from '../cells/zone-days.ts';
import { findOffsets } from '../cells/stated-offsets.ts';
import { isFar, utcTime, zonedTime, zoneJoins, type TimeColumn } from '../cells/zoned-time.ts';

/** What can be wrong with a cell; "rowProblem" in the table "typed" is column × kinds + kind, 0 for a blank row. */
export const PROBLEM_KINDS = [
  'blank',
  'missing',
  'bad',
  'damaged',
  'far-time',
  'no-such-time',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export type Bind = (value: Parameter) => string;

/**
 * Turns "raw" into the table "typed": each cell tested by its pattern, then cast. "rowProblem" is null for a good row;
 * "row" is the position among the loaded rows.
 */
export async function typeRows(engine: Engine, plan: FilePlan): Promise<void> {
  const parameters: Parameter[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const columns = Object.entries(plan.adapter.columns);
  const times = await timeColumns(engine, plan);
  const values = columns.map(
    ([name, { type }]) => `${castCell(plan, name, type)} AS ${valueOf(name)}`,
  );
  const parts = columns.flatMap(([name, declaration]) => derivedParts(plan, name, declaration));
  const timeParts = times.flatMap(({ name, stated, offset }) => [
    ...(stated ? [`${offset} AS "${name}_offset"`] : []),
    `${statesTime(`"${name}"`, plan.form)} AS "${name}_clock"`,
  ]);
  const selected = columns.flatMap(([name, declaration]) => {
    const time = times.find((column) => column.name === name);
    if (time !== undefined) return [zonedTime(time)];
    if (declaration.type === 'timestamp') return [`p."${name}"`, `${NOTHING.date} AS "${name}_on"`];
    return [name, ...derivedColumns(plan, name, declaration)].map((column) => `p."${column}"`);
  });
  await engine.run('DROP TABLE IF EXISTS typed');
  await engine.run(
    `CREATE TABLE typed AS
    WITH trimmed AS (SELECT ${trimmedColumns(plan, bind).join(', ')} FROM raw),
    cells AS (SELECT "row", "rowCancelled", "rowNonProduct", ${cellColumns(plan).join(', ')} FROM trimmed),
    valued AS (SELECT *, ${values.join(', ')} FROM cells),
    parsed AS (
      SELECT "row", "rowCancelled", "rowNonProduct",
        ${[...columns.map(([name]) => `${valueOf(name)} AS "${name}"`), ...parts, ...timeParts].join(', ')},
        ${cellProblem(plan, times, bind)} AS "rowProblem"
      FROM valued
    )
    SELECT p."row", p."rowCancelled", p."rowNonProduct", ${selected.join(', ')},
      ${timeProblem(plan, times)} AS "rowProblem"
    FROM parsed p ${times.flatMap((time) => zoneJoins(time, SHOP_DAYS)).join(' ')}`,
    parameters,
  );
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
        : `coalesce(${cells.map(trimmedCell).join(', ')})`;
    }
    case 'rest':
      return null;
  }
}

/** The cells as text without padding, null where there is nothing. */
function trimmedColumns(plan: FilePlan, bind: Bind): string[] {
  const test = (rows: RowTest | null): string =>
    rows === null || rows.binding.from !== 'header'
      ? 'false'
      : `coalesce(regexp_matches(${trimmedCell(rawCell(plan, rows.binding.index))}, ${bind(rows.pattern)}), false)`;
  const cells = Object.entries(plan.adapter.columns).map(([name, { type }]) => {
    if (type === 'cells') return `${restCells(plan, name, bind)} AS "${name}"`;
    const cell = boundCell(plan, name, bind);
    return `${cell === null ? 'CAST(NULL AS VARCHAR)' : trimmedCell(cell)} AS "${name}"`;
  });
  return [
    'rowid AS "row"',
    `${test(plan.cancelled)} AS "rowCancelled"`,
    `${test(plan.nonProduct)} AS "rowNonProduct"`,
    ...cells,
  ];
}

/** The trimmed cells as their columns take them. */
function cellColumns(plan: FilePlan): string[] {
  return Object.entries(plan.adapter.columns).map(([name, declaration]) =>
    plan.bindings.has(name)
      ? `${cellText(`"${name}"`, declaration, plan.adapter)} AS "${name}"`
      : `"${name}"`,
  );
}

/** The columns that nothing else takes, as a list of {header, cell} without the empty ones. */
function restCells(plan: FilePlan, name: string, bind: Bind): string {
  const binding = plan.bindings.get(name);
  const items =
    binding?.from === 'rest'
      ? binding.columns.map(
          ({ index, header }) =>
            `{'header': CAST(${bind(header.trim())} AS VARCHAR), 'cell': ${cellText(trimmedCell(rawCell(plan, index)), { headers: [], type: 'text' }, plan.adapter)}}`,
        )
      : [];
  return items.length === 0
    ? 'CAST([] AS STRUCT(header VARCHAR, "cell" VARCHAR)[])'
    : `list_filter([${items.join(', ')}], item -> item."cell" IS NOT NULL)`;
}

/** The column of "valued" with the typed value beside the text of the cell. */
function valueOf(name: string): string {
  return `"=${name}"`;
}

/** Types of columns that a file does not have. */
const NOTHING: Record<CellType, string> = {
  text: 'CAST(NULL AS VARCHAR)',
  cells: 'CAST([] AS STRUCT(header VARCHAR, "cell" VARCHAR)[])',
  decimal: 'CAST(NULL AS DECIMAL(18,4))',
  integer: 'CAST(NULL AS BIGINT)',
  number: 'CAST(NULL AS DOUBLE)',
  share: 'CAST(NULL AS DOUBLE)',
  boolean: 'CAST(NULL AS BOOLEAN)',
  date: 'CAST(NULL AS DATE)',
  timestamp: 'CAST(NULL AS TIMESTAMP)',
};

function castCell(plan: FilePlan, name: string, type: CellType): string {
  return plan.bindings.has(name) ? cellCast(type, `"${name}"`, plan.form) : NOTHING[type];
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

/**
 * The first thing that is wrong with a row, from its cells alone. What it is, is only asked of rows that a cheaper look
 * finds suspect: most are not.
 */
function cellProblem(plan: FilePlan, times: TimeColumn[], bind: Bind): string {
  const columns = Object.entries(plan.adapter.columns);
  const fromFile = columns.filter(([name]) => plan.bindings.get(name)?.from === 'header');
  const free = columns.filter(([name]) => plan.bindings.get(name)?.from === 'rest');
  const blank = [
    ...fromFile.map(([name]) => `"${name}" IS NULL`),
    ...free.map(([name]) => `len("${name}") = 0`),
  ].join(' AND ');
  const tests = columns.flatMap(([name, declaration], index) =>
    cellTests(plan, times, name, declaration, bind).map((test) => ({
      ...test,
      problem: problemNumber(index, test.kind),
    })),
  );
  const oneOf = (plan.adapter.oneOf ?? []).map((options) => {
    const index = columns.findIndex(([name]) => name === options.find((o) => plan.bindings.has(o)));
    const condition = options.map((name) => `"${name}" IS NULL`).join(' AND ');
    return { condition, problem: problemNumber(index, 'missing') };
  });
  const isNeverBlank = fromFile.some(([, { type, required }]) => type === 'text' && required);
  const suspect = [
    ...(blank === '' || isNeverBlank ? [] : [blank]),
    ...tests.map(({ condition, suspect: cheaper = condition }) => cheaper),
    ...suspectNumbers(plan, bind),
    ...oneOf.map(({ condition }) => condition),
  ].filter((condition) => condition !== '');
  const problems = [
    ...(blank === '' ? [] : [`WHEN ${blank} THEN 0`]),
    ...[...tests, ...oneOf].map(({ condition, problem }) => `WHEN ${condition} THEN ${problem}`),
  ];
  return suspect.length === 0
    ? 'CAST(NULL AS INTEGER)'
    : `CASE WHEN ${suspect.map((condition) => `(${condition})`).join(' OR ')} THEN CASE ${problems.join(' ')} END END`;
}

/** Whether the column holds plain numbers, which are asked for their pattern together. */
function isOfPlainNumbers(plan: FilePlan, name: string, declaration: ColumnDeclaration): boolean {
  const { type, pattern } = declaration;
  const isNumber = type === 'decimal' || type === 'number' || type === 'integer';
  return (
    isNumber && pattern === undefined && plan.form.numbers === 'plain' && plan.bindings.has(name)
  );
}

/**
 * Conditions that are true for a row with a number that may be bad: each pattern is asked once, of all its cells in one
 * text. A cell that holds the separator itself has no value.
 */
function suspectNumbers(plan: FilePlan, bind: Bind): string[] {
  const columns = Object.entries(plan.adapter.columns).filter(([name, declaration]) =>
    isOfPlainNumbers(plan, name, declaration),
  );
  const byPattern = Map.groupBy(columns, ([, { type }]) => cellPattern(type, plan.form) ?? '');
  const mismatches = [...byPattern].map(([pattern, own]) => {
    const one = `(?:${pattern.replace(/^\^/, '').replace(/\$$/, '')})`;
    const cells = own.map(([name]) => `"${name}"`).join(', ');
    return `NOT regexp_matches(concat_ws('|', ${cells}), ${bind(`^(?:${one}(?:\\|${one})*)?$`)})`;
  });
  const noValues = columns.map(([name]) => `"${name}" IS NOT NULL AND ${valueOf(name)} IS NULL`);
  return [...noValues, ...mismatches];
}

interface CellTest {
  kind: ProblemKind;
  /** SQL that is true where a cell has the problem. */
  condition: string;
  /** Cheaper SQL that is true wherever that is; empty where the numbers of a row are looked at together. */
  suspect?: string;
}

function cellTests(
  plan: FilePlan,
  times: TimeColumn[],
  name: string,
  declaration: ColumnDeclaration,
  bind: Bind,
): CellTest[] {
  if (!plan.bindings.has(name)) return [];
  const { type } = declaration;
  const filled = isFilled(`"${name}"`, type, plan.adapter.emptyCells);
  const tests: CellTest[] = [];
  if (declaration.required === true) tests.push({ kind: 'missing', condition: `NOT ${filled}` });
  if (declaration.identifier !== undefined) {
    tests.push({
      kind: 'damaged',
      condition: `"${name}" IS NOT NULL AND ${isDamaged(`"${name}"`, declaration.identifier)}`,
    });
  }
  const pattern =
    declaration.pattern === undefined ? cellPattern(type, plan.form) : `^(${declaration.pattern})$`;
  if (pattern !== null) {
    const cast = type === 'text' ? '' : ` OR ${valueOf(name)} IS NULL`;
    const plain =
      declaration.pattern === undefined
        ? plainCell(
            type,
            `"${name}"`,
            plan.form,
            times.some((time) => time.name === name && time.endsKnown),
          )
        : null;
    tests.push({
      kind: 'bad',
      condition: `CASE WHEN "${name}" IS NULL ${plain === null ? '' : `OR coalesce(${plain}, false)`} THEN false
        ELSE (NOT regexp_matches("${name}", ${bind(pattern)})${cast})${type === 'text' ? '' : ` AND ${filled}`} END`,
      ...(isOfPlainNumbers(plan, name, declaration) ? { suspect: '' } : {}),
      ...(plain !== null && type === 'timestamp'
        ? { suspect: isDoubtfulTime(`"${name}"`, valueOf(name)) }
        : {}),
    });
  }
  if (declaration.holds !== undefined) {
    tests.push({
      kind: 'bad',
      condition: `"${name}" IS NOT NULL AND NOT (${declaration.holds(`"${name}"`)})`,
    });
  }
  return tests;
}

export function problemNumber(column: number, kind: ProblemKind): number {
  return column * PROBLEM_KINDS.length + PROBLEM_KINDS.indexOf(kind);
}

/** The time columns of the file, and how their zone is known. */
async function timeColumns(engine: Engine, plan: FilePlan): Promise<TimeColumn[]> {
  const names = Object.entries(plan.adapter.columns).flatMap(([name, { type }]) =>
    type === 'timestamp' && plan.bindings.has(name) ? [name] : [],
  );
  const foreignDays =
    plan.timeZone === null ? null : await createForeignDays(engine, plan.timeZone);
  const columns: TimeColumn[] = [];
  for (const name of names) {
    const binding = plan.bindings.get(name);
    const cell = binding?.from === 'header' ? rawCell(plan, binding.index) : null;
    const needsDay = asksFor(plan.adapter, `${name}_on`);
    columns.push({
      name,
      foreignDays,
      needsDay,
      ...(await findOffsets(engine, cell, name, plan.form)),
    });
  }
  return columns;
}

/** What was wrong already, else a time outside the years of zone-days.ts, or one that the zone's clock never showed. */
function timeProblem(plan: FilePlan, times: TimeColumn[]): string {
  const names = Object.keys(plan.adapter.columns);
  const cases = times.flatMap((time) => {
    const index = names.indexOf(time.name);
    return [
      `WHEN p."${time.name}" IS NOT NULL AND ${isFar(time)} THEN ${problemNumber(index, 'far-time')}`,
      `WHEN p."${time.name}" IS NOT NULL AND (${utcTime(time)}) IS NULL THEN ${problemNumber(index, 'no-such-time')}`,
    ];
  });
  return cases.length === 0
    ? 'p."rowProblem"'
    : `coalesce(p."rowProblem", CASE ${cases.join(' ')} END)`;
}
