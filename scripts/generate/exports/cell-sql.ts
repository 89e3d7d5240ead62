import { GenerateError } from '#generate/generate-error.ts';
import type { CellType } from './adapter.ts';

/** How numbers and times are written in one file. */
export interface CellForm {
  decimal: '.' | ',';
  /** Digits may be grouped: only where the config names the decimal sign, else "1,234" has two meanings. */
  grouped: boolean;
  /** Tokens of strptime; null: ISO 8601. */
  dateFormat: string | null;
}

const CLOCK = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?`;
const OFFSET = String.raw` ?(Z|UTC|[+-]([01]\d):?[0-5]\d)`;
const DAY = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;

/** A regular expression (RE2) that a cell must match whole before it is cast: casts accept 1e5, 1_000 and inf. */
export function cellPattern(type: CellType, form: CellForm): string | null {
  switch (type) {
    case 'text':
    case 'cells':
      return null;
    case 'decimal':
      return decimalPattern(form, 14, '4');
    case 'number':
    case 'share':
      return decimalPattern(form, 20, '30');
    case 'integer':
      return String.raw`^'?\d{1,15}(\.0+)?$`;
    case 'boolean':
      return '^(?i:yes|no|true|false|y|n|1|0)$';
    case 'date':
      if (form.dateFormat !== null) return formatPattern(form.dateFormat);
      return `^${DAY}([ T]${CLOCK})?$`;
    case 'timestamp':
      if (form.dateFormat !== null) return formatPattern(form.dateFormat);
      return `^${DAY}([ T]${CLOCK}(${OFFSET})?)?$`;
  }
}

function decimalPattern(form: CellForm, digits: number, decimals: string): string {
  const point = form.decimal === ',' ? ',' : String.raw`\.`;
  const group = form.decimal === ',' ? String.raw`\.` : ',';
  const whole = form.grouped
    ? String.raw`(\d{1,${digits}}|\d{1,3}(${group}\d{3}){1,4})`
    : String.raw`\d{1,${digits}}`;
  const fraction = String.raw`${point}\d{1,${decimals}}0*`;
  return String.raw`^'?[+-]?(${whole}(${fraction})?|${fraction})$`;
}

/** SQL that casts a cell which has matched its pattern; null where the value does not exist (30 February). */
export function cellCast(type: CellType, cell: string, form: CellForm): string {
  const bare = `ltrim(${cell}, '''')`;
  switch (type) {
    case 'text':
    case 'cells':
      return cell;
    case 'decimal':
      return `TRY_CAST(${plainNumber(bare, form)} AS DECIMAL(18,4))`;
    case 'number':
    case 'share':
      return `TRY_CAST(${plainNumber(bare, form)} AS DOUBLE)`;
    case 'integer':
      return `TRY_CAST(TRY_CAST(${bare} AS DECIMAL(18,2)) AS BIGINT)`;
    case 'boolean':
      return `lower(${cell}) IN ('yes', 'true', 'y', '1')`;
    case 'date':
      return `CAST(${localTime(cell, form)} AS DATE)`;
    case 'timestamp':
      return localTime(cell, form);
  }
}

/** The time as written, without regard to an offset. */
function localTime(cell: string, form: CellForm): string {
  if (form.dateFormat === null) return `TRY_CAST(left(${cell}, 19) AS TIMESTAMP)`;
  return `TRY_CAST(TRY_STRPTIME(${cell}, '${form.dateFormat.replaceAll("'", "''")}') AS TIMESTAMP)`;
}

/** Whether the cell states an offset from UTC of its own. */
export function statesOffset(cell: string, form: CellForm): string {
  // TRY_STRPTIME applies an offset (%z) itself: such a time is UTC already.
  if (form.dateFormat !== null) return String(form.dateFormat.includes('%z'));
  return `regexp_matches(${cell}, ':\\d{2}(\\.\\d+)?${OFFSET}$')`;
}

/** Seconds east of UTC that the cell states, else null. */
export function statedOffset(cell: string, form: CellForm): string {
  if (form.dateFormat !== null)
    return form.dateFormat.includes('%z') ? '0' : 'CAST(NULL AS INTEGER)';
  const part = (group: number): string =>
    `TRY_CAST(regexp_extract(${cell}, '([+-])(\\d{2}):?(\\d{2})$', ${group}) AS INTEGER)`;
  return `CASE WHEN NOT ${statesOffset(cell, form)} THEN NULL
    WHEN regexp_matches(${cell}, '(Z|UTC)$') THEN 0
    ELSE (${part(2)} * 3600 + ${part(3)} * 60) * CASE WHEN regexp_matches(${cell}, '-\\d{2}:?\\d{2}$') THEN -1 ELSE 1 END
    END`;
}

/** Whether the cell states a time of day, not only a day. */
export function statesTime(cell: string, form: CellForm): string {
  return form.dateFormat === null ? `length(${cell}) > 10` : String(/%[HI]/.test(form.dateFormat));
}

function plainNumber(cell: string, form: CellForm): string {
  if (form.decimal === ',') return `replace(replace(${cell}, '.', ''), ',', '.')`;
  return form.grouped ? `replace(${cell}, ',', '')` : cell;
}

/** What a cell of the type should have been, in words. */
export function expectedCell(type: CellType, form: CellForm): string {
  switch (type) {
    case 'text':
    case 'cells':
      return 'text';
    case 'decimal':
      return form.decimal === ','
        ? 'a number such as 1.234,50'
        : 'a number such as 1234.50, with at most four decimals';
    case 'number':
      return 'a number such as 0.25';
    case 'share':
      return 'a share such as 12.5% or < 10%';
    case 'integer':
      return 'a whole number such as 120';
    case 'boolean':
      return 'yes or no';
    case 'date':
      return form.dateFormat === null
        ? 'a day that exists, YYYY-MM-DD'
        : `a day that exists, in the form ${form.dateFormat}`;
    case 'timestamp':
      return form.dateFormat === null
        ? 'a time that exists, such as 2026-03-14 09:30:00 or 2026-03-14T09:30:00+01:00'
        : `a time that exists, in the form ${form.dateFormat}`;
  }
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
