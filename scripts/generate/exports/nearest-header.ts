import { nearestWord } from '#core/format/nearest-word.ts';

/** Headers of other tools share a stem at best: "Order Number" is near "order". */
const TOLERANCE = 0.7;

/** The header of a file that most likely stands for a missing column; null when none is near. */
export function nearestHeader(column: string, headers: string[]): string | null {
  return nearestWord(column, headers, TOLERANCE);
}
