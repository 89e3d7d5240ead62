import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Formats } from '#core/format/formats.ts';
import { formatValue } from '#core/format/format-value.ts';
import { CHART_WIDTH, NARROW_BELOW, NARROW_WIDTH, type Row } from './chart-spec.ts';

/** Pixels of the largest bubble, by the picture's width, and of the smallest. */
const RADIUS = { wide: 30, narrow: 20, least: 4 } as const;

/** From the bubble of the core customer to its ring. */
export const RING = 5;

/**
 * Radius of a bubble whose area is its customers; `most` have the largest one.
 * @example radiusOf(100, 400, 640) // => 15
 */
export function radiusOf(customers: number, most: number, width: number): number {
  const largest = width < NARROW_BELOW ? RADIUS.narrow : RADIUS.wide;
  return Math.max(RADIUS.least, largest * Math.sqrt(customers / most));
}

/**
 * Areas in both widths, `wider` pixels beyond the bubble.
 * @example bubbleSizes(100, 100) // => { size: 2827, sizeNarrow: 1257 }
 */
export function bubbleSizes(
  customers: number,
  most: number,
  wider = 0,
): { size: number; sizeNarrow: number } {
  const area = (width: number): number =>
    Math.round(Math.PI * (radiusOf(customers, most, width) + wider) ** 2);
  return { size: area(CHART_WIDTH), sizeNarrow: area(NARROW_WIDTH) };
}

/**
 * Two circles of round numbers, so that an area can be read.
 * @example bubbleLegend(900, 458, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }).map(({ text }) => text) // => ['100', '500 customers']
 */
export function bubbleLegend(most: number, top: number, formats: Formats): Row[] {
  const { charts } = wordsOf(formats);
  const large = roundBelow(most);
  const small = roundBelow(most / 8);
  return [...new Set([small, large])].map((customers, index) => {
    const at = index === 0 ? RADIUS.wide : RADIUS.wide * 3.2;
    const count = formatValue(customers, 'count', formats);
    const isLast = index === 1 || small === large;
    return {
      at,
      words: top,
      ...bubbleSizes(customers, most),
      dx: Math.round(radiusOf(customers, most, CHART_WIDTH)) + 6,
      text: isLast ? filled(charts.customers, { count }) : count,
    };
  });
}

/** 1, 2 or 5 times a power of ten, at most the number itself. */
function roundBelow(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, count)));
  return ([5, 2, 1].find((step) => step * power <= count) ?? 1) * power;
}
