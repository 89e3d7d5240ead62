import type { Transform } from './transform-feature.ts';

/** How the numbers of a column enter the analysis. */
export interface ColumnScale {
  /** Numbers are divided by it: the median of the absolute values above zero, so that no unit matters. */
  scale: number;
  transform: Transform;
  /** Divided numbers beyond these are held at them: the 0.5th and the 99.5th percentile. */
  low: number;
  high: number;
  /** Of the numbers as they are; 0 when they do not differ. */
  skewness: number;
}

/** Beyond this a distribution is called highly skewed (Bulmer 1979). */
const HIGH_SKEWNESS = 1;
const OUTER_SHARE = 0.005;
/** Digits of numbers that are kept in a stored model. */
const DIGITS = 6;

/**
 * Scale of a column of numbers – keeps a long tail and single monstrous values from deciding alone. Definition: numbers
 * are divided by the median of their absolute values, held within the 0.5th and 99.5th percentile (winsorised), and
 * those without a negative one that are highly skewed (above 1) enter as logarithms, where that makes them less skewed:
 * of the number, or of 1 + number where there are zeros. Source: Bulmer (1979), "Principles of Statistics", for the
 * limit of skewness; Tukey (1962) for winsorising. No number: as it is.
 *
 * @example columnScale([1, 1, 1, 1, 2, 2, 3, 90]).transform // => 'log'
 * @example columnScale([]).scale // => 1
 */
export function columnScale(values: readonly (number | null)[]): ColumnScale {
  const present = Float64Array.from(values.filter((value) => value !== null)).sort();
  const sizes = present
    .map(Math.abs)
    .filter((value) => value > 0)
    .sort();
  const scale = rounded(sizes[Math.floor(sizes.length / 2)] ?? 1) || 1;
  if (present.length === 0) return { scale, transform: 'identity', low: 0, high: 0, skewness: 0 };
  const place = (share: number): number => Math.round(share * (present.length - 1));
  const low = rounded((present[place(OUTER_SHARE)] ?? 0) / scale);
  const high = rounded((present[place(1 - OUTER_SHARE)] ?? 0) / scale);
  const held = present.map((value) => Math.min(high, Math.max(low, value / scale)));
  const before = skewness(held);
  const transform = (present[0] ?? 0) > 0 ? 'log' : 'log1p';
  const isLogged =
    (present[0] ?? 0) >= 0 &&
    low + (transform === 'log1p' ? 1 : 0) > 0 &&
    before > HIGH_SKEWNESS &&
    Math.abs(skewness(held.map((value) => Math.log(transform === 'log' ? value : 1 + value)))) <
      before;
  return {
    scale,
    transform: isLogged ? transform : 'identity',
    low,
    high,
    skewness: skewness(present),
  };
}

/** Third standardised moment; 0 where all values are the same. */
function skewness(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [second, third] = [0, 0];
  for (const value of values) {
    second += (value - mean) ** 2;
    third += (value - mean) ** 3;
  }
  if (second === 0) return 0;
  return third / values.length / (second / values.length) ** 1.5;
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
