import type { RowReason } from '#core/schemas/data-quality.ts';
import type { Issue } from '#core/schemas/issue.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { CellType, ColumnDeclaration } from './adapter.ts';
import { expectedCell } from './cell-sql.ts';
import type { RecordPlace } from './count-records.ts';
import type { FilePlan } from './file-plan.ts';
import { headerName } from './match-adapter.ts';
import type { RawReject } from './load-raw.ts';
import { rawCell } from './load-raw.ts';
import { describeCell } from './describe-cell.ts';
import { splitRecords } from './split-records.ts';
import { PROBLEM_KINDS, type ProblemKind } from './type-rows.ts';
import { FIRST_YEAR, LAST_YEAR } from './zone-days.ts';

/** Rows whose place and cell are looked up one by one; the rest is only counted. */
const LISTED = 1000;
/** A rejected record of more lines is a swallowed file. */
const SWALLOWED_LINES = 100;

export interface Rejections {
  rejected: number;
  blank: number;
  reasons: RowReason[];
  issues: Issue[];
}

/** Finds the places of records in the file the user knows. */
export interface RecordFinder {
  rejects(records: RawReject[]): Promise<Map<number, RecordPlace>>;
  /** Places of loaded rows, by position among them. */
  rows(positions: number[]): Promise<Map<number, RecordPlace>>;
}

interface Described {
  code: string;
  column?: string;
  found: string;
  expected: string;
}

interface Listed extends Described {
  row: number;
}

/**
 * Takes the bad rows out of "typed", and with each the rest of its order, so that no order is counted by half. Every
 * one is accounted for with a reason; the first of each kind with its line.
 */
export async function rejectRows(
  engine: Engine,
  plan: FilePlan,
  broken: RawReject[],
  find: RecordFinder,
  config: PortalConfig,
): Promise<Rejections> {
  const group = plan.adapter.group;
  const [counts] = await engine.rows<{ bad: string; blank: string; rows: string }>(
    `SELECT count(*) FILTER ("rowProblem" > 0) AS bad, count(*) FILTER ("rowProblem" = 0) AS blank, count(*) AS "rows" FROM typed`,
  );
  const bad = Number(counts?.bad ?? 0);
  const blank = Number(counts?.blank ?? 0);
  if (bad + blank + broken.length === 0) return { rejected: 0, blank: 0, reasons: [], issues: [] };

  const places = await find.rejects(broken);
  refuseSwallowed(plan, places);
  const cells = await listBadCells(engine, plan);
  const groups = brokenGroups(plan, broken);
  if (group !== undefined && bad + groups.length > 0) {
    await engine.run('CREATE OR REPLACE TEMP TABLE bad_groups (value VARCHAR)');
    for (const value of groups) await engine.run('INSERT INTO bad_groups VALUES ($1)', [value]);
    await engine.run(
      `INSERT INTO bad_groups SELECT DISTINCT "${group}" FROM typed WHERE "rowProblem" > 0 AND "${group}" IS NOT NULL`,
    );
  }
  const rest =
    group === undefined || bad + groups.length === 0
      ? []
      : await engine.rows<{ row: string }>(
          `SELECT "row" FROM typed WHERE "rowProblem" IS NULL AND "${group}" IN (SELECT value FROM bad_groups) ORDER BY "row"`,
        );
  const lines = await find.rows([
    ...cells.map(({ row }) => row),
    ...rest.slice(0, LISTED).map(({ row }) => Number(row)),
  ]);
  if (rest.length > 0) {
    await engine.run(`DELETE FROM typed WHERE "${group}" IN (SELECT value FROM bad_groups)`);
  }
  if (bad + blank > 0) await engine.run('DELETE FROM typed WHERE "rowProblem" IS NOT NULL');

  const listed: (Described & { line: number | undefined })[] = [
    ...broken.slice(0, LISTED).map((reject) => ({
      line: places.get(reject.index)?.from,
      ...describeBroken(plan, reject),
    })),
    ...cells.map((cell) => ({ line: lines.get(cell.row)?.from, ...cell })),
    ...rest.slice(0, LISTED).map(({ row }) => ({
      line: lines.get(Number(row))?.from,
      code: 'row/rest-of-order',
      found: 'a row of an order that has a rejected row',
      expected: 'whole orders',
    })),
  ];
  const direct = bad + broken.length;
  const rejected = direct + rest.length;
  const issues = listed.map(({ line, column, found, expected }): Issue => ({
    file: plan.path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    found,
    expected,
  }));
  const total = Number(counts?.rows ?? 0) + broken.length;
  // One bad row never stops a run, however short the file is.
  if (direct > 1 && direct > config.limits.rejectedShare * total) {
    throw tooManyRejected(plan, direct, total, config.limits.rejectedShare, issues);
  }
  const perCode = new Map<string, { all: number; listed: typeof listed }>();
  for (const entry of listed) {
    const key = entry.column === undefined ? entry.code : `${entry.code} ${entry.column}`;
    const known = perCode.get(key) ?? { all: 0, listed: [] };
    known.listed.push(entry);
    known.all += 1;
    perCode.set(key, known);
  }
  const reasons = [...perCode.values()].flatMap(({ all, listed: entries }): RowReason[] => {
    const [first] = entries;
    return first === undefined
      ? []
      : [
          rowReason(
            first,
            all,
            entries.map(({ line }) => line),
          ),
        ];
  });
  const unlisted = rejected - listed.length;
  if (unlisted > 0)
    reasons.push({
      code: 'row/more',
      reason: 'Further rejected rows, not listed one by one',
      rows: unlisted,
    });
  return { rejected, blank, reasons, issues };
}

function rowReason(first: Described, rows: number, lines: (number | undefined)[]): RowReason {
  const known = lines.filter((line) => line !== undefined);
  const where = `${known.length > 1 ? 'lines' : 'line'} ${known.slice(0, 10).join(', ')}${known.length > 10 ? ' …' : ''}`;
  const column = first.column === undefined ? '' : `, column "${first.column}"`;
  return {
    code: first.code,
    reason: `Expected ${first.expected}`,
    rows,
    example: `${where}${column}: found ${first.found}`,
  };
}

/** Bad cells with their text, as far as it may be shown. */
async function listBadCells(
  engine: Engine,
  plan: FilePlan,
): Promise<(Listed & { column: string })[]> {
  const columns = Object.entries(plan.adapter.columns);
  const rows = await engine.rows<{ row: string; problem: number }>(
    `SELECT "row", "rowProblem" AS problem FROM typed WHERE "rowProblem" > 0 ORDER BY "row" LIMIT ${LISTED}`,
  );
  const texts = new Map<number, Record<string, string | null>>();
  const bound = [...plan.bindings].flatMap(([name, binding]) =>
    binding.from === 'header' ? [`${rawCell(plan, binding.index)} AS "${name}"`] : [],
  );
  if (rows.length > 0 && bound.length > 0) {
    const raw = await engine.rows<{ row: string } & Record<string, string | null>>(
      `SELECT t."row", ${bound.join(', ')} FROM raw r JOIN typed t ON t."row" = r.rowid WHERE t."rowProblem" > 0 ORDER BY t."row" LIMIT ${LISTED}`,
    );
    for (const entry of raw) texts.set(Number(entry.row), entry);
  }
  return rows.flatMap(({ row, problem }) => {
    const entry = columns[Math.floor(problem / PROBLEM_KINDS.length)];
    const kind = PROBLEM_KINDS[problem % PROBLEM_KINDS.length];
    if (entry === undefined || kind === undefined) return [];
    const [name, declaration] = entry;
    const binding = plan.bindings.get(name);
    const column = binding?.from === 'header' ? binding.header : headerName(plan.adapter, name);
    const text = texts.get(Number(row))?.[name] ?? '';
    return [
      {
        row: Number(row),
        code: problemCode(kind, declaration.type),
        column,
        found: kind === 'missing' ? 'nothing' : describeCell(text, declaration),
        expected: expectedOf(kind, declaration, plan),
      },
    ];
  });
}

function expectedOf(kind: ProblemKind, declaration: ColumnDeclaration, plan: FilePlan): string {
  if (kind === 'no-such-time')
    return 'a time that exists in the shop’s zone (its clock was moved forward over this one)';
  if (kind === 'far-time') return `a time between ${FIRST_YEAR} and ${LAST_YEAR}`;
  return declaration.expected ?? expectedCell(declaration.type, plan.form);
}

function problemCode(kind: ProblemKind, type: CellType): string {
  if (kind === 'missing') return 'row/missing-value';
  if (kind === 'no-such-time') return 'row/no-such-time';
  if (kind === 'far-time') return 'row/far-time';
  const codes: Record<CellType, string> = {
    text: 'row/bad-text',
    decimal: 'row/bad-number',
    integer: 'row/bad-number',
    number: 'row/bad-number',
    date: 'row/bad-date',
    timestamp: 'row/bad-date',
    boolean: 'row/bad-state',
  };
  return codes[type];
}

function describeBroken(plan: FilePlan, reject: RawReject): Described {
  const cells = splitRecords(reject.text, plan.delimiter ?? '\u001f', 1)[0]?.cells.length ?? 0;
  switch (reject.problem) {
    case 'columns':
      return {
        code: 'row/wrong-columns',
        found: `${cells} columns`,
        expected: `${plan.columnCount} columns in each row`,
      };
    case 'quote':
      return {
        code: 'row/stray-quote',
        found: 'text behind a closing quote',
        expected: 'a delimiter behind a closing quote',
      };
    case 'encoding':
      return { code: 'row/bad-encoding', found: 'bytes that are no text', expected: 'UTF-8 text' };
    case 'length':
      return { code: 'row/too-long', found: 'a row of more than 16 MB', expected: 'a shorter row' };
    case 'other':
      return {
        code: 'row/unreadable',
        found: 'a row that cannot be split',
        expected: 'a delimited row',
      };
  }
}

/** The orders of records that could not be split, as far as their cell can be told. */
function brokenGroups(plan: FilePlan, broken: RawReject[]): string[] {
  const binding =
    plan.adapter.group === undefined ? undefined : plan.bindings.get(plan.adapter.group);
  if (binding?.from !== 'header' || plan.delimiter === null) return [];
  const delimiter = plan.delimiter;
  const values = broken.map(
    ({ text }) => splitRecords(text, delimiter, 1)[0]?.cells[binding.index]?.trim() ?? '',
  );
  return [...new Set(values.filter((value) => value !== ''))];
}

function refuseSwallowed(plan: FilePlan, places: Map<number, RecordPlace>): void {
  for (const place of places.values()) {
    if (place.to - place.from >= SWALLOWED_LINES) throw swallowedRows(plan, place);
  }
}

/** A quote that is opened by mistake takes the rows after it into one cell. */
export function swallowedRows(plan: FilePlan, place: RecordPlace): GenerateError {
  const lines = place.to - place.from + 1;
  return new GenerateError(
    'export/swallowed-rows',
    `Cannot read export "${plan.path}": line ${place.from} opens a quote that swallows ${lines} lines; expected a closing quote`,
    'Look for a single quotation mark in that line, or export the file again',
    [
      {
        file: plan.path,
        line: place.from,
        found: `a cell of ${lines} lines`,
        expected: 'a closing quote',
      },
    ],
  );
}

function tooManyRejected(
  plan: FilePlan,
  bad: number,
  total: number,
  limit: number,
  issues: Issue[],
): GenerateError {
  return new GenerateError(
    'export/too-many-rejected',
    `Cannot read export "${plan.path}": ${bad} of ${total} rows are broken; expected at most ${Number((limit * 100).toPrecision(3))} %`,
    'Correct the rows or export the file again; limits.rejectedShare in portal.config.ts sets the limit. If numbers have a decimal comma or dates another form, map the file under sources',
    issues,
  );
}
