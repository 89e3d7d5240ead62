import { unusedId } from '#core/personas/entry-slug.ts';
import type { Segmentation } from '#core/schemas/segmentation.ts';
import type { PersonaOverlap } from '../warehouse/features/persona-overlap.ts';

type Lineage = Segmentation['lineage'];

/** Two groups that share at least half of all their customers are the same Portrait. */
const SAME_PORTRAIT = 0.5;

/**
 * Old id of each new group: pairs with the largest Jaccard overlap first, each id once. Groups without a match are
 * not in the result: they are born.
 */
export function inheritedIds(overlaps: readonly PersonaOverlap[]): Map<string, string> {
  const inherited = new Map<string, string>();
  const taken = new Set<string>();
  const similar = overlaps
    .map((overlap) => ({
      ...overlap,
      jaccard: overlap.shared / (overlap.beforeSize + overlap.afterSize - overlap.shared),
    }))
    .filter(({ jaccard }) => jaccard >= SAME_PORTRAIT)
    .sort((a, b) => b.jaccard - a.jaccard);
  for (const { before, after } of similar) {
    if (inherited.has(after) || taken.has(before)) continue;
    inherited.set(after, before);
    taken.add(before);
  }
  return inherited;
}

/**
 * Ids of the fitted groups, in the order given: an inherited one, else the wanted one, made unique for ever.
 *
 * @param taken every id that was ever used, inherited ones included
 */
export function personaIds(
  groups: readonly { group: string; wanted: string }[],
  inherited: ReadonlyMap<string, string>,
  taken: Iterable<string>,
): Map<string, string> {
  const used = new Set(taken);
  const ids = new Map<string, string>();
  for (const { group, wanted } of groups) {
    const id = inherited.get(group) ?? unusedId(wanted, used);
    used.add(id);
    ids.set(group, id);
  }
  return ids;
}

/** The lineage after a fit: new ids are born, ids that are gone retire; nothing is ever removed. */
export function extendLineage(lineage: Lineage, ids: readonly string[], asOf: string): Lineage {
  const known = new Set(lineage.map(({ id }) => id));
  const living = new Set(ids);
  const continued = lineage.map((entry) =>
    living.has(entry.id) || entry.retiredOn !== undefined ? entry : { ...entry, retiredOn: asOf },
  );
  const born = ids.filter((id) => !known.has(id)).map((id) => ({ id, bornOn: asOf }));
  return [...continued, ...born].sort((a, b) => (a.id < b.id ? -1 : 1));
}
