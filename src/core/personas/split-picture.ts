import type { Breakdown } from '#core/schemas/persona.ts';
import { isOfOnePart } from './one-part.ts';

/**
 * Whether a split of a Portrait is worth a picture. Definition: it has more than one part, and at least one of them a
 * share above zero with this Portrait; a picture of hidden parts and of nothing shows nothing.
 *
 * @example isPicture({ rows: [{ label: 'TEN', share: 0, shareOfAll: 0.7, n: 0 }, { label: 'none', share: null, shareOfAll: 0.3, n: 0 }] }) // => false
 */
export function isPicture(split: Pick<Breakdown, 'rows'>): boolean {
  return !isOfOnePart(split) && split.rows.some(({ share }) => share !== null && share > 0);
}
