/** A third of the letters may be wrong: "bargin-huntre" still means "bargain-hunter". */
const USUAL_TOLERANCE = 1 / 3;

/**
 * The candidate that a mistyped word most likely meant, or null when none is near.
 *
 * @param tolerance largest share of letters that may be wrong, missing, too many or swapped with their neighbour
 * @example nearestWord('bargin-hunter', ['gift-giver', 'bargain-hunter']) // => 'bargain-hunter'
 * @example nearestWord('zebra', ['gift-giver', 'bargain-hunter']) // => null
 */
export function nearestWord(
  word: string,
  candidates: Iterable<string>,
  tolerance: number = USUAL_TOLERANCE,
): string | null {
  let nearest: string | null = null;
  let nearestDistance = Infinity;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const allowed = Math.max(1, Math.ceil(Math.max(word.length, candidate.length) * tolerance));
    if (distance <= allowed && distance < nearestDistance) {
      nearest = candidate;
      nearestDistance = distance;
    }
  }
  return nearest;
}

/** Letters to insert, delete, replace or swap with their neighbour until one word is the other (Damerau). */
function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped =
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          (last[column] ?? Infinity) + 1,
          (current[column - 1] ?? Infinity) + 1,
          (last[column - 1] ?? Infinity) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}
