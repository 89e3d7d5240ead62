import { plural } from '#core/language/plural.ts';
import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { OTHER_PART, type Breakdown } from '#core/schemas/persona.ts';

/** A part as a bar shows it. */
export type DrawnPart = Pick<
  Breakdown['rows'][number],
  'label' | 'share' | 'shareOfAll' | 'interval'
>;

/** More bars than this are a list, not a picture. */
const MOST_PARTS = 8;

/**
 * The parts of a breakdown, the Portrait's own largest first; then those too small to show, then those it has none of.
 * @example largestFirst({ id: 'brands', label: 'Brand', base: 'orders', rows: [{ label: 'Tarn', share: 0.2, shareOfAll: 0.5, n: 10 }, { label: 'Fell', share: 0.8, shareOfAll: 0.5, n: 40 }] }).rows.map(({ label }) => label) // => ['Fell', 'Tarn']
 */
export function largestFirst(breakdown: Breakdown): Breakdown {
  return { ...breakdown, rows: breakdown.rows.toSorted((a, b) => rank(b) - rank(a)) };
}

function rank({ label, share }: DrawnPart): number {
  if (label === OTHER_PART) return -2;
  if (share === null) return 0;
  return share === 0 ? -1 : share;
}

/**
 * The parts that are drawn, "Other" among them, and how many are left to the table: a sum over a suppressed part is not shown, because
 * whoever knows the rest could take it apart.
 * @example drawnParts([{ label: 'Tarn', share: 1, shareOfAll: 1 }], { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => { rows: [{ label: 'Tarn', share: 1, shareOfAll: 1 }], left: 0 }
 */
export function drawnParts(
  rows: readonly DrawnPart[],
  formats: Worded,
): { rows: DrawnPart[]; left: number } {
  if (rows.length <= MOST_PARTS) return { rows: [...rows], left: 0 };
  const first = rows.slice(0, MOST_PARTS - 1);
  const rest = rows.slice(MOST_PARTS - 1);
  const share = sumOf(rest.map((row) => row.share));
  const shareOfAll = sumOf(rest.map((row) => row.shareOfAll));
  if (share === null || shareOfAll === null) {
    // Many small parts can be the largest of all together: it is no smaller part of the table only.
    const together = rest.filter((row) => row.label === OTHER_PART && row.share);
    const last = together.length > 0 ? together : rest.slice(0, 1);
    return { rows: [...first, ...last], left: rows.length - MOST_PARTS };
  }
  const { others } = wordsOf(formats).charts;
  const label = filled(plural(others, rest.length, formats), { count: rest.length });
  return { rows: [...first, { label, share, shareOfAll }], left: 0 };
}

/** Null as soon as one of them is. */
function sumOf(shares: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const share of shares) {
    if (share === null) return null;
    sum += share;
  }
  return Math.min(1, sum);
}
