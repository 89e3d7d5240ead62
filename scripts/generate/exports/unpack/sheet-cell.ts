const DAY_MILLISECONDS = 86_400_000;
/** Day 0 of each way of counting; Excel's 29 February 1900, which never was, is in the first. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Before 1 March 1900 the count is off by a day; after 9999 there is none. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_466;
/** Spreadsheet programs keep and show so many digits; what stands behind them is noise of binary fractions. */
const DIGITS = 15;

/**
 * A number as plain text: without exponent where it is exact, with at most 15 digits. A number of 16 or more digits that
 * the file itself writes with an exponent has lost its last ones; it keeps the exponent, which tells so.
 *
 * @example plainNumber('7.1428571428571425E-2') // => '0.0714285714285714'
 * @example plainNumber('98.529999999999987') // => '98.53'
 * @example plainNumber('1336.0') // => '1336'
 */
export function plainNumber(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === '') return text;
  if (Math.abs(value) >= 10 ** DIGITS) return text;
  return withoutExponent(Number(value.toPrecision(DIGITS)));
}

/** @example withoutExponent(1.5e-7) // => '0.00000015' */
function withoutExponent(value: number): string {
  const text = String(value);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const places = Number(exponent);
  if (places < 0) return `${sign}0.${'0'.repeat(-places - 1)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(places, '0')}`;
}

/**
 * The day or time that a serial number stands for, as ISO 8601 with a space; null: for none. A number below 1 is a time
 * of day. The time is left out where it is midnight. It is rounded to whole seconds, which is what sheets show and
 * their CSVs say.
 *
 * @example serialDate('43862', false) // => '2020-02-01'
 * @example serialDate('43862.4375', false) // => '2020-02-01 10:30:00'
 */
export function serialDate(text: string, date1904: boolean): string | null {
  const serial = Number(text);
  if (text.trim() === '' || !Number.isFinite(serial) || serial < 0) return null;
  const day = date1904 ? serial + (EPOCH_1904 - EPOCH_1900) / DAY_MILLISECONDS : serial;
  if (serial < 1 && serial > 0) return isoTime(serial * DAY_MILLISECONDS);
  if (day < FIRST_SERIAL || day >= LAST_SERIAL) return null;
  const [date = '', time = ''] = isoTime(EPOCH_1900 + day * DAY_MILLISECONDS, true).split(' ');
  return time === '00:00:00' ? date : `${date} ${time}`;
}

/** A longer duration is none: somebody has given a column of days its format. */
const MOST_DAYS = 20_000;

/**
 * The duration of so many days as hours, minutes and seconds; null: it is none.
 *
 * @example elapsedTime('1.0857638888888889') // => '26:03:30'
 */
export function elapsedTime(text: string): string | null {
  const days = Number(text);
  if (text.trim() === '' || !Number.isFinite(days) || days < 0 || days >= MOST_DAYS) return null;
  const seconds = Math.round((days * DAY_MILLISECONDS) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function isoTime(milliseconds: number, withDate = false): string {
  const iso = new Date(Math.round(milliseconds / 1000) * 1000).toISOString();
  const [date = '', time = ''] = iso.replace(/\.\d+Z$/, '').split('T');
  return withDate ? `${date} ${time}` : time;
}

/** Text in which the file spells letters by their number: "_x000D_" is a carriage return. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => {
    const letter = String.fromCharCode(Number.parseInt(digits, 16));
    return letter < ' ' && !'\t\n\r'.includes(letter) ? '' : letter;
  });
}
