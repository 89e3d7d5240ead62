import type { Formats } from './formats.ts';

/**
 * A figure of statistics that has no unit – a silhouette, an index of stability – as people read it.
 * Definition: two decimals, always, so that columns of them can be compared.
 * Empty case: 0 is "0.00".
 * @example formatScore(0.8, { locale: 'en-GB' }) // => '0.80'
 */
export function formatScore(value: number, { locale }: Pick<Formats, 'locale'>): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(value);
}
