import type { Segmentation } from '#core/schemas/segmentation.ts';

type Dropped = Segmentation['dropped'];

/** So many features with the same reason are told one by one; of more, some are named and the rest is counted. */
const MOST_LISTED = 10;
const NAMED = 3;

/** Features left out, sorted; where hundreds of columns have the same reason, they are one entry. */
export function listDropped(dropped: Dropped): Dropped {
  const byReason = Map.groupBy(dropped, ({ reason }) => reason.replace(VARYING, '…'));
  return [...byReason]
    .flatMap(([shared, entries]): Dropped => {
      if (entries.length <= MOST_LISTED) return entries;
      const isSame = entries.every(({ reason }) => reason === entries[0]?.reason);
      const named = entries.slice(0, NAMED).map(({ feature }) => `"${feature}"`);
      const rest = (entries.length - NAMED).toLocaleString('en-GB');
      return [
        {
          feature: `${named.join(', ')} and ${rest} more`,
          reason: isSame ? (entries[0]?.reason ?? shared) : shared,
        },
      ];
    })
    .sort((a, b) => (a.feature < b.feature ? -1 : 1));
}

/** What differs between reasons of one kind: the name of another feature, and numbers. */
const VARYING = /"[^"]*"|\d+(?:[.,]\d+)*/g;
