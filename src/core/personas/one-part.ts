import type { Breakdown } from '#core/schemas/persona.ts';

/**
 * Whether a whole has one part only – everybody ordered through the web shop – and so is no picture and tells nobody
 * apart. Definition: among all customers at most one part has a share; hidden ones count as one each.
 *
 * @example isOfOnePart({ rows: [{ label: 'web', share: 1, shareOfAll: 1, n: 20 }] }) // => true
 */
export function isOfOnePart({ rows }: Pick<Breakdown, 'rows'>): boolean {
  return rows.filter(({ shareOfAll }) => shareOfAll !== 0).length <= 1;
}
