import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import type { ColumnDeclaration } from './adapter.ts';
import { cellCast, cellPattern, statedOffset, statesOffset, statesTime } from './cell-sql.ts';
import type { FilePlan, RowTest } from './file-plan.ts';
import { rawCell } from './load-raw.ts';

/** Spaces that real cells are padded with. */
const SPACES = ' \u00a0\t';

/** What can be wrong with a cell; "rowProblem" in the table "typed" is column × kinds + kind, 0 for a blank row. */
export const PROBLEM_KINDS = ['blank', 'missing', 'bad', 'far-time', 'no-such-time'] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

type Bind = (value: Parameter) => string;

/**
 * Turns "raw" into the table "typed": each cell tested by its pattern, then cast. "rowProblem" is null for a good row;
 * "row" is the position among the loaded rows.
 */
export async function typeRows(engine: Engine, plan: FilePlan): Promise<void> {
  const parameters: Parameter[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const columns = Object.entries(plan.adapter.columns);
  const times = columns.filter(([, { type }]) => type === 'timestamp').map(([name]) => name);
  const stated = await columnsWithOffset(engine, plan, times);
  const values = columns.map(
    ([name, { type }]) => `${cellCast(type, `"${name}"`, plan.form)} AS "${name}"`,
  );
  const timeParts = times.flatMap((name) => [
    ...(stated.has(name) ? [`${statedOffset(`"${name}"`, plan.form)} AS "${name}_offset"`] : []),
    `${statesTime(`"${name}"`, plan.form)} AS "${name}_clock"`,
  ]);
  const joins = times.flatMap((name) => [
    `LEFT JOIN zone_local_days "${name}_l" ON "${name}_l".day = CAST(p."${name}" AS DATE)`,
    ...(stated.has(name)
      ? [
          `LEFT JOIN zone_utc_days "${name}_u" ON "${name}_u".day = CAST(${utcAsStated(name)} AS DATE)`,
        ]
      : []),
  ]);
  await engine.run('DROP TABLE IF EXISTS typed');
  await engine.run(
    `CREATE TABLE typed AS
    WITH cells AS (SELECT ${cellColumns(plan, bind).join(', ')} FROM raw),
    parsed AS (
      SELECT "row", "rowCancelled", "rowNonProduct", ${[...values, ...timeParts].join(', ')},
        ${cellProblem(plan, bind)} AS "rowProblem"
      FROM cells
    )
    SELECT p."row", p."rowCancelled", p."rowNonProduct",
      ${columns.map(([name, { type }]) => (type === 'timestamp' ? zonedTime(name, stated.has(name)) : `p."${name}"`)).join(', ')},
      ${timeProblem(columns, stated)} AS "rowProblem"
    FROM parsed p ${joins.join(' ')}`,
    parameters,
  );
}

/** The cells as text, null where there is nothing. */
function cellColumns(plan: FilePlan, bind: Bind): string[] {
  const spaces = bind(SPACES);
  const trimmed = (cell: string): string => `nullif(trim(${cell}, ${spaces}), '')`;
  const test = (rows: RowTest | null): string =>
    rows === null || rows.binding.from !== 'header'
      ? 'false'
      : `coalesce(regexp_matches(${trimmed(rawCell(plan, rows.binding.index))}, ${bind(rows.pattern)}), false)`;
  const cells = Object.entries(plan.adapter.columns).map(([name, { type }]) => {
    const binding = plan.bindings.get(name);
    if (binding === undefined) return `CAST(NULL AS VARCHAR) AS "${name}"`;
    if (binding.from === 'constant') return `CAST(${bind(binding.text)} AS VARCHAR) AS "${name}"`;
    // Row numbers of two files are different orders.
    if (binding.from === 'rowNumber')
      return `concat(${bind(plan.path)}, '#', rowid + 1) AS "${name}"`;
    if (binding.from === 'rest')
      return `CAST([] AS STRUCT(header VARCHAR, cell VARCHAR)[]) AS "${name}"`;
    const cell = trimmed(rawCell(plan, binding.index));
    const tokens = type === 'text' ? [] : (plan.adapter.emptyCells ?? []).map(bind);
    const filled =
      tokens.length === 0
        ? cell
        : `CASE WHEN ${cell} NOT IN (${tokens.join(', ')}) THEN ${cell} END`;
    return `${filled} AS "${name}"`;
  });
  return [
    'rowid AS "row"',
    `${test(plan.cancelled)} AS "rowCancelled"`,
    `${test(plan.nonProduct)} AS "rowNonProduct"`,
    ...cells,
  ];
}

/** The first thing that is wrong with a row, from its cells alone. */
function cellProblem(plan: FilePlan, bind: Bind): string {
  const columns = Object.entries(plan.adapter.columns);
  const fromFile = columns.filter(([name]) => plan.bindings.get(name)?.from === 'header');
  const blank = fromFile.map(([name]) => `"${name}" IS NULL`).join(' AND ');
  const cases = columns.flatMap(([name, declaration], index) =>
    cellCases(plan, name, declaration, bind).map(
      ([kind, condition]) => `WHEN ${condition} THEN ${problemNumber(index, kind)}`,
    ),
  );
  const oneOf = (plan.adapter.oneOf ?? []).map((options) => {
    const index = columns.findIndex(([name]) => name === options.find((o) => plan.bindings.has(o)));
    const empty = options.map((name) => `"${name}" IS NULL`).join(' AND ');
    return `WHEN ${empty} THEN ${problemNumber(index, 'missing')}`;
  });
  return `CASE ${blank === '' ? '' : `WHEN ${blank} THEN 0`} ${[...cases, ...oneOf].join(' ')} ELSE NULL END`;
}

function cellCases(
  plan: FilePlan,
  name: string,
  declaration: ColumnDeclaration,
  bind: Bind,
): [ProblemKind, string][] {
  if (!plan.bindings.has(name)) return [];
  const cases: [ProblemKind, string][] = [];
  if (declaration.required === true) cases.push(['missing', `"${name}" IS NULL`]);
  const pattern =
    declaration.pattern === undefined
      ? cellPattern(declaration.type, plan.form)
      : `^(${declaration.pattern})$`;
  if (pattern !== null) {
    const cast =
      declaration.type === 'text'
        ? ''
        : ` OR ${cellCast(declaration.type, `"${name}"`, plan.form)} IS NULL`;
    cases.push([
      'bad',
      `"${name}" IS NOT NULL AND (NOT regexp_matches("${name}", ${bind(pattern)})${cast})`,
    ]);
  }
  if (declaration.holds !== undefined) {
    cases.push(['bad', `"${name}" IS NOT NULL AND NOT (${declaration.holds(`"${name}"`)})`]);
  }
  return cases;
}

export function problemNumber(column: number, kind: ProblemKind): number {
  return column * PROBLEM_KINDS.length + PROBLEM_KINDS.indexOf(kind);
}

/** Which time columns state an offset of their own in at least one row. */
async function columnsWithOffset(
  engine: Engine,
  plan: FilePlan,
  times: string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const name of times) {
    const binding = plan.bindings.get(name);
    if (binding?.from !== 'header') continue;
    const [row] = await engine.rows<{ any: boolean | null }>(
      `SELECT bool_or(${statesOffset(`trim(${rawCell(plan, binding.index)})`, plan.form)}) AS "any" FROM raw`,
    );
    if (row?.any === true) found.add(name);
  }
  return found;
}

function utcAsStated(name: string): string {
  return `(p."${name}" - to_seconds(p."${name}_offset"))`;
}

/** The time in UTC from the shop's clock; null for a time that its clock never showed. */
function utcFromLocal(name: string): string {
  const [time, zone] = [`p."${name}"`, `"${name}_l"`];
  return `CASE WHEN ${zone}.shuts IS NULL OR ${time} < ${zone}.shuts THEN ${time} - to_seconds(${zone}.offset_seconds)
    WHEN ${time} >= ${zone}.opens THEN ${time} - to_seconds(${zone}.offset_after)
    WHEN NOT p."${name}_clock" THEN ${zone}.opens - to_seconds(${zone}.offset_after) END`;
}

function utcTime(name: string, stated: boolean): string {
  return stated ? `coalesce(${utcAsStated(name)}, ${utcFromLocal(name)})` : utcFromLocal(name);
}

/** The two columns of a time: UTC, and the day in the shop's zone. */
function zonedTime(name: string, stated: boolean): string {
  const zone = `"${name}_u"`;
  const shift = `CASE WHEN ${zone}.changes_at IS NULL OR ${utcAsStated(name)} < ${zone}.changes_at
    THEN ${zone}.offset_seconds ELSE ${zone}.offset_after END`;
  const day = stated
    ? `CAST(CASE WHEN p."${name}_offset" IS NULL THEN p."${name}" ELSE ${utcAsStated(name)} + to_seconds(${shift}) END AS DATE)`
    : `CAST(p."${name}" AS DATE)`;
  return `${utcTime(name, stated)} AS "${name}", ${day} AS "${name}_on"`;
}

/** Whether the tables of zone days hold nothing of the time's day. */
function isFar(name: string, stated: boolean): string {
  const local = `"${name}_l".day IS NULL`;
  return stated
    ? `CASE WHEN p."${name}_offset" IS NULL THEN ${local} ELSE "${name}_u".day IS NULL END`
    : local;
}

/** What was wrong already, else a time outside the years of zone-days.ts, or one that the shop's clock never showed. */
function timeProblem(columns: [string, ColumnDeclaration][], stated: Set<string>): string {
  const cases = columns.flatMap(([name, { type }], index) =>
    type === 'timestamp'
      ? [
          `WHEN p."${name}" IS NOT NULL AND ${isFar(name, stated.has(name))} THEN ${problemNumber(index, 'far-time')}`,
          `WHEN p."${name}" IS NOT NULL AND (${utcTime(name, stated.has(name))}) IS NULL THEN ${problemNumber(index, 'no-such-time')}`,
        ]
      : [],
  );
  return cases.length === 0
    ? 'p."rowProblem"'
    : `coalesce(p."rowProblem", CASE ${cases.join(' ')} END)`;
}
