import { createAvatar } from '@dicebear/core';
import * as notionists from '@dicebear/notionists';

/**
 * Whoever is described should feel respected: open eyes, level brows and a mouth that smiles. What only some people
 * wear, as beards, glasses and covered heads, would be a claim about the group that nobody made.
 */
const PLAIN = {
  lips: [3, 14, 17, 22, 23, 30],
  eyes: [4, 5],
  brows: [4, 5, 7, 8, 9, 12],
  // The last three, which are left out, are covered heads.
  hair: Array.from({ length: 60 }, (_, index) => 60 - index),
} as const;

/** A drawn placeholder for a Portrait (Notionists by Zoish, CC0) as SVG, the same for an id on every machine. */
export function drawFace(id: string): string {
  return createAvatar(notionists, {
    seed: id,
    lips: variants(PLAIN.lips) as NonNullable<notionists.Options['lips']>,
    eyes: variants(PLAIN.eyes) as NonNullable<notionists.Options['eyes']>,
    brows: variants(PLAIN.brows) as NonNullable<notionists.Options['brows']>,
    hair: variants(PLAIN.hair) as NonNullable<notionists.Options['hair']>,
    beardProbability: 0,
    glassesProbability: 0,
    gestureProbability: 0,
    bodyIconProbability: 0,
  }).toString();
}

/** The names by which the drawn parts are chosen: 3 is "variant03". */
function variants(numbers: readonly number[]): string[] {
  return numbers.map((number) => `variant${String(number).padStart(2, '0')}`);
}
