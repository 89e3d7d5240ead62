import type { Segmentation } from '#core/schemas/segmentation.ts';
import { isListed } from '#data/is-listed.ts';
import type { PersonaEntry } from '#data/personas.ts';
import { isHint } from './certainty-of.ts';

/** Whether a Portrait has a poster: neither what is only a hint nor what nobody has written yet belongs on a wall. */
export function hasPoster(
  segmentation: Segmentation | null,
  persona: Pick<PersonaEntry, 'id' | 'figures' | 'isUnwritten'>,
): boolean {
  return isListed(persona) && !isHint(segmentation, persona);
}
