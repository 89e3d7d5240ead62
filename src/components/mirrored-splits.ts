import type { Formats } from '#core/format/formats.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import { isOrdered, questionOf } from './chart-at.ts';

/** One split of two Portraits, part by part. */
export interface MirroredSplit {
  id: string;
  title: string;
  label: string;
  base: string;
  rows: { label: string; shares: [number | null, number | null] }[];
}

/** Smaller with both is no part of the picture. */
const SMALLEST = 0.02;
const MOST_ROWS = 12;

/**
 * The splits that both Portraits have, the parts that differ most first; months and weekdays keep their order. Parts
 * that are small or hidden with both are left out.
 */
export function mirroredSplits(
  first: readonly Breakdown[],
  second: readonly Breakdown[],
  formats: Formats,
): MirroredSplit[] {
  return first.flatMap((own) => {
    const other = second.find(({ id }) => id === own.id);
    if (!other) return [];
    const labels = [...new Set([...own.rows, ...other.rows].map(({ label }) => label))];
    const share = ({ rows }: Breakdown, label: string): number | null => {
      const row = rows.find((one) => one.label === label);
      return row ? row.share : 0;
    };
    const rows = labels.map((label): MirroredSplit['rows'][number] => ({
      label,
      shares: [share(own, label), share(other, label)],
    }));
    const shown = isOrdered(own.id)
      ? rows
      : rows
          .filter(({ shares }) => shares.some((one) => (one ?? 0) >= SMALLEST))
          .sort((a, b) => difference(b) - difference(a))
          .slice(0, MOST_ROWS);
    const isKnown = shown.some(({ shares }) => shares.some((one) => one !== null && one > 0));
    return isKnown
      ? [
          {
            id: own.id,
            title: questionOf(own, formats),
            label: own.label,
            base: own.base,
            rows: shown,
          },
        ]
      : [];
  });
}

function difference({ shares: [left, right] }: MirroredSplit['rows'][number]): number {
  return Math.abs((left ?? 0) - (right ?? 0));
}
