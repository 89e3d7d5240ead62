import { createAvatar } from '@dicebear/core';
import * as notionists from '@dicebear/notionists';

/** Mouths that smile or rest: whoever is described should feel respected. */
const FRIENDLY_LIPS = [3, 14, 17, 22, 23, 25, 30].map(
  (number) => `variant${String(number).padStart(2, '0')}`,
);

/** A drawn placeholder for a Portrait (Notionists by Zoish, CC0) as SVG, the same for an id on every machine. */
export function drawFace(id: string): string {
  return createAvatar(notionists, {
    seed: id,
    lips: FRIENDLY_LIPS as NonNullable<notionists.Options['lips']>,
    gestureProbability: 0,
    bodyIconProbability: 0,
  }).toString();
}
