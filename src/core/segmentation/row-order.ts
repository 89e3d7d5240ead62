import type { DataMatrix } from './data-matrix.ts';
import { randomBelow, type Random } from './seeded-random.ts';

/** Digits in which two values count as the same: another currency changes the ones behind. */
const SAME_TO = 1e9;

/**
 * Row order that depends on the rows alone – whoever comes first in a file, or is called what, changes no Portrait.
 * Definition: rows sorted by their values, column by column, then shuffled by the seed; rows that are equal to nine
 * decimals are interchangeable. Source: own.
 *
 * @example [...valueOrder({ rows: 2, columns: 1, values: Float64Array.of(7, 3) }, () => 0.99)] // => [1, 0]
 */
export function valueOrder(data: DataMatrix, random: Random): Int32Array {
  const { columns } = data;
  const rounded = data.values.map((value) => Math.round(value * SAME_TO));
  const byValue = Int32Array.from({ length: data.rows }, (_, row) => row).sort((a, b) => {
    for (let column = 0; column < columns; column += 1) {
      const difference =
        (rounded[a * columns + column] ?? 0) - (rounded[b * columns + column] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return shuffledIndices(data.rows, random).map((position) => byValue[position] ?? 0);
}

/**
 * Whole numbers below a limit in random order – deals customers out. Definition: Fisher and Yates, after Durstenfeld
 * (1964).
 *
 * @example [...shuffledIndices(3, () => 0)] // => [1, 2, 0]
 */
export function shuffledIndices(count: number, random: Random): Int32Array {
  const indices = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = randomBelow(random, last + 1);
    const moved = indices[last] ?? 0;
    indices[last] = indices[other] ?? 0;
    indices[other] = moved;
  }
  return indices;
}
