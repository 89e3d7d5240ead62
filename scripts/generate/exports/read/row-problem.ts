import type { Parameter } from '#generate/warehouse/engine.ts';
import type { ColumnDeclaration } from '../adapter.ts';
import { cellPattern, plainCell } from '../cells/cell-sql.ts';
import { isDamaged, isFilled } from '../cells/cell-text.ts';
import { isDamagedKey, keyColumns } from '../cells/spreadsheet-damage.ts';
import { canBeTurned, isDoubtfulTime } from '../cells/time-cells.ts';
import { isFar, type TimeColumn } from '../cells/zoned-time.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import type { ColumnFacts } from './column-facts.ts';

/** What can be wrong with a cell; "rowProblem" in the table "typed" is column × kinds + kind, 0 for a blank row. */
export const PROBLEM_KINDS = [
  'blank',
  'missing',
  'bad',
  'damaged',
  'far-time',
  'no-such-time',
  'turned-day',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** The number of a problem of the adapter's column at this position. */
export function problemNumber(column: number, kind: ProblemKind): number {
  return column * PROBLEM_KINDS.length + PROBLEM_KINDS.indexOf(kind);
}

/** Puts a value into the statement: its place is returned. */
export type Bind = (value: Parameter) => string;

/** The column of "valued" with the typed value beside the text of the cell. */
export function valueOf(name: string): string {
  return `"=${name}"`;
}

/**
 * The first thing that is wrong with a row, from its cells alone. What it is, is only asked of rows that a cheaper look
 * finds suspect: most are not.
 */
export function cellProblem(facts: ColumnFacts, times: TimeColumn[], bind: Bind): string {
  const { plan } = facts;
  const columns = Object.entries(plan.adapter.columns);
  const fromFile = columns.filter(([name]) => plan.bindings.get(name)?.from === 'header');
  const free = columns.filter(([name]) => plan.bindings.get(name)?.from === 'rest');
  const blank = [
    ...fromFile.map(([name]) => `"${name}" IS NULL`),
    ...free.map(([name]) => `len("${name}") = 0`),
  ].join(' AND ');
  const tests = columns.flatMap(([name, declaration], index) =>
    cellTests(facts, times, name, declaration, bind).map((test) => ({
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
  { plan, mayBeDamaged }: ColumnFacts,
  times: TimeColumn[],
  name: string,
  declaration: ColumnDeclaration,
  bind: Bind,
): CellTest[] {
  if (!plan.bindings.has(name)) return [];
  const { type } = declaration;
  const empty = [...(plan.adapter.emptyCells ?? []), ...(declaration.empty ?? [])];
  const filled = isFilled(`"${name}"`, type, empty);
  const tests: CellTest[] = [];
  if (declaration.required === true) tests.push({ kind: 'missing', condition: `NOT ${filled}` });
  const isMeantSo = plan.account.spreadsheetDamage === false && declaration.identifier === true;
  if (declaration.identifier !== undefined && !isMeantSo) {
    tests.push({
      kind: 'damaged',
      condition: `"${name}" IS NOT NULL AND ${isDamaged(`"${name}"`, declaration.identifier)}`,
    });
  }
  if (mayBeDamaged && keyColumns(plan.adapter).includes(name)) {
    tests.push({
      kind: 'damaged',
      condition: `"${name}" IS NOT NULL AND ${isDamagedKey(`"${name}"`)}`,
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
  const endsOtherwise = times.find((time) => time.name === name)?.endsOtherwise ?? null;
  if (endsOtherwise !== null)
    tests.push({ kind: 'bad', condition: `coalesce(${endsOtherwise}, false)` });
  if (plan.turnedDays?.includes(name) === true)
    tests.push({ kind: 'turned-day', condition: `coalesce(${canBeTurned(`"${name}"`)}, false)` });
  if (declaration.holds !== undefined) {
    tests.push({
      kind: 'bad',
      condition: `"${name}" IS NOT NULL AND NOT (${declaration.holds(`"${name}"`)})`,
    });
  }
  return tests;
}

/** What was wrong already, else a time outside the years of zone-offsets.ts, or one that the zone's clock never showed. */
export function timeProblem(plan: FilePlan, times: TimeColumn[]): string {
  const names = Object.keys(plan.adapter.columns);
  const cases = times.flatMap((time) => {
    const index = names.indexOf(time.name);
    return [
      `WHEN p."${time.name}" IS NOT NULL AND ${isFar(time)} THEN ${problemNumber(index, 'far-time')}`,
      `WHEN p."${time.name}" IS NOT NULL AND p."${time.name}_utc" IS NULL THEN ${problemNumber(index, 'no-such-time')}`,
    ];
  });
  return cases.length === 0
    ? 'p."rowProblem"'
    : `coalesce(p."rowProblem", CASE ${cases.join(' ')} END)`;
}
