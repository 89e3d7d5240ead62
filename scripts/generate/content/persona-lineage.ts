import { unusedId } from '#core/personas/entry-slug.ts';
import type {
  LineageEntry,
  LineageEvent,
  LineagePart,
} from '#core/schemas/segmentation-history.ts';
import {
  cameFrom,
  overlapJaccard,
  wentInto,
  type GroupOverlap,
} from '#core/segmentation/match-groups.ts';

/** Parts of fewer of a Portrait's customers are not said. */
const SMALLEST_PART = 0.1;

/**
 * Ids of the fitted groups, in the order given: an inherited one, else the wanted one or another, made unique for ever.
 *
 * @param taken every id that was ever used, inherited ones included
 */
export function personaIds(
  groups: readonly { group: string; wanted: string; others?: readonly string[] }[],
  inherited: ReadonlyMap<string, string>,
  taken: Iterable<string>,
): Map<string, string> {
  const used = new Set(taken);
  const ids = new Map<string, string>();
  for (const { group, wanted, others } of groups) {
    const id = inherited.get(group) ?? unusedId(wanted, used, others);
    used.add(id);
    ids.set(group, id);
  }
  return ids;
}

/** What there was before a fit and what there is after it, by final ids. */
export interface Succession {
  on: string;
  /** Ids of the groups before; none when there were none. */
  before: readonly string[];
  after: readonly string[];
  /** Customers that old and new groups share; empty where they cannot be compared. */
  overlaps: readonly GroupOverlap[];
  /** Parts of fewer customers are not said. */
  floor: number;
  /** Working names of new ids that are not the id's own words. */
  names?: ReadonlyMap<string, string>;
}

/**
 * What became of each Portrait in a fit, by id: the same, merged with others, split, born or retired. An id in both
 * lists is the same Portrait.
 */
function successionEvents(succession: Succession): Map<string, LineageEvent[]> {
  const { on, before, after, overlaps } = succession;
  const events = new Map<string, LineageEvent[]>();
  const isRetired = (id: string): boolean => !after.includes(id);
  const isBorn = (id: string): boolean => !before.includes(id);
  for (const id of before) {
    const given = overlaps.filter((overlap) => overlap.before === id);
    if (isRetired(id)) {
      const into = parts(given, 'after', succession);
      const largest = given.find((overlap) => overlap.after === into[0]?.id);
      events.set(id, [
        { on, change: 'retired', from: [], into, overlap: largest ? jaccardOf(largest) : null },
      ]);
      continue;
    }
    const own = given.find((overlap) => overlap.after === id);
    const overlap = own ? jaccardOf(own) : null;
    const from = parts(
      overlaps.filter((one) => one.after === id && isRetired(one.before) && wentInto(one)),
      'before',
      succession,
    );
    const into = parts(
      given.filter((one) => isBorn(one.after) && cameFrom(one)),
      'after',
      succession,
    );
    events.set(id, [
      ...(from.length > 0 ? [{ on, change: 'merged' as const, from, into: [], overlap }] : []),
      ...(into.length > 0 ? [{ on, change: 'split' as const, from: [], into, overlap }] : []),
      ...(from.length + into.length === 0
        ? [{ on, change: 'same' as const, from: [], into: [], overlap }]
        : []),
    ]);
  }
  for (const id of after.filter(isBorn)) {
    const from = parts(
      overlaps.filter((overlap) => overlap.after === id),
      'before',
      succession,
    );
    events.set(id, [{ on, change: 'born', from, into: [], overlap: null }]);
  }
  return events;
}

/**
 * The lineage after a fit: new ids are born, ids that are gone retire; nothing is ever removed. That a Portrait stayed
 * the same is said once a day, so that fitting again on the same day changes nothing.
 */
export function extendLineage(
  lineage: readonly LineageEntry[],
  succession: Succession,
): LineageEntry[] {
  const { on, after, names } = succession;
  const known = new Set(lineage.map(({ id }) => id));
  const living = new Set(after);
  const events = successionEvents(succession);
  const continued = lineage.map((entry): LineageEntry => {
    if (entry.retiredOn !== undefined) return entry;
    const news = (events.get(entry.id) ?? []).filter(
      ({ change }) => change !== 'same' || !entry.events.some((event) => event.on === on),
    );
    const extended = { ...entry, events: [...entry.events, ...news] };
    return living.has(entry.id) ? extended : { ...extended, retiredOn: on };
  });
  const born = after
    .filter((id) => !known.has(id))
    .map((id): LineageEntry => {
      const name = names?.get(id);
      return { id, ...(name && { name }), bornOn: on, events: events.get(id) ?? [] };
    });
  return [...continued, ...born].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Where customers went or came from, with rounded shares: the largest first. */
function parts(
  overlaps: readonly GroupOverlap[],
  side: 'before' | 'after',
  { floor }: Pick<Succession, 'floor'>,
): LineagePart[] {
  return overlaps
    .map((overlap) => ({
      id: overlap[side],
      // Of the group on the other side.
      share: overlap.shared / (side === 'after' ? overlap.beforeSize : overlap.afterSize),
      shared: overlap.shared,
    }))
    .filter(({ share, shared }) => share >= SMALLEST_PART && shared >= floor)
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .map(({ id, share }) => ({ id, share: toHundredths(share) }));
}

function jaccardOf(overlap: GroupOverlap): number {
  return toHundredths(overlapJaccard(overlap));
}

/** Finer figures could tell how many single people went elsewhere. */
function toHundredths(share: number): number {
  return Math.round(100 * share) / 100;
}
