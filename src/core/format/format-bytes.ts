import type { Formats } from './formats.ts';
import { typeset } from './typeset.ts';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/**
 * The size of a file, in powers of a thousand as file managers show it.
 * Definition: IEC 80000-13 decimal prefixes; one decimal below 100, none above and for bytes.
 * Empty case: an empty file is "0 B".
 * @example formatBytes(2_345_678, { locale: 'en-GB' }) // => '2.3 MB'
 */
export function formatBytes(bytes: number, { locale }: Pick<Formats, 'locale'>): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  const number = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(size);
  return typeset(`${number} ${UNITS[unit] ?? ''}`);
}
