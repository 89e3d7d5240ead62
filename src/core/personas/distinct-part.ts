import { OTHER_PART, type Breakdown } from '#core/schemas/persona.ts';
import type { RatioToWhole } from '#core/statistics/ratio-to-whole.ts';
import { partDivergence } from './part-divergence.ts';
import type { LargestPart } from './persona-breakdowns.ts';

/** A part that a Portrait has more of than all customers, and how many times as much. */
export interface DistinctPart extends LargestPart {
  times: RatioToWhole;
}

/**
 * The part that sets a Portrait apart – its phone orders, where a third of them and a fourteenth of all orders come by
 * phone. Definition: of the parts with at least 1.25 times the share that all customers have, in an interval above 1,
 * the one that adds most to the divergence from all customers (`partDivergence`); ties go to the earlier row; "Other" is no
 * part. Source: its own.
 * Empty case: no such part gives undefined.
 *
 * @param timesOf a part's share as so many times that of all customers, by label; null where it cannot be said
 * @example distinctPart({ id: 'channels', label: 'Channels', base: 'orders', rows: [] }, () => null) // => undefined
 */
export function distinctPart(
  { rows }: Breakdown,
  timesOf: (label: string) => RatioToWhole | null,
): DistinctPart | undefined {
  let found: DistinctPart | undefined;
  let most = 0;
  for (const { label, share, shareOfAll, n } of rows) {
    if (share === null || shareOfAll === null || label === OTHER_PART) continue;
    const times = timesOf(label);
    if (!times?.interval || times.interval.low <= 1) continue;
    const adds = partDivergence(share, times.times);
    if (adds <= most) continue;
    most = adds;
    found = { label, share, n, times };
  }
  return found;
}
