import type { Breakdown } from '#core/schemas/persona.ts';

/** Shares closer than this are printed alike. */
const ALIKE = 0.005;

/**
 * Same split – whether two breakdowns of a Portrait draw one picture, as where each category is bought of one brand.
 * Definition: as many parts with a share, and each as large as its counterpart when both are put in order.
 * Source: this portal. Empty case: a breakdown without a share is the same as none.
 *
 * @example sameSplit({ rows: [{ label: 'Jeans', share: 0.8, shareOfAll: null, n: 20 }] }, { rows: [{ label: 'Brackenloom', share: 0.8, shareOfAll: null, n: 20 }] }) // => true
 */
export function sameSplit(one: Pick<Breakdown, 'rows'>, other: Pick<Breakdown, 'rows'>): boolean {
  const [first, second] = [sharesOf(one), sharesOf(other)];
  return (
    first.length > 0 &&
    first.length === second.length &&
    first.every((share, index) => Math.abs(share - (second[index] ?? 0)) < ALIKE)
  );
}

function sharesOf({ rows }: Pick<Breakdown, 'rows'>): number[] {
  return rows
    .flatMap(({ share }) => (share === null || share === 0 ? [] : [share]))
    .sort((a, b) => b - a);
}
