import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import { matchGroups, type GroupOverlap } from '#core/segmentation/match-groups.ts';
import type { Engine } from '../warehouse/engine.ts';
import {
  dropPreviousPersonas,
  readPersonaOverlaps,
  readPersonaProfiles,
} from '../warehouse/features/persona-overlap.ts';

/** How the groups of a new fit relate to the Portraits of before. */
export interface PersonaComparison {
  /** Old id by new group; groups without one are born. */
  inherited: Map<string, string>;
  overlaps: GroupOverlap[];
}

/**
 * Compares the assignment in the engine with the one that was kept before the fit.
 *
 * @param previous the model of the kept assignment; null when nothing was kept
 */
export async function comparePersonas(
  engine: Engine,
  previous: SegmentationModel | null,
): Promise<PersonaComparison> {
  if (previous === null) return { inherited: new Map(), overlaps: [] };
  const overlaps = await readPersonaOverlaps(engine);
  const matches = matchGroups(overlaps, await readPersonaProfiles(engine, previous));
  await dropPreviousPersonas(engine);
  return { inherited: new Map(matches.map(({ before, after }) => [after, before])), overlaps };
}
