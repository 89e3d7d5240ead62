import type { Segmentation } from '#core/schemas/segmentation.ts';

type Dropped = Segmentation['dropped'];

/** Features that were left out for one kind of reason. */
export interface DroppedGroup {
  /** What their reasons have in common; names and numbers that differ are "…". */
  reason: string;
  features: Dropped;
}

/** What differs between reasons of one kind: the name of another feature, and numbers. */
const VARYING = /"[^"]*"|\d+(?:[.,]\d+)*/g;

/**
 * Groups features that were left out by their reason – hundreds of columns of a table have a handful of reasons.
 * Definition: reasons that differ only in quoted names and in numbers are of one kind; most features first. Source: none,
 * a matter of reading. Nothing left out: no groups.
 *
 * @example groupDropped([{ feature: 'a', reason: 'Same as "x"' }, { feature: 'b', reason: 'Same as "y"' }])[0]?.reason // => 'Same as …'
 */
export function groupDropped(dropped: Dropped): DroppedGroup[] {
  return [...Map.groupBy(dropped, ({ reason }) => reason.replace(VARYING, '…'))]
    .map(([shared, features]) => ({ reason: commonReason(shared, features), features }))
    .sort((a, b) => b.features.length - a.features.length || (a.reason < b.reason ? -1 : 1));
}

/** The reason with what all of the group say in it. */
function commonReason(shared: string, features: Dropped): string {
  const parts = features.map(({ reason }) => reason.match(VARYING) ?? []);
  let place = -1;
  return shared.replaceAll('…', () => {
    place += 1;
    const first = parts[0]?.[place];
    return first !== undefined && parts.every((found) => found[place] === first) ? first : '…';
  });
}
