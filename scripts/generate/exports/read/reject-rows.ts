import type { RowReason } from '#core/schemas/data-quality.ts';
import type { Issue } from '#core/schemas/issue.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { RecordPlace } from './count-records.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import type { RawReject } from './load-raw.ts';
import type { RecordFinder } from './record-finder.ts';
import { rawCell } from './load-raw.ts';
import {
  describeBadCell,
  describeBroken,
  MISSING_VALUE,
  rejectIssue,
  rejectReasons,
  REST_OF_ORDER,
  type ListedReject,
  type RejectDescription,
} from './describe-rejects.ts';
import { splitRecords } from './split-records.ts';
import { PROBLEM_KINDS } from './row-problem.ts';

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

  const listed: ListedReject[] = [
    ...broken.slice(0, LISTED).map((reject) => ({
      line: places.get(reject.index)?.from,
      ...describeBroken(plan, reject),
    })),
    ...cells.map((cell) => ({ line: lines.get(cell.row)?.from, ...cell })),
    ...rest.slice(0, LISTED).map(({ row }) => ({
      line: lines.get(Number(row))?.from,
      ...REST_OF_ORDER,
    })),
  ];
  const direct = bad + broken.length;
  const rejected = direct + rest.length;
  const issues = listed.map((entry) => rejectIssue(plan.path, entry));
  const total = Number(counts?.rows ?? 0) + broken.length;
  // One bad row never stops a run, however short the file is.
  if (direct > 1 && direct > config.limits.rejectedShare * total) {
    const share = { direct, total, limit: config.limits.rejectedShare };
    throw tooManyRejected(plan, share, listed, issues);
  }
  return { rejected, blank, reasons: rejectReasons(listed, rejected), issues };
}

/** Bad cells with their text, as far as it may be shown. */
async function listBadCells(
  engine: Engine,
  plan: FilePlan,
): Promise<(RejectDescription & { row: number })[]> {
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
    const text = texts.get(Number(row))?.[entry[0]] ?? '';
    return [{ row: Number(row), ...describeBadCell(plan, entry, kind, text) }];
  });
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
  { direct, total, limit }: { direct: number; total: number; limit: number },
  listed: readonly ListedReject[],
  issues: Issue[],
): GenerateError {
  // What is not there is not written in another form: rows below a table (totals, notes) lack what its rows have.
  const lacks = listed.every(({ code }) => code === MISSING_VALUE);
  return new GenerateError(
    'export/too-many-rejected',
    `Cannot read export "${plan.path}": ${direct} of ${total} rows are broken; expected at most ${Number((limit * 100).toPrecision(3))} %`,
    `Correct the rows or export the file again; limits.rejectedShare in portal.config.ts sets the limit. ${
      lacks
        ? 'Take out rows that are no data, such as totals below the others'
        : 'If numbers have a decimal comma or dates another form, map the file under sources'
    }`,
    issues,
  );
}
