import { nearestWord } from '#core/format/nearest-word.ts';

/**
 * The header of a file that most likely stands for a missing column; null when none is near. Other tools write the same
 * word, or the same within other words: "Order Number" is near "order", "Reichweite" is not near "Reporting starts".
 */
export function nearestHeader(column: string, headers: string[]): string | null {
  const alike = nearestWord(column, headers);
  if (alike !== null) return alike;
  const wanted = words(column);
  const shared = headers
    .map((header) => ({ header, share: sharedLetters(wanted, words(header)) }))
    .filter(({ share }) => share >= LEAST_SHARED);
  return shared.sort((a, b) => b.share - a.share)[0]?.header ?? null;
}

/** Share of the letters of both names that stand in words they have in common. */
const LEAST_SHARED = 0.5;

/** "placedAt", "placed_at" and "Placed at" are the same two words. */
function words(header: string): string[] {
  return header
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function sharedLetters(left: string[], right: string[]): number {
  const letters = (all: string[]): number => all.join('').length;
  const common = left.filter((word) => right.includes(word));
  return (2 * letters(common)) / Math.max(1, letters(left) + letters(right));
}
