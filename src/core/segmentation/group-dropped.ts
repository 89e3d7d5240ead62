import type { Segmentation } from '#core/schemas/segmentation.ts';

type Dropped = Segmentation['dropped'];

/** Features that were left out for one kind of reason. */
export interface DroppedGroup {
  /** What their reasons have in common; names and numbers that differ are "…". */
  reason: string;
  features: (Dropped[number] & {
    /** What its own reason holds in place of each "…". */
    own: string[];
  })[];
}

/** What differs between reasons of one kind: the name of another feature, and numbers, those below zero as well. */
const VARYING = /"[^"]*"|(?:(?<!\w)-)?\d+(?:[.,]\d+)*/g;

/**
 * Groups features that were left out by their reason – hundreds of columns of a table have a handful of reasons.
 * Definition: reasons that differ only in quoted names and in numbers are of one kind; most features first. Source: none,
 * a matter of reading. Nothing left out: no groups.
 *
 * @example groupDropped([{ feature: 'a', reason: 'Same as "x"' }, { feature: 'b', reason: 'Same as "y"' }])[0]?.reason // => 'Same as …'
 * @example groupDropped([{ feature: 'a', reason: 'Same as "x"' }, { feature: 'b', reason: 'Same as "y"' }])[0]?.features[1]?.own // => ['"y"']
 */
export function groupDropped(dropped: Dropped): DroppedGroup[] {
  return [...Map.groupBy(dropped, ({ reason }) => reason.replace(VARYING, '…'))]
    .map(([shared, features]) => {
      const differs = differingPlaces(features);
      return {
        reason: commonReason(shared, features, differs),
        features: features.map((one) => ({
          ...one,
          own: partsOf(one).filter((_, place) => differs[place]),
        })),
      };
    })
    .sort((a, b) => b.features.length - a.features.length || (a.reason < b.reason ? -1 : 1));
}

function partsOf({ reason }: Dropped[number]): string[] {
  return reason.match(VARYING) ?? [];
}

/** By place of what may vary: whether it does. */
function differingPlaces(features: Dropped): boolean[] {
  const [first, ...others] = features.map(partsOf);
  return (first ?? []).map((part, place) => others.some((found) => found[place] !== part));
}

/** The reason with what all of the group say in it. */
function commonReason(shared: string, features: Dropped, differs: readonly boolean[]): string {
  const [first] = features.map(partsOf);
  let place = -1;
  return shared.replaceAll('…', () => {
    place += 1;
    return differs[place] === true ? '…' : (first?.[place] ?? '…');
  });
}
