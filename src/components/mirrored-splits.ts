import type { Formats } from '#core/format/formats.ts';
import { sameSplit } from '#core/personas/same-split.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import { isOrdered, questionOf } from './chart-at.ts';

/** One split of two Portraits, part by part. */
export interface MirroredSplit {
  id: string;
  title: string;
  label: string;
  base: string;
  rows: { label: string; shares: [number | null, number | null] }[];
  /** The share that would have to move for the two to be alike: 0, the same; 1, nothing in common. */
  apart: number;
}

/** Smaller with both is no part of the picture. */
const SMALLEST = 0.02;
const MOST_ROWS = 12;

/**
 * The splits that both Portraits have, those that tell them apart most first, by half the sum of their differences.
 * In each the parts that differ most come first; months and weekdays keep their order. Parts that are small or hidden
 * with both are left out, and so is a split that only repeats another: each category of one brand.
 */
export function mirroredSplits(
  first: readonly Breakdown[],
  second: readonly Breakdown[],
  formats: Formats,
): MirroredSplit[] {
  const splits = first.flatMap((own): MirroredSplit[] => {
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
            apart: rows.reduce((sum, row) => sum + difference(row), 0) / 2,
          },
        ]
      : [];
  });
  const find = (from: readonly Breakdown[], id: string): Breakdown | undefined =>
    from.find((one) => one.id === id);
  const repeats = ({ id }: MirroredSplit, before: MirroredSplit): boolean =>
    [first, second].every((from) => {
      const [one, other] = [find(from, id), find(from, before.id)];
      return one && other ? sameSplit(one, other) : false;
    });
  return splits
    .filter((split, index) => !splits.slice(0, index).some((before) => repeats(split, before)))
    .sort((a, b) => b.apart - a.apart);
}

function difference({ shares: [left, right] }: MirroredSplit['rows'][number]): number {
  return Math.abs((left ?? 0) - (right ?? 0));
}
