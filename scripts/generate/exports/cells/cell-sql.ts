import { GenerateError } from '#generate/generate-error.ts';
import type { CellType } from '../adapter.ts';
import type { CellForm } from './cell-form.ts';
import { UNKNOWN_CELLS, type KnownCells } from './cell-text.ts';
import * as numbers from './number-cells.ts';
import * as time from './time-cells.ts';
import { MEASURED_DIGITS } from './within-measure.ts';
import { saysYes, YES_OR_NO } from './yes-no.ts';

/** A regular expression (RE2) that a cell must match whole before it is cast. */
export function cellPattern(type: CellType, form: CellForm): string | null {
  switch (type) {
    case 'text':
    case 'cells':
      return null;
    case 'decimal':
      return numbers.numberPattern(form, MEASURED_DIGITS, form.rounds ? '20' : '4');
    case 'number':
      return numbers.numberPattern(form, 15, '30');
    case 'share':
      return numbers.sharePattern(form);
    case 'integer':
      return numbers.wholePattern(form);
    case 'boolean':
      return YES_OR_NO;
    case 'date':
    case 'timestamp':
      return form.dateFormat === null ? time.timePattern(form) : formatPattern(form.dateFormat);
  }
}

/**
 * SQL: whether the cell is in order, told more cheaply than by its pattern; null where there is no cheaper way.
 *
 * @param endsKnown what stands behind the seconds of a time is known to be an offset or nothing
 */
export function plainCell(
  type: CellType,
  cell: string,
  form: CellForm,
  endsKnown: boolean,
): string | null {
  if (type === 'boolean') return `${cell} IN ('yes', 'no', 'true', 'false')`;
  const isIso = form.dates === 'iso' && form.dateFormat === null;
  if (type === 'timestamp') return isIso && endsKnown ? time.isPlainTime(cell) : null;
  if (type === 'date') return isIso ? time.isPlainDay(cell) : null;
  if (form.numbers === 'local') return null;
  if (type === 'decimal' || type === 'number')
    return form.decimal === '.' ? numbers.isPlainNumber(cell) : null;
  return type === 'integer' ? numbers.isPlainWhole(cell) : null;
}

/** SQL that casts a cell which has matched its pattern; null where the value does not exist (30 February). */
export function cellCast(
  type: CellType,
  cell: string,
  form: CellForm,
  known: KnownCells = UNKNOWN_CELLS,
): string {
  switch (type) {
    case 'text':
    case 'cells':
      return cell;
    case 'decimal':
      return `TRY_CAST(${numbers.plainNumber(cell, form, known)} AS DECIMAL(18,4))`;
    case 'number':
      return `TRY_CAST(${numbers.plainNumber(cell, form, known)} AS DOUBLE)`;
    case 'share':
      return numbers.shareValue(cell, form);
    case 'integer':
      return `TRY_CAST(${numbers.plainWhole(cell, form)} AS BIGINT)`;
    case 'boolean':
      return saysYes(cell);
    case 'date':
      return `CAST(${localTime(cell, form)} AS DATE)`;
    case 'timestamp':
      return localTime(cell, form);
  }
}

/** The time as written, without regard to an offset. */
function localTime(cell: string, form: CellForm): string {
  if (form.dateFormat === null) return time.localTime(cell, form);
  return `TRY_CAST(TRY_STRPTIME(${cell}, '${form.dateFormat.replaceAll("'", "''")}') AS TIMESTAMP)`;
}

/** Whether the cell states an offset from UTC of its own. */
export function statesOffset(cell: string, form: CellForm): string {
  // TRY_STRPTIME applies an offset (%z) itself: such a time is UTC already.
  if (form.dateFormat !== null) return String(form.dateFormat.includes('%z'));
  return time.statesOffset(cell, form);
}

/** Seconds east of UTC that the cell states, else null. */
export function statedOffset(cell: string, form: CellForm): string {
  if (form.dateFormat !== null)
    return form.dateFormat.includes('%z') ? '0' : 'CAST(NULL AS INTEGER)';
  return time.statedOffset(cell, form);
}

/** Whether the cell states a time of day, not only a day. */
export function statesTime(cell: string, form: CellForm): string {
  return form.dateFormat === null
    ? time.statesTime(cell, form)
    : String(/%[HI]/.test(form.dateFormat));
}

/** What a cell of the type should have been, in words. */
export function expectedCell(type: CellType, form: CellForm): string {
  switch (type) {
    case 'text':
    case 'cells':
      return 'text';
    case 'decimal':
      if (form.decimal === 'own')
        return 'a number such as 1234.50 or 1234,50: in this sheet, three digits behind a point or a comma could be thousands';
      return form.decimal === ','
        ? 'a number such as 1.234,50'
        : `a number such as 1234.50${form.rounds ? '' : ', with at most four decimals'}`;
    case 'number':
      return 'a number such as 0.25';
    case 'share':
      return 'a share such as 12.5% or < 10%';
    case 'integer':
      return 'a whole number such as 120';
    case 'boolean':
      return 'yes or no';
    case 'date':
      return `a day that exists, ${dayForm(form) ?? 'YYYY-MM-DD'}`;
    case 'timestamp':
      return dayForm(form) === null
        ? 'a time that exists, such as 2026-03-14 09:30:00 or 2026-03-14T09:30:00+01:00'
        : `a time that exists, ${dayForm(form)}`;
  }
}

function dayForm(form: CellForm): string | null {
  if (form.dateFormat !== null) return `in the form ${form.dateFormat}`;
  if (form.dates === 'iso') return null;
  return form.dateOrder === 'dmy'
    ? 'such as 31/12/2026 (day before month)'
    : 'such as 12/31/2026 (month before day)';
}

const FORMAT_TOKENS: Record<string, string> = {
  Y: String.raw`\d{4}`,
  y: String.raw`\d{2}`,
  m: String.raw`\d{1,2}`,
  d: String.raw`\d{1,2}`,
  H: String.raw`\d{1,2}`,
  I: String.raw`\d{1,2}`,
  M: String.raw`\d{2}`,
  S: String.raw`\d{2}`,
  p: '[AaPp][Mm]',
  b: '[A-Za-z]{3}',
  B: '[A-Za-z]{3,9}',
  a: '[A-Za-z]{3}',
  A: '[A-Za-z]{6,9}',
  z: String.raw`[+-]\d{2}:?\d{2}`,
  '%': '%',
};

/** The regular expression of a strptime format. */
export function formatPattern(format: string): string {
  const tokens = format.match(/%.|[^%]+|%$/gs) ?? [];
  const parts = tokens.map((token, index) => {
    if (!token.startsWith('%')) return token.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const pattern = FORMAT_TOKENS[token.slice(1)];
    if (pattern === undefined) {
      throw new GenerateError(
        'config/date-format',
        `Cannot use dateFormat "${format}": it holds "${token}"; expected ${Object.keys(
          FORMAT_TOKENS,
        )
          .map((key) => `%${key}`)
          .join(' ')}`,
        'The tokens are those of strptime: "%d.%m.%Y %H:%M"',
      );
    }
    // Without a separator between them, day and month have two digits.
    const joined = [tokens[index - 1], tokens[index + 1]].some((other) => other?.startsWith('%'));
    return joined ? pattern.replace('{1,2}', '{2}') : pattern;
  });
  return `^${parts.join('')}$`;
}
