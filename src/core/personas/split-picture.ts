import type { Breakdown } from '#core/schemas/persona.ts';
import { isOfOnePart } from './one-part.ts';

/** What is shown has to be most of what there is. */
const MOST = 0.5;

/**
 * Whether a split of a Portrait is worth a picture. Definition: it has more than one part, and those that are shown make up half of this
 * Portrait's whole at least; a picture of the small ones beside a large one that is hidden would tell of another Portrait.
 *
 * @example isPicture({ rows: [{ label: 'TEN', share: 0, shareOfAll: 0.7, n: 0 }, { label: 'none', share: null, shareOfAll: 0.3, n: 0 }] }) // => false
 */
export function isPicture(split: Pick<Breakdown, 'rows'>): boolean {
  return (
    !isOfOnePart(split) && split.rows.reduce((sum, { share }) => sum + (share ?? 0), 0) >= MOST
  );
}
