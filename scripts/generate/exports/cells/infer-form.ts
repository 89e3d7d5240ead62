import { GenerateError } from '#generate/generate-error.ts';
import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import type { CellType } from '../adapter.ts';
import type { CellForm, DateOrder } from './cell-form.ts';
import { trimmedCell } from './cell-text.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { DECIMAL_SIGNS, POINTED_WHOLES, WHOLE_SIGNS } from './number-cells.ts';
import { DAY_ORDERS } from './time-cells.ts';
import type { RecordFinder } from '../read/record-finder.ts';
import { problemNumber } from '../read/row-problem.ts';
import { boundCell } from '../read/type-rows.ts';

/** So many cells can be mistyped; more are of another hand. */
const MISTYPED = 0.01;

const AMOUNTS: CellType[] = ['decimal', 'number', 'share'];
const DAYS: CellType[] = ['date', 'timestamp'];
const WRITTEN_IN_MANY_WAYS = new Set<CellType>([...AMOUNTS, 'integer', ...DAYS]);

/** What all cells of a file show of how it writes numbers and days: how many of them each is true of. */
export interface FormEvidence {
  /** Numbers that can only be read with a decimal comma. */
  comma: number;
  /** Numbers that can only be read with a decimal point. */
  point: number;
  /** Amounts that could mean two things ("1,234"). */
  unclear: number;
  /** Amounts such as "1.830" where all that the file shows is that their point parts thousands; else 0. */
  thousands: number;
  /** Days that can only be read with the day first. */
  dmy: number;
  /** Days that can only be read with the month first. */
  mdy: number;
  /** Days in numbers, in either order. */
  numeric: number;
}

/**
 * Finds out from all cells of a file ("raw") how its numbers and days are written, where the config does not say it:
 * the decimal sign that its unambiguous amounts have, and the order of day and month that its days can have.
 *
 * @param find names the lines of days that contradict each other
 * @throws GenerateError `export/date-order-unknown` where every day could be meant both ways, `export/mixed-date-orders`
 *   where some have the day first and others the month
 */
export async function inferForm(
  engine: Engine,
  plan: FilePlan,
  find: Pick<RecordFinder, 'rows'>,
): Promise<{ form: CellForm; evidence: FormEvidence }> {
  const amounts = await countCells(engine, plan, AMOUNTS, DECIMAL_SIGNS);
  const wholes = await countCells(engine, plan, ['integer'], WHOLE_SIGNS);
  const point = amounts.point + wholes.point;
  const shown = amounts.comma + wholes.comma;
  const comma = shown + point === 0 ? amounts.grouped : shown;
  const days = await countCells(engine, plan, DAYS, DAY_ORDERS);
  if (plan.account.dateOrder === undefined && plan.adapter.dateOrder === undefined && isMixed(days))
    throw await mixedOrders(engine, plan, days, find);
  const pointed = comma + point === 0 ? await pointedAmounts(engine, plan) : NONE;
  const thousands = pointed.areThousands ? pointed.amounts : 0;
  const isUnclear = comma + point + thousands === 0 && amounts.unclear > 0;
  const form: CellForm = {
    ...plan.form,
    // In a documented CSV "1,234" could mean two things, and nothing says which.
    numbers: isUnclear && !plan.form.rounds ? plan.form.numbers : 'local',
    decimal: plan.account.decimal ?? decimalSign(plan, comma + thousands, point),
    dates: 'local',
    dateOrder: plan.account.dateOrder ?? dateOrder(plan, days),
  };
  return { form, evidence: { comma, point, unclear: amounts.unclear, thousands, ...days } };
}

/** What most cells show; in a sheet, where some are numbers and others texts that people have typed, each shows its own. */
function decimalSign({ origin }: FilePlan, comma: number, point: number): CellForm['decimal'] {
  const isMixed = Math.min(comma, point) > MISTYPED * (comma + point);
  if (origin?.kind === 'sheet' && isMixed) return 'own';
  return comma > point ? ',' : '.';
}

/** So many of each kind, before they say how a file writes amounts. */
const TELLING = 5;
/** A file with cents shows a decimal sign in so few rows. */
export const FIRST_ROWS = 2048;

/** Whether the first rows of a file ("raw") have an amount with a decimal point. */
export async function showsPoint(engine: Engine, plan: FilePlan): Promise<boolean> {
  return (await countCells(engine, plan, AMOUNTS, DECIMAL_SIGNS, FIRST_ROWS)).point > 0;
}

/** Amounts such as "1.830", which could be of whole units with a point between thousands. */
export interface PointedAmounts {
  /** How many; 0 where anything speaks against it. */
  amounts: number;
  /** So many, beside so many without a point, that they can be nothing else; else nothing shows which. */
  areThousands: boolean;
}

const NONE: PointedAmounts = { amounts: 0, areThousands: false };

/**
 * Looks for amounts of whole units whose thousands are parted by points ("1.830" beside "249"), which look like plain
 * numbers. A file with decimals has other than three somewhere, and one without signs for thousands has four digits in a
 * row.
 */
export async function pointedAmounts(engine: Engine, plan: FilePlan): Promise<PointedAmounts> {
  if (plan.account.decimal !== undefined || (await showsPoint(engine, plan))) return NONE;
  const found = await countCells(engine, plan, AMOUNTS, { ...DECIMAL_SIGNS, ...POINTED_WHOLES });
  const speaksAgainst = found.comma + found.point + found.unclear + found.long;
  if (speaksAgainst > 0) return NONE;
  const areThousands = Math.min(found.pointed, found.short) >= TELLING;
  return { amounts: found.pointed, areThousands };
}

function dateOrder(plan: FilePlan, days: DayCounts): DateOrder {
  if (days.dmy !== days.mdy) return days.dmy > days.mdy ? 'dmy' : 'mdy';
  if (days.numeric === 0) return 'dmy';
  if (plan.adapter.dateOrder !== undefined) return plan.adapter.dateOrder;
  throw new GenerateError(
    'export/date-order-unknown',
    `Cannot read the days of export "${plan.path}": each of them could be day before month or month before day; expected one order, and one day after the 12th of a month`,
    `Say it in portal.config.ts: platforms: { '${plan.adapter.id}': { dateOrder: 'dmy' } } (or 'mdy'), or export a longer period`,
    [
      {
        file: plan.path,
        found: `${days.numeric} days such as 04/05/2026`,
        expected: 'days whose order can be told',
      },
    ],
  );
}

type DayCounts = Record<keyof typeof DAY_ORDERS, number>;

/** Whether days contradict each other: then those that could be meant both ways cannot be trusted either. */
function isMixed({ dmy, mdy, numeric }: DayCounts): boolean {
  const fewer = Math.min(dmy, mdy);
  return fewer > 0 && (dmy === mdy || (fewer > 1 && fewer > MISTYPED * numeric));
}

async function mixedOrders(
  engine: Engine,
  plan: FilePlan,
  days: DayCounts,
  find: Pick<RecordFinder, 'rows'>,
): Promise<GenerateError> {
  const parameters: Parameter[] = [];
  const [found] = await engine.rows<{ dmy: string; mdy: string }>(
    `SELECT min("row") FILTER (${DAY_ORDERS.dmy('cell')}) AS dmy, min("row") FILTER (${DAY_ORDERS.mdy('cell')}) AS mdy
    FROM (${cellsOf(plan, DAYS, parameters).join(' UNION ALL ')})`,
    parameters,
  );
  const rows = [Number(found?.dmy), Number(found?.mdy)];
  const places = await find.rows(rows);
  return new GenerateError(
    'export/mixed-date-orders',
    `Cannot read the days of export "${plan.path}": ${days.dmy} can only have the day first, ${days.mdy} only the month; expected one order`,
    'A tool writes all days in one order: export the file again and do not save it in a spreadsheet program, which turns round those it can',
    [
      { found: 'a day before its month', row: rows[0] },
      { found: 'a month before its day', row: rows[1] },
    ].map(({ found: text, row = 0 }) => ({
      file: plan.path,
      line: places.get(row)?.from ?? row + 1,
      found: text,
      expected: 'days in one order',
    })),
  );
}

/** How many cells of the columns of such types meet each condition. */
async function countCells<K extends string>(
  engine: Engine,
  plan: FilePlan,
  types: CellType[],
  conditions: Record<K, (cell: string) => string>,
  firstRows = Infinity,
): Promise<Record<K, number>> {
  const keys = Object.keys(conditions) as K[];
  const parameters: Parameter[] = [];
  const cells = cellsOf(plan, types, parameters);
  if (cells.length === 0)
    return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  const counts = keys.map((key) => `count(*) FILTER (${conditions[key]('cell')}) AS "${key}"`);
  const [row] = await engine.rows(
    `SELECT ${counts.join(', ')} FROM (${cells.join(' UNION ALL ')})
    WHERE cell IS NOT NULL${firstRows === Infinity ? '' : ` AND "row" < ${firstRows}`}`,
    parameters,
  );
  return Object.fromEntries(keys.map((key) => [key, Number(row?.[key] ?? 0)])) as Record<K, number>;
}

/** SQL of all cells of the columns of such types. */
function cellsOf(plan: FilePlan, types: CellType[], parameters: Parameter[]): string[] {
  return Object.entries(plan.adapter.columns).flatMap(([name, { type }]) => {
    if (!types.includes(type)) return [];
    const cell = boundCell(plan, name, (value) => `$${parameters.push(value)}`);
    return cell === null ? [] : [`SELECT rowid AS "row", ${trimmedCell(cell)} AS cell FROM raw`];
  });
}

/** Whether a row of "typed" has a cell that may only be written in another way. */
export async function hasForeignCells(engine: Engine, plan: FilePlan): Promise<boolean> {
  const columns = Object.values(plan.adapter.columns).flatMap(({ type }, index) =>
    WRITTEN_IN_MANY_WAYS.has(type) ? [problemNumber(index, 'bad')] : [],
  );
  if (columns.length === 0) return false;
  const found = await engine.rows(
    `SELECT 1 FROM typed WHERE "rowProblem" IN (${columns.join(', ')}) LIMIT 1`,
  );
  return found.length > 0;
}
