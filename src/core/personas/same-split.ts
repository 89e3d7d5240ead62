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
  return first.length === second.length && areAlike(first, second, ALIKE);
}

/** What two pictures of one thing may lie apart in each part: nobody would tell them apart at a glance. */
const NEARLY = 0.05;

/**
 * Nearly the same split – whether a second picture of the same thing, as brands beside categories, tells anything new.
 * Definition: each part nearly as large as its counterpart when both are put in order; a part that only one has is
 * small. Where the parts have the same names, each is held against its namesake. Only for breakdowns that are kin:
 * splits of unlike things may look alike and mean nothing.
 * Source: this portal. Empty case: a breakdown without a share is the same as none.
 *
 * @example nearlySameSplit({ rows: [{ label: 'Jeans', share: 0.8, shareOfAll: null, n: 20 }] }, { rows: [{ label: 'Brackenloom', share: 0.77, shareOfAll: null, n: 20 }] }) // => true
 */
export function nearlySameSplit(
  one: Pick<Breakdown, 'rows'>,
  other: Pick<Breakdown, 'rows'>,
): boolean {
  const shareOf = (label: string): number =>
    other.rows.find((row) => row.label === label)?.share ?? 0;
  const hasSameNames = one.rows.some(({ label }) => other.rows.some((row) => row.label === label));
  if (hasSameNames) {
    const named = one.rows.every(
      ({ label, share }) => Math.abs((share ?? 0) - shareOf(label)) < NEARLY,
    );
    if (!named) return false;
  }
  return areAlike(sharesOf(one), sharesOf(other), NEARLY);
}

function areAlike(first: readonly number[], second: readonly number[], apart: number): boolean {
  const parts = Math.max(first.length, second.length);
  return (
    first.length > 0 &&
    second.length > 0 &&
    Array.from({ length: parts }).every(
      (_, index) => Math.abs((first[index] ?? 0) - (second[index] ?? 0)) < apart,
    )
  );
}

function sharesOf({ rows }: Pick<Breakdown, 'rows'>): number[] {
  return rows
    .flatMap(({ share }) => (share === null || share === 0 ? [] : [share]))
    .sort((a, b) => b - a);
}
