import type { CellForm } from './cell-form.ts';
import { UNKNOWN_CELLS, type KnownCells } from './cell-text.ts';
import { ownDecimalDigits, ownDecimalNumber } from './mixed-decimals.ts';
import { MEASURED_DIGITS } from './within-measure.ts';

/** A currency sign or code as it stands before or behind an amount, HTML entities of signs too. */
const CURRENCY = String.raw`(?:(?:[A-Z]{1,3} ?)?[$€£¥₹৳₩₺₽₫฿₴₦₪₱]|[A-Z]{3}|Rs\.?|S?Fr\.?|kr\.?|zł|Kč|Ft|&#\d{2,5};|&[a-z]{2,6};)`;

/** A space between an amount and its currency. */
const SPACE = '(?:[ \u00a0\u202f]|&nbsp;|&#160;)';

/** What stands between groups of three digits besides the sign that is not the decimal one. */
const GROUP_SPACES = " '’\u00a0\u202f";

/** Signs that name one currency; "$" alone does not. */
export const CURRENCY_CODES: Record<string, string> = {
  'US$': 'USD', 'AU$': 'AUD', 'A$': 'AUD', 'C$': 'CAD', 'CA$': 'CAD', 'NZ$': 'NZD', 'HK$': 'HKD', 'NT$': 'TWD', 'R$': 'BRL', 'MX$': 'MXN', 'S$': 'SGD',
  '€': 'EUR', '&euro;': 'EUR', '&#8364;': 'EUR', '£': 'GBP', '&pound;': 'GBP', '&#163;': 'GBP', '₹': 'INR', 'Rs': 'INR', 'Rs.': 'INR', '&#8377;': 'INR',
  '৳': 'BDT', '&#2547;': 'BDT', '₩': 'KRW', '₺': 'TRY', '₽': 'RUB', '₫': 'VND', '฿': 'THB', '₴': 'UAH', '₦': 'NGN', '₪': 'ILS', '₱': 'PHP',
  'Fr': 'CHF', 'Fr.': 'CHF', 'SFr': 'CHF', 'SFr.': 'CHF', 'zł': 'PLN', 'Kč': 'CZK', 'Ft': 'HUF',
}; // prettier-ignore

/** A regular expression (RE2) that a number must match whole before it is cast: casts accept 1e5, 1_000 and inf. */
export function numberPattern(form: CellForm, digits: number, decimals: string): string {
  return form.numbers === 'plain'
    ? plainPattern(form, digits, decimals)
    : String.raw`^'?\(?[+\-−]? ?(?:${CURRENCY}${SPACE}?)?[+\-−]? ?(?:${localDigits(form, digits, decimals)})(?:${SPACE}?${CURRENCY})?-?\)?$`;
}

function plainPattern(form: CellForm, digits: number, decimals: string): string {
  const fraction = String.raw`${pointOf(form)}\d{1,${decimals}}0*`;
  return String.raw`^'?[+-]?(\d{1,${digits}}(${fraction})?|${fraction})$`;
}

function localDigits(form: CellForm, digits: number, decimals: string): string {
  if (form.decimal === 'own') return ownDecimalDigits(digits, decimals);
  const fraction = String.raw`${pointOf(form)}\d{1,${decimals}}0*`;
  return String.raw`(?:\d{1,${digits}}|${grouped(form)})(?:${fraction})?|${fraction}`;
}

function pointOf(form: CellForm): string {
  return { ',': ',', '.': String.raw`\.`, own: '[.,]' }[form.decimal];
}

/** Currencies that are parted in thousandths. */
const THREE_DECIMALS = 'BHD|IQD|JOD|KWD|LYD|OMR|TND';

/** Digits in groups of three, or as in India ("12,34,567"). */
function grouped(form: CellForm): string {
  const sign = { ',': '.', '.': ',', own: '.,' }[form.decimal];
  const thousands = String.raw`\d{1,3}(?:[${sign}${GROUP_SPACES}]\d{3}){1,3}`;
  return form.decimal === ',' ? thousands : String.raw`${thousands}|\d{1,2}(?:,\d{2}){1,3},\d{3}`;
}

/** A whole number; a fraction of zeros is let pass ("64517.0"). */
export function wholePattern(form: CellForm): string {
  return form.numbers === 'plain'
    ? String.raw`^'?\d{1,${MEASURED_DIGITS}}(\.0+)?$`
    : String.raw`^'?(?:\d{1,${MEASURED_DIGITS}}|${grouped(form)})(?:${zeros(form)})?$`;
}

/** A fraction of zeros; where each cell shows its own sign, three of them are thousands. */
function zeros(form: CellForm): string {
  return `${pointOf(form)}${form.decimal === 'own' ? '0{1,2}' : '0+'}`;
}

/** A share: "12.5%", "0.125", "< 10%", and "5e-05" of programs that write small ones so. */
export function sharePattern(form: CellForm): string {
  return String.raw`^[<>]? ?-?\d{1,9}(?:${pointOf(form)}\d{1,15})?(?:e-\d{2})?${SPACE}?%?$`;
}

/**
 * SQL: whether a number is beyond doubt without asking the pattern: cast and written again, with all its decimals, it
 * begins with the cell ("12.5000" with "12.5", "2.0000" with "2").
 */
export function isPlainNumber(cell: string): string {
  return `(starts_with(TRY_CAST(${cell} AS DECIMAL(16,4))::VARCHAR, ${cell}) AND NOT ends_with(${cell}, '.'))`;
}

/** SQL: the same of a whole number that is not negative. */
export function isPlainWhole(cell: string): string {
  return `(TRY_CAST(${cell} AS INTEGER)::VARCHAR = ${cell} AND ${cell} >= '0')`;
}

/** SQL of a number that has matched its pattern, as text with a decimal point; null where its signs do not fit ("--5"). */
export function plainNumber(
  cell: string,
  form: CellForm,
  { beginPlain }: KnownCells = UNKNOWN_CELLS,
): string {
  const bare = beginPlain
    ? cell
    : `CASE WHEN starts_with(${cell}, '''') THEN ltrim(${cell}, '''') ELSE ${cell} END`;
  if (form.numbers === 'plain') return form.decimal === ',' ? `replace(${bare}, ',', '.')` : bare;
  const amount = `regexp_replace(${bare}, '${CURRENCY}', '', 'g')`;
  const digits = `regexp_replace(${amount}, '[^0-9${form.decimal === 'own' ? '.,' : form.decimal}]', '', 'g')`;
  const point = { ',': `replace(${digits}, ',', '.')`, '.': digits, own: ownDecimalNumber(digits) };
  const signs = `regexp_replace(${amount}, '[^-+−()]', '', 'g')`;
  return `(CASE ${signs} WHEN '' THEN '' WHEN '+' THEN '' WHEN '-' THEN '-' WHEN '−' THEN '-' WHEN '()' THEN '-' END || ${point[form.decimal]})`;
}

/** SQL of a whole number that has matched its pattern, as text. */
export function plainWhole(cell: string, form: CellForm): string {
  const bare = `ltrim(${cell}, '''')`;
  const whole = `regexp_replace(${bare}, '${zeros(form)}$', '')`;
  return form.numbers === 'plain'
    ? `CASE WHEN ${isPlainWhole(cell)} THEN ${cell} ELSE regexp_replace(${bare}, '\\.0+$', '') END`
    : `regexp_replace(${whole}, '[^0-9]', '', 'g')`;
}

/** SQL of a share between 0 and 1 that has matched its pattern. */
export function shareValue(cell: string, form: CellForm): string {
  const digits = `regexp_replace(${cell}, '[^0-9.,e-]', '', 'g')`;
  const plain = form.decimal === '.' ? digits : `replace(${digits}, ',', '.')`;
  return `TRY_CAST(${plain} AS DOUBLE) / CASE WHEN contains(${cell}, '%') THEN 100 ELSE 1 END`;
}

/** SQL of "<" or ">" where the share is only a bound. */
export function shareBound(cell: string): string {
  return `CASE WHEN left(${cell}, 1) IN ('<', '>') THEN left(${cell}, 1) END`;
}

/** SQL of the ISO code that an amount states, if it states one. */
export function statedCurrency(cell: string, form: CellForm): string {
  if (form.numbers === 'plain') return 'CAST(NULL AS VARCHAR)';
  const spaced = `regexp_replace(${cell}, '${SPACE}', ' ', 'g')`;
  const stated = `replace(regexp_extract(${spaced}, '${CURRENCY}'), ' ', '')`;
  const codes = Object.entries(CURRENCY_CODES).map(([sign, code]) => `'${sign}': '${code}'`);
  // "$1,234.50 USD": the sign alone names none.
  const code = `regexp_extract(${cell}, '(?:^|[^A-Z])([A-Z]{3})(?:$|[^A-Z])', 1)`;
  return `coalesce(MAP {${codes.join(', ')}}[${stated}], nullif(${code}, ''))`;
}

/**
 * SQL conditions by which a file shows its decimal sign: cells that can only be read with a comma, only with a point,
 * and cells that mean two things ("1,234").
 */
export const DECIMAL_SIGNS = {
  comma: (cell: string): string =>
    `regexp_matches(${bareAmount(cell)}, '^0,\\d|^[^.,]*,(\\d{1,2}|\\d{4,})$|\\.\\d{3},\\d|^\\d{1,3}(\\.\\d{3}){2,}$| \\d{3},\\d')`,
  point: (cell: string): string =>
    `regexp_matches(${bareAmount(cell)}, '^0\\.\\d|^[^.,]*\\.(\\d{1,2}|\\d{4,})$|,\\d{3}\\.\\d|^\\d{1,3}(,\\d{3}){2,}$|^\\d{4,}\\.\\d{3}$')`,
  /** "IDR 100.000": no such money has three decimals. It shows the sign only where no other cell does. */
  grouped: (cell: string): string =>
    `(regexp_full_match(${bareAmount(cell)}, '[1-9]\\d{0,2}\\.\\d{3}') AND regexp_matches(${cell}, '${CURRENCY}')
      AND NOT regexp_matches(${cell}, '${THREE_DECIMALS}'))`,
  unclear: (cell: string): string =>
    `regexp_full_match(${bareAmount(cell)}, '[1-9]\\d{0,2},\\d{3}')`,
};

/** Amounts of whole units: with points between thousands, without any sign, and with more digits than stand in a group. */
export const POINTED_WHOLES = {
  pointed: (cell: string): string =>
    `regexp_full_match(${bareAmount(cell)}, '[1-9]\\d{0,2}\\.\\d{3}')`,
  short: (cell: string): string => `regexp_full_match(${bareAmount(cell)}, '[1-9]\\d{0,2}')`,
  long: (cell: string): string => `regexp_full_match(${bareAmount(cell)}, '\\d{4,}')`,
};

/**
 * The same for whole numbers: what stands between their groups is not the decimal sign ("25,881"), and before zeros of
 * another number than three it is ("64517.0"). "2.000" means two things.
 */
export const WHOLE_SIGNS = {
  comma: (cell: string): string => wholeShows(cell, { group: String.raw`\.`, point: ',' }),
  point: (cell: string): string => wholeShows(cell, { group: ',', point: String.raw`\.` }),
};

function wholeShows(cell: string, { group, point }: { group: string; point: string }): string {
  return `(regexp_full_match(${cell}, '[1-9]\\d{0,2}(${group}\\d{3})+|\\d+${point}(0{1,2}|0{4,})')
    AND NOT regexp_full_match(${cell}, '\\d+${group}000'))`;
}

function bareAmount(cell: string): string {
  return `regexp_replace(regexp_replace(${cell}, '${CURRENCY}', '', 'g'), '[^0-9., ]', '', 'g').trim()`;
}
