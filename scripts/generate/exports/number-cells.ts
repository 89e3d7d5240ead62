import type { CellForm } from './cell-form.ts';

/** A currency sign or code as it stands before or behind an amount, HTML entities of signs too. */
const CURRENCY = String.raw`(?:(?:[A-Z]{1,3} ?)?[$€£¥₹৳₩₺₽₫฿₴₦₪₱]|[A-Z]{3}|Rs\.?|kr\.?|zł|Kč|Ft|&#\d{2,5};|&[a-z]{2,6};)`;

/** What stands between groups of three digits besides the sign that is not the decimal one. */
const GROUP_SPACES = " '’\u00a0\u202f";

/** Signs that name one currency; "$" alone does not. */
const CURRENCY_CODES: Record<string, string> = {
  'US$': 'USD', 'AU$': 'AUD', 'A$': 'AUD', 'C$': 'CAD', 'CA$': 'CAD', 'NZ$': 'NZD', 'HK$': 'HKD', 'R$': 'BRL', 'MX$': 'MXN', 'S$': 'SGD',
  '€': 'EUR', '&euro;': 'EUR', '&#8364;': 'EUR', '£': 'GBP', '&pound;': 'GBP', '&#163;': 'GBP', '₹': 'INR', 'Rs': 'INR', 'Rs.': 'INR', '&#8377;': 'INR',
  '৳': 'BDT', '&#2547;': 'BDT', '₩': 'KRW', '₺': 'TRY', '₽': 'RUB', '₫': 'VND', '฿': 'THB', '₴': 'UAH', '₦': 'NGN', '₪': 'ILS', '₱': 'PHP',
  'zł': 'PLN', 'Kč': 'CZK', 'Ft': 'HUF',
}; // prettier-ignore

/** A regular expression (RE2) that a number must match whole before it is cast: casts accept 1e5, 1_000 and inf. */
export function numberPattern(form: CellForm, digits: number, decimals: string): string {
  return form.numbers === 'plain'
    ? plainPattern(form, digits, decimals)
    : String.raw`^'?\(?[+\-−]? ?(?:${CURRENCY} ?)?[+\-−]? ?(?:${localDigits(form, digits, decimals)})(?: ?${CURRENCY})?-?\)?$`;
}

function plainPattern(form: CellForm, digits: number, decimals: string): string {
  const point = form.decimal === ',' ? ',' : String.raw`\.`;
  const fraction = String.raw`${point}\d{1,${decimals}}0*`;
  return String.raw`^'?[+-]?(\d{1,${digits}}(${fraction})?|${fraction})$`;
}

function localDigits(form: CellForm, digits: number, decimals: string): string {
  const [point, group] = form.decimal === ',' ? [',', '.'] : [String.raw`\.`, ','];
  const fraction = String.raw`${point}\d{1,${decimals}}0*`;
  return String.raw`(?:\d{1,${digits}}|\d{1,3}(?:[${group}${GROUP_SPACES}]\d{3}){1,4})(?:${fraction})?|${fraction}`;
}

/** A whole number; a fraction of zeros is let pass ("64517.0"). */
export function wholePattern(form: CellForm): string {
  return form.numbers === 'plain'
    ? String.raw`^'?\d{1,15}(\.0+)?$`
    : String.raw`^'?(?:\d{1,15}|\d{1,3}(?:[,.${GROUP_SPACES}]\d{3}){1,4})(?:[.,]0{1,2})?$`;
}

/** A share: "12.5%", "0.125", "< 10%". */
export function sharePattern(form: CellForm): string {
  const point = form.decimal === ',' ? ',' : String.raw`\.`;
  return String.raw`^[<>]? ?-?\d{1,9}(?:${point}\d{1,15})? ?%?$`;
}

/** SQL: whether a number is beyond doubt without asking the pattern: cast and written again it is the same. */
export function isPlainNumber(cell: string): string {
  return `TRY_CAST(${cell} AS DECIMAL(16,2))::VARCHAR = ${cell}`;
}

/** SQL: the same of a whole number that is not negative. */
export function isPlainWhole(cell: string): string {
  return `(TRY_CAST(${cell} AS INTEGER)::VARCHAR = ${cell} AND ${cell} >= '0')`;
}

/** SQL of a number that has matched its pattern, as text with a decimal point. */
export function plainNumber(cell: string, form: CellForm): string {
  const bare = `CASE WHEN starts_with(${cell}, '''') THEN ltrim(${cell}, '''') ELSE ${cell} END`;
  if (form.numbers === 'plain') return form.decimal === ',' ? `replace(${bare}, ',', '.')` : bare;
  const amount = `regexp_replace(${bare}, '${CURRENCY}', '', 'g')`;
  const digits = `regexp_replace(${amount}, '[^0-9${form.decimal}]', '', 'g')`;
  return `(CASE WHEN regexp_matches(${amount}, '[-−(]') THEN '-' ELSE '' END || ${form.decimal === ',' ? `replace(${digits}, ',', '.')` : digits})`;
}

/** SQL of a whole number that has matched its pattern, as text. */
export function plainWhole(cell: string, form: CellForm): string {
  const bare = `ltrim(${cell}, '''')`;
  const whole = `regexp_replace(${bare}, '[.,]0{1,2}$', '')`;
  return form.numbers === 'plain'
    ? `CASE WHEN ${isPlainWhole(cell)} THEN ${cell} ELSE regexp_replace(${bare}, '\\.0+$', '') END`
    : `regexp_replace(${whole}, '[^0-9]', '', 'g')`;
}

/** SQL of a share between 0 and 1 that has matched its pattern. */
export function shareValue(cell: string, form: CellForm): string {
  const digits = `regexp_replace(${cell}, '[^0-9${form.decimal}-]', '', 'g')`;
  const plain = form.decimal === ',' ? `replace(${digits}, ',', '.')` : digits;
  return `TRY_CAST(${plain} AS DOUBLE) / CASE WHEN contains(${cell}, '%') THEN 100 ELSE 1 END`;
}

/** SQL of "<" or ">" where the share is only a bound. */
export function shareBound(cell: string): string {
  return `CASE WHEN left(${cell}, 1) IN ('<', '>') THEN left(${cell}, 1) END`;
}

/** SQL of the ISO code that an amount states, if it states one. */
export function statedCurrency(cell: string, form: CellForm): string {
  if (form.numbers === 'plain') return 'CAST(NULL AS VARCHAR)';
  const stated = `replace(regexp_extract(${cell}, '${CURRENCY}'), ' ', '')`;
  const cases = Object.entries(CURRENCY_CODES).map(
    ([sign, code]) => `WHEN '${sign}' THEN '${code}'`,
  );
  return `CASE ${stated} ${cases.join(' ')} ELSE CASE WHEN regexp_full_match(${stated}, '[A-Z]{3}') THEN ${stated} END END`;
}

/**
 * SQL conditions by which a file shows its decimal sign: cells that can only be read with a comma, only with a point,
 * and cells that mean two things ("1,234").
 */
export const DECIMAL_SIGNS = {
  comma: (cell: string): string =>
    `regexp_matches(${bareAmount(cell)}, '^[^.,]*,(\\d{1,2}|\\d{4,})$|\\.\\d{3},\\d|^\\d{1,3}(\\.\\d{3}){2,}$| \\d{3},\\d')`,
  point: (cell: string): string =>
    `regexp_matches(${bareAmount(cell)}, '^[^.,]*\\.(\\d{1,2}|\\d{4,})$|,\\d{3}\\.\\d|^\\d{1,3}(,\\d{3}){2,}$|^\\d{4,}\\.\\d{3}$')`,
  unclear: (cell: string): string => `regexp_full_match(${bareAmount(cell)}, '\\d{1,3},\\d{3}')`,
};

function bareAmount(cell: string): string {
  return `regexp_replace(regexp_replace(${cell}, '${CURRENCY}', '', 'g'), '[^0-9., ]', '', 'g').trim()`;
}
