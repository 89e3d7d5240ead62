import type { CellForm } from './cell-form.ts';

const CLOCK = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?`;
const OFFSET = String.raw` ?(Z|UTC|[+-](0\d|1[0-4]):?[0-5]\d)`;
const DAY = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;

/** Letters of an ISO time up to its seconds. */
export const ISO_SECONDS = 19;

/** ISO 8601, as most tools write it. */
export const ISO_DAY = `^${DAY}([ T]${CLOCK}(${OFFSET})?)?$`;

/** What forms in Japanese, Korean and Chinese write for "AM" and "PM". */
const MORNING = '午前|오전|上午';
const AFTERNOON = '午後|오후|下午';
/** Spaces between a time and its half of the day can be narrow or must not break a line; in Spanish one is inside: "p. m.". */
const GAP = '[ \u00a0\u202f]?';
const LOCAL_CLOCK = String.raw`(?:(?:,? +(?:at )?|T)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:${GAP}(?:[AaPp]\.?${GAP}[Mm]\.?|${MORNING}|${AFTERNOON}))?)?`;
/** "10.33.12", as Danes, Finns, Indonesians and Italians write it. */
const DOTTED_CLOCK = String.raw`,? +((?:[01]?\d|2[0-3])\.[0-5]\d(?:\.[0-5]\d)?)$`;
/** Hours east of UTC of what forms and mail call a zone; names that several zones share (IST) are left out. */
const ZONE_NAMES: Record<string, number> = {
  HST: -10, AKST: -9, AKDT: -8, PST: -8, PDT: -7, MST: -7, MDT: -6, CST: -6, CDT: -5, EST: -5, EDT: -4,
  WET: 0, WEST: 1, BST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, WAT: 1, CAT: 2, SAST: 2, EAT: 3,
  WIB: 7, WITA: 8, WIT: 9, JST: 9, AWST: 8, ACST: 9.5, ACDT: 10.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13,
}; // prettier-ignore
const ZONE_NAME = String.raw` (${Object.keys(ZONE_NAMES).join('|')})$`;
const LOCAL_OFFSET = String.raw`(?: ?(?:Z|UTC|GMT|(?:GMT|UTC)?[+−-](?:0?\d|1[0-4])(?::?[0-5]\d)?)|${ZONE_NAME.replace('(', '(?:')})?(?: \([^()]*\))?`;
/** Latin letters; all letters of Unicode (\pL) would make these patterns slow to compile by a factor of fifty. */
const LETTER = '[A-Za-zÀ-ɏ]';
const WEEKDAY = String.raw`(?:${LETTER}{2,10}\.?,? )?`;
const MONTH = String.raw`(${LETTER}{3,10})\.?`;
const YEAR = String.raw`(\d{4}|\d{2})`;

/** Shapes of a day; the groups are in the order of `parts`. */
const SHAPES = {
  numeric: { pattern: String.raw`(\d{1,2})[./-](\d{1,2})[./-]${YEAR}`, parts: null },
  yearFirst: { pattern: String.raw`(\d{4})[./-](\d{1,2})[./-](\d{1,2})`, parts: 'ymd' },
  compact: { pattern: String.raw`((?:19|20)\d{2})(\d{2})(\d{2})`, parts: 'ymd' },
  monthFirst: { pattern: String.raw`${WEEKDAY}${MONTH}[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -]${YEAR}`, parts: 'mdy' },
  dayFirst: { pattern: String.raw`${WEEKDAY}(\d{1,2})(?:\.|er)?[ -](?:de )?${MONTH}[ -](?:de )?${YEAR}`, parts: 'dmy' },
} as const; // prettier-ignore

/** Beginnings of the names of the months in English, French, German, Spanish, Italian, Dutch and Portuguese. */
const MONTHS = [
  'jan|ene|gen', 'f[eé][bv]', 'mar|mär|mrz|mrt|maa', 'a[pvb]r|abr', 'mai|may|mag|mei|mayo', 'jun|juin|giu',
  'jul|juil|lug', 'a[uo][gû]|ago|aoû', 's[ée][pt]', 'o[ck]t|ott|out', 'nov', 'd[eéi][czs]|dez|dic',
]; // prettier-ignore

/** A regular expression that a day or time must match whole. */
export function timePattern(form: CellForm): string {
  if (form.dates === 'iso') return ISO_DAY;
  const days = Object.values(SHAPES).map(({ pattern }) => pattern.replaceAll(/\((?!\?)/g, '(?:'));
  return `^(?:${days.join('|')})(?:${DOTTED_CLOCK}|${LOCAL_CLOCK}${LOCAL_OFFSET}$)`;
}

/** SQL: whether an ISO time is beyond doubt up to its seconds: cast and written again it is the same. */
export function isPlainTime(cell: string): string {
  const seconds = `substr(${cell}, 1, ${ISO_SECONDS})`;
  return `TRY_CAST(${seconds} AS TIMESTAMP)::VARCHAR = replace(${seconds}, 'T', ' ')`;
}

/**
 * SQL: whether an ISO time may be something else up to its seconds; false for every one that is beyond doubt.
 *
 * @param value the time that its seconds were cast to
 */
export function isDoubtfulTime(cell: string, value: string): string {
  const seconds = `substr(${cell}, 1, ${ISO_SECONDS})`;
  return `${cell} IS NOT NULL AND ${value}::VARCHAR IS DISTINCT FROM ${seconds}
    AND ${value}::VARCHAR IS DISTINCT FROM replace(${seconds}, 'T', ' ')`;
}

/** SQL: the same of a day. */
export function isPlainDay(cell: string): string {
  return `TRY_CAST(${cell} AS DATE)::VARCHAR = ${cell}`;
}

/** SQL of the time as written, without regard to an offset; null where it does not exist (30 February). */
export function localTime(cell: string, form: CellForm): string {
  if (form.dates === 'iso') return `TRY_CAST(substr(${cell}, 1, ${ISO_SECONDS}) AS TIMESTAMP)`;
  const days = Object.values(SHAPES).map(({ pattern, parts }) => {
    const order: string = parts ?? form.dateOrder;
    const yearMonthDay = Array.from('ymd', (part) => `\\${order.indexOf(part) + 1}`).join('-');
    const day = `regexp_replace(${cell}, '^${pattern}.*$', '${yearMonthDay}')`;
    const numbered = pattern.includes(MONTH) ? monthNumber(day) : day;
    const dated = pattern.includes(YEAR) ? fullYear(numbered) : numbered;
    return `WHEN regexp_matches(${cell}, '^${pattern}([^0-9]|$)') THEN ${dated}`;
  });
  return `TRY_CAST(concat(CASE ${days.join(' ')} END, ' ', ${clock(cell)}) AS TIMESTAMP)`;
}

/** SQL of "26-3-14" with the century; the SQL of a day is long, so it is never repeated. */
function fullYear(day: string): string {
  const last = `regexp_replace(${day}, '^(69|[7-9]\\d)-', '19\\1-')`;
  return `regexp_replace(${last}, '^(\\d\\d)-', '20\\1-')`;
}

/** SQL of "2026-März-14" with the number of the month. */
function monthNumber(day: string): string {
  return MONTHS.reduce(
    (sql, names, index) => `regexp_replace(${sql}, '-(${names})[^-]*-', '-${index + 1}-')`,
    `lower(${day})`,
  );
}

/** The time of day in 24 hours; midnight where there is none. */
function clock(cell: string): string {
  const part = (group: number): string =>
    `regexp_extract(${cell}, '(\\d{1,2}):(\\d{2})(?::(\\d{2}))?', ${group})`;
  const hour = `TRY_CAST(${part(1)} AS INTEGER)`;
  const half = `CASE WHEN regexp_matches(${cell}, '${AFTERNOON}') THEN 'p' WHEN regexp_matches(${cell}, '${MORNING}') THEN 'a'
    ELSE lower(regexp_extract(${cell}, '\\d${GAP}([AaPp])\\.?${GAP}[Mm]', 1)) END`;
  const dotted = `replace(regexp_extract(${cell}, '${DOTTED_CLOCK}', 1), '.', ':')`;
  return `CASE WHEN NOT contains(${cell}, ':') THEN coalesce(nullif(${dotted}, ''), '00:00:00') ELSE concat(
    CASE ${half} WHEN 'a' THEN CASE WHEN ${hour} <= 12 THEN ${hour} % 12 END WHEN 'p' THEN ${hour} % 12 + 12 ELSE ${hour} END,
    ':', ${part(2)}, ':', CASE WHEN ${part(3)} = '' THEN '00' ELSE ${part(3)} END) END`;
}

const STATED_OFFSET = String.raw`:\d{2}[^+−\-]*?(?:(?:Z|UTC|GMT)|([+−-])(\d{1,2}):?(\d{2})?)(?: \([^()]*\))?$`;

/** SQL: whether the cell states an offset from UTC of its own. */
export function statesOffset(cell: string, form: CellForm): string {
  return form.dates === 'iso'
    ? `regexp_matches(${cell}, ':\\d{2}(\\.\\d+)?${OFFSET}$')`
    : `(regexp_matches(${cell}, '${STATED_OFFSET}') OR regexp_matches(${cell}, '${ZONE_NAME}'))`;
}

/** SQL: seconds east of UTC that the cell states, else null. */
export function statedOffset(cell: string, form: CellForm): string {
  const pattern = form.dates === 'iso' ? String.raw`([+-])(\d{2}):?(\d{2})$` : STATED_OFFSET;
  const part = (group: number): string => `regexp_extract(${cell}, '${pattern}', ${group})`;
  const named = Object.entries(ZONE_NAMES).map(
    ([name, hours]) => `WHEN '${name}' THEN ${hours * 3600}`,
  );
  const ofName = `WHEN regexp_matches(${cell}, '${ZONE_NAME}') THEN CASE regexp_extract(${cell}, '${ZONE_NAME}', 1) ${named.join(' ')} END`;
  return `CASE WHEN NOT ${statesOffset(cell, form)} THEN NULL ${form.dates === 'iso' ? '' : ofName}
    ELSE (coalesce(TRY_CAST(${part(2)} AS INTEGER), 0) * 3600 + coalesce(TRY_CAST(${part(3)} AS INTEGER), 0) * 60)
      * CASE WHEN ${part(1)} IN ('-', '−') THEN -1 ELSE 1 END
    END`;
}

/** SQL: whether the cell states a time of day, not only a day. */
export function statesTime(cell: string, form: CellForm): string {
  const colon = `contains(${cell}, ':')`;
  return form.dates === 'iso' ? colon : `(${colon} OR regexp_matches(${cell}, '${DOTTED_CLOCK}'))`;
}

/**
 * SQL conditions on the cells of a column by which a sheet shows that a spreadsheet program may have turned round its days:
 * of 04/05/2026 and 14/05/2026 in a file with the day first, one that expects the month first makes the first a day, 5 April, and leaves
 * the second a text. Then no day is after the 12th, and no text is on or before it.
 */
export const TURNED_DAYS = {
  texts: (cell: string): string => isNumericDay(cell),
  earlyTexts: (cell: string): string =>
    `${isNumericDay(cell)} AND ${numericPart(cell, 1)} <= 12 AND ${numericPart(cell, 2)} <= 12`,
  lateDays: (cell: string): string => `${isIsoDay(cell)} AND substr(${cell}, 9, 2) > '12'`,
};

/** SQL: whether an ISO day is another one with day and month turned round. */
export function canBeTurned(cell: string): string {
  return `${isIsoDay(cell)} AND substr(${cell}, 9, 2) <= '12' AND substr(${cell}, 6, 2) <> substr(${cell}, 9, 2)`;
}

function isIsoDay(cell: string): string {
  return `regexp_matches(${cell}, '^${DAY}([^0-9]|$)')`;
}

function isNumericDay(cell: string): string {
  return `regexp_matches(${cell}, '^${SHAPES.numeric.pattern}([^0-9]|$)')`;
}

/** SQL conditions by which a file shows in which order it writes days and months; 31-31-2026 shows neither. */
export const DAY_ORDERS = {
  numeric: (cell: string): string =>
    `${isNumericDay(cell)} AND ${numericPart(cell, 1)} <> ${numericPart(cell, 2)}`,
  dmy: (cell: string): string =>
    `regexp_matches(${cell}, '^\\d{1,2}\\.\\d{1,2}\\.\\d') OR ${numericPart(cell, 1)} > 12 AND ${numericPart(cell, 2)} <= 12`,
  mdy: (cell: string): string =>
    `NOT regexp_matches(${cell}, '^\\d{1,2}\\.\\d{1,2}\\.\\d') AND ${numericPart(cell, 2)} > 12 AND ${numericPart(cell, 1)} <= 12`,
};

function numericPart(cell: string, group: number): string {
  return `coalesce(TRY_CAST(regexp_extract(${cell}, '^${SHAPES.numeric.pattern}([^0-9]|$)', ${group}) AS INTEGER), 0)`;
}
