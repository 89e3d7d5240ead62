import { createAvatar } from '@dicebear/core';
import * as notionists from '@dicebear/notionists';
import type { Face } from '#core/schemas/persona.ts';
import { roundedPath } from './rounded-path.ts';

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

/** What is drawn where people say so: hair in outline, and glasses through which the eyes are seen. */
const ASKED_FOR = { lightHair: [42], glasses: [3, 8, 11] } as const;

/** A drawn placeholder for a Portrait (Notionists by Zoish, CC0) as SVG, the same for an id and face on every machine. */
export function drawFace(id: string, face: Face = {}): string {
  const drawn = createAvatar(notionists, {
    seed: id,
    lips: variants(PLAIN.lips) as NonNullable<notionists.Options['lips']>,
    eyes: variants(PLAIN.eyes) as NonNullable<notionists.Options['eyes']>,
    brows: variants(PLAIN.brows) as NonNullable<notionists.Options['brows']>,
    hair: variants(face.hair === 'light' ? ASKED_FOR.lightHair : PLAIN.hair) as NonNullable<
      notionists.Options['hair']
    >,
    beardProbability: 0,
    glasses: variants(ASKED_FOR.glasses) as NonNullable<notionists.Options['glasses']>,
    glassesProbability: face.glasses ? 100 : 0,
    gestureProbability: 0,
    bodyIconProbability: 0,
  }).toString();
  return light(drawn);
}

/** Two steps of the grid that faces come in, 1744 wide, are one of ours: on the largest wall less than two pixels. */
const STEP = 2;

/**
 * The same picture in two fifths fewer bytes, packed: whole steps of a coarser grid, no mask as large as the picture itself, and
 * without what the file says about its maker.
 */
function light(drawn: string): string {
  return drawn
    .replace(/<metadata.*?<\/metadata>/s, '')
    .replace(/<mask id="viewboxMask">.*?<\/mask>/s, '')
    .replace(' mask="url(#viewboxMask)"', '')
    .replace(/ d="([^"]+)"/g, (_, path: string) => ` d="${roundedPath(path, STEP)}"`)
    .replace(
      / (viewBox|transform|x|y|width|height|stroke-width|cx|cy|rx|ry|r)="([^"]+)"/g,
      (_, name: string, lengths: string) =>
        ` ${name}="${lengths.replace(/[\d.]+/g, (length) => String(Number(length) / STEP))}"`,
    );
}

/** The names by which the drawn parts are chosen: 3 is "variant03". */
function variants(numbers: readonly number[]): string[] {
  return numbers.map((number) => `variant${String(number).padStart(2, '0')}`);
}
