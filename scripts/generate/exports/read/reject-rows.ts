import type { RowReason } from '#core/schemas/data-quality.ts';
import type { Issue } from '#core/schemas/issue.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { RecordPlace } from './count-records.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import type { RawLoad, RawReject } from './load-raw.ts';
import type { RecordFinder } from './record-finder.ts';
import { rawCell } from './load-raw.ts';
import {
  describeBadCell,
  describeBroken,
  OTHER_HEADER,
  rejectIssue,
  rejectReasons,
  REST_OF_ORDER,
  type ListedReject,
  type RejectDescription,
} from './describe-rejects.ts';
import { movesColumns } from './other-header.ts';
import { secondHeader } from './second-export.ts';
import { splitRecords } from './split-records.ts';
import { PROBLEM_KINDS } from './row-problem.ts';
import { isTooMany, LISTED, tooManyRejected } from './too-many-rejected.ts';

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
  const [counts] = await engine.rows<{ bad: string; blank: string; rows: string }>(
    `SELECT count(*) FILTER ("rowProblem" > 0) AS bad, count(*) FILTER ("rowProblem" = 0) AS blank, count(*) AS "rows" FROM typed`,
  );
  const bad = Number(counts?.bad ?? 0);
  const blank = Number(counts?.blank ?? 0);
  if (bad + blank + broken.length === 0) return { rejected: 0, blank: 0, reasons: [], issues: [] };

  const places = await find.rejects(broken);
  refuseSwallowed(plan, places);
  const share = { direct: bad + broken.length, total: Number(counts?.rows ?? 0) + broken.length };
  const stops = isTooMany(share, config);
  const cells = await listBadCells(engine, plan);
  const rest = stops ? NO_REST : await takeRestOfOrders(engine, plan, broken, bad);
  const lines = await find.rows([...cells.map(({ row }) => row), ...rest.first]);
  const listed: ListedReject[] = [
    ...listBroken(plan, broken, places),
    ...cells.map((cell) => ({ line: lines.get(cell.row)?.from, ...cell })),
    ...rest.first.map((row) => ({ line: lines.get(row)?.from, ...REST_OF_ORDER })),
  ];
  const header = cells.find(({ code }) => code === OTHER_HEADER.code);
  if (header !== undefined) throw secondHeader(plan, lines.get(header.row)?.from);
  if (stops) throw tooManyRejected(plan, share, config, listed);
  if (bad + blank > 0) await engine.run('DELETE FROM typed WHERE "rowProblem" IS NOT NULL');
  const rejected = share.direct + rest.rows;
  const issues = listed.map((entry) => rejectIssue(plan.path, entry));
  return { rejected, blank, reasons: rejectReasons(listed, rejected), issues };
}

/**
 * More records cannot be split than are looked at: the error that stops the run.
 *
 * @param rows of the whole file, of which the engine may have lost count; without it, its first ones were loaded
 */
export function refuseBroken(
  plan: FilePlan,
  { loaded, rejected, rejects }: RawLoad,
  places: ReadonlyMap<number, RecordPlace>,
  config: PortalConfig,
  rows?: number,
): GenerateError {
  refuseSwallowed(plan, places);
  const share =
    rows === undefined
      ? { direct: rejected, total: loaded + rejected, ofFirst: true }
      : { direct: rows - loaded, total: rows };
  return tooManyRejected(plan, share, config, listBroken(plan, rejects, places));
}

/** The first records that could not be split, with their lines. */
function listBroken(
  plan: FilePlan,
  broken: readonly RawReject[],
  places: ReadonlyMap<number, RecordPlace>,
): ListedReject[] {
  return broken.slice(0, LISTED).map((reject) => ({
    line: places.get(reject.index)?.from,
    ...describeBroken(plan, reject),
  }));
}

/** Good rows of orders that have a bad one: how many there were, and the first of them. */
interface RestOfOrders {
  rows: number;
  first: number[];
}

const NO_REST: RestOfOrders = { rows: 0, first: [] };

/** Takes the good rows of orders with a bad one out of "typed". */
async function takeRestOfOrders(
  engine: Engine,
  plan: FilePlan,
  broken: RawReject[],
  bad: number,
): Promise<RestOfOrders> {
  const group = plan.adapter.group;
  const groups = brokenGroups(plan, broken);
  if (group === undefined || bad + groups.length === 0) return NO_REST;
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE bad_groups AS
    SELECT unnest(from_json($1, '["VARCHAR"]')) AS value
    UNION SELECT "${group}" FROM typed WHERE "rowProblem" > 0 AND "${group}" IS NOT NULL`,
    [JSON.stringify(groups)],
  );
  const isRest = `"rowProblem" IS NULL AND "${group}" IN (SELECT value FROM bad_groups)`;
  const [rest] = await engine.rows<{ n: string }>(
    `SELECT count(*) AS n FROM typed WHERE ${isRest}`,
  );
  const rows = Number(rest?.n ?? 0);
  if (rows === 0) return NO_REST;
  const first = await engine.rows<{ row: string }>(
    `SELECT "row" FROM typed WHERE ${isRest} ORDER BY "row" LIMIT ${LISTED}`,
  );
  await engine.run(`DELETE FROM typed WHERE ${isRest}`);
  return { rows, first: first.map(({ row }) => Number(row)) };
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
    const cells = texts.get(Number(row)) ?? {};
    const described = movesColumns(plan, cells)
      ? OTHER_HEADER
      : describeBadCell(plan, entry, kind, cells[entry[0]] ?? '');
    return [{ row: Number(row), ...described }];
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

function refuseSwallowed(plan: FilePlan, places: ReadonlyMap<number, RecordPlace>): void {
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
