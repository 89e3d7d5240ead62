import type { RowReason } from '#core/schemas/data-quality.ts';
import type { Issue } from '#core/schemas/issue.ts';
import type { CellType, ColumnDeclaration } from '../adapter.ts';
import { expectedCell } from '../cells/cell-sql.ts';
import { saysTruth } from '../cells/spreadsheet-damage.ts';
import { MEASURED_DIGITS } from '../cells/within-measure.ts';
import { describeCell } from '../cells/describe-cell.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import type { RawReject } from './load-raw.ts';
import { headerName } from '../plan/match-adapter.ts';
import { isOtherHeader } from './other-header.ts';
import { splitRecords } from './split-records.ts';
import type { ProblemKind } from './row-problem.ts';
import { FIRST_YEAR, LAST_YEAR } from '../cells/zone-offsets.ts';

/** What is wrong with a row, in words that show no more of it than a message may. */
export interface RejectDescription {
  code: string;
  column?: string;
  found: string;
  expected: string;
}

export interface ListedReject extends RejectDescription {
  line: number | undefined;
}

/** A good row whose order has a bad one. */
export const REST_OF_ORDER: RejectDescription = {
  code: 'row/rest-of-order',
  found: 'a row of an order that has a rejected row',
  expected: 'whole orders',
};

/** A header below rows, of an export with other columns. */
export const OTHER_HEADER: RejectDescription = {
  code: 'row/other-header',
  found: 'a header with other columns',
  expected: 'one export in a file: give what begins here a file of its own',
};

/** One rejected row as a place that is wrong. */
export function rejectIssue(file: string, reject: ListedReject): Issue {
  const { line, column, found, expected } = reject;
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    found,
    expected,
  };
}

/** The account of the rejected rows: one reason for each problem of each column, and what is not listed. */
export function rejectReasons(listed: ListedReject[], rejected: number): RowReason[] {
  const perProblem = Map.groupBy(listed, ({ code, column }) =>
    column === undefined ? code : `${code} ${column}`,
  );
  const reasons = [...perProblem.values()].flatMap((entries): RowReason[] => {
    const [first] = entries;
    if (first === undefined) return [];
    const lines = entries.map(({ line }) => line);
    return [rowReason(first, entries.length, lines)];
  });
  const unlisted = rejected - listed.length;
  if (unlisted > 0)
    reasons.push({
      code: 'row/more',
      reason: 'Further rejected rows, not listed one by one',
      rows: unlisted,
    });
  return reasons;
}

function rowReason(
  first: RejectDescription,
  rows: number,
  lines: (number | undefined)[],
): RowReason {
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

/** A cell that is not what its column declares. */
export function describeBadCell(
  plan: FilePlan,
  [name, declaration]: [string, ColumnDeclaration],
  kind: ProblemKind,
  text: string,
): RejectDescription {
  const binding = plan.bindings.get(name);
  return {
    code: isDamaged(text, declaration.type)
      ? DAMAGED
      : isBeyondMeasure(text, declaration.type)
        ? 'row/beyond-measure'
        : problemCode(kind, declaration.type),
    column: binding?.from === 'header' ? binding.header : headerName(plan.adapter, name),
    found: kind === 'missing' ? 'nothing' : describeCell(text, declaration),
    expected: expectedOf(kind, declaration, plan, text),
  };
}

function expectedOf(
  kind: ProblemKind,
  declaration: ColumnDeclaration,
  plan: FilePlan,
  text: string,
): string {
  if (kind === 'no-such-time')
    return 'a time that exists in the shop’s zone (its clock was moved forward over this one)';
  if (saysTruth(text) && (kind === 'damaged' || isDamaged(text, declaration.type)))
    return `${declaration.type === 'text' ? 'a name or a number' : expectedCell(declaration.type, plan.form)}: a spreadsheet program writes ${text.trim()} for what it takes for a yes or no, so export the file again and do not save it there${meantSo(plan)}`;
  if (kind === 'damaged' || isDamaged(text, declaration.type))
    return `all digits: a spreadsheet program has shortened the number, so export the file again and do not save it there${meantSo(plan)}`;
  if (kind === 'turned-day')
    return `a day that is beyond doubt: other days of this column are texts, so a spreadsheet program may have taken the month of this one for its day; export the file again and do not save it there`;
  if (kind === 'far-time') return `a time between ${FIRST_YEAR} and ${LAST_YEAR}`;
  if (isBeyondMeasure(text, declaration.type))
    return 'a number below a trillion: it is damaged, or stands in the wrong column';
  return declaration.expected ?? expectedCell(declaration.type, plan.form);
}

/** The way out for those who really write it so. */
function meantSo({ adapter, source }: FilePlan): string {
  const place = source === adapter.id ? `platforms: { '${source}': { … } }` : `source "${source}"`;
  return ` (if it is meant so, spreadsheetDamage: false in ${place} of portal.config.ts takes it as it stands)`;
}

/** A cell without which its row says nothing. */
export const MISSING_VALUE = 'row/missing-value';

export const WRONG_COLUMNS = 'row/wrong-columns';

const DAMAGED = 'row/spreadsheet-damage';

/** A number that a spreadsheet program shows in powers of ten: its digits are lost; or what it takes for a yes or no. */
function isDamaged(text: string, type: CellType): boolean {
  const isTruth = type !== 'text' && type !== 'boolean' && saysTruth(text);
  return isTruth || /^\s*'?\d([.,]\d+)?E\+\d+\s*$/i.test(text);
}

/** A number of more digits than any figure has: a barcode, a card or a phone number. */
function isBeyondMeasure(text: string, type: CellType): boolean {
  return (
    ['decimal', 'integer', 'number'].includes(type) &&
    new RegExp(String.raw`^\s*'?-?\d{${MEASURED_DIGITS + 1},}([.,]\d*)?\s*$`).test(text)
  );
}

function problemCode(kind: ProblemKind, type: CellType): string {
  if (kind === 'damaged') return DAMAGED;
  if (kind === 'missing') return MISSING_VALUE;
  if (kind === 'no-such-time') return 'row/no-such-time';
  if (kind === 'far-time') return 'row/far-time';
  if (kind === 'turned-day') return 'row/turned-day';
  const codes: Record<CellType, string> = {
    text: 'row/bad-text',
    cells: 'row/bad-text',
    share: 'row/bad-number',
    decimal: 'row/bad-number',
    integer: 'row/bad-number',
    number: 'row/bad-number',
    date: 'row/bad-date',
    timestamp: 'row/bad-date',
    boolean: 'row/bad-state',
  };
  return codes[type];
}

/** A record that could not be split into the columns of its file. */
export function describeBroken(plan: FilePlan, reject: RawReject): RejectDescription {
  if (plan.origin?.kind === 'json-lines' || plan.origin?.kind === 'json-array')
    return { code: 'row/no-object', found: 'no whole JSON object', expected: 'one JSON object' };
  const cells = splitRecords(reject.text, plan.delimiter ?? '\u001f', 1)[0]?.cells ?? [];
  switch (reject.problem) {
    case 'columns':
      if (isOtherHeader(plan, cells)) return OTHER_HEADER;
      return {
        code: WRONG_COLUMNS,
        found: `${cells.length} columns`,
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
