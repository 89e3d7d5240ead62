import type { Formats } from '#core/format/formats.ts';
import { isOfOnePart } from '#core/personas/one-part.ts';
import { sameSplit } from '#core/personas/same-split.ts';
import { couldBeChance } from '#core/statistics/could-be-chance.ts';
import type { Interval } from '#core/schemas/fact.ts';
import { OTHER_PART, type Breakdown } from '#core/schemas/persona.ts';
import { isOrdered, questionOf } from './chart-at.ts';

interface MirroredRow {
  label: string;
  shares: [number | null, number | null];
  intervals: [Interval | undefined, Interval | undefined];
}

/** One split of two Portraits, part by part. */
export interface MirroredSplit {
  id: string;
  title: string;
  label: string;
  base: string;
  rows: MirroredRow[];
  /** The share that would have to move for the two to be alike, as far as shares are shown: 0, the same; 1, nothing in common. */
  apart: number;
  /** The part in which they lie furthest apart, of those that differ by more than chance; null where none does, or of none both shares are shown. */
  furthest: MirroredRow | null;
  /** Both shares are shown of some part, and of none do they differ by more than chance. */
  isByChance: boolean;
}

/** Smaller with both is no part of the picture. */
const SMALLEST = 0.02;
const MOST_ROWS = 12;

/**
 * The splits that both Portraits have, those that tell them apart most first, by half the sum of their differences.
 * In each the parts that are known to differ most come first, and "Other" last; months and weekdays keep their order. Parts that are small or hidden
 * with both are left out, and so is a split that only repeats another: each category of one brand.
 */
export function mirroredSplits(
  first: readonly Breakdown[],
  second: readonly Breakdown[],
  formats: Formats,
): MirroredSplit[] {
  const splits = first.flatMap((own): MirroredSplit[] => {
    const other = second.find(({ id }) => id === own.id);
    if (!other || isOfOnePart(own)) return [];
    const labels = [...new Set([...own.rows, ...other.rows].map(({ label }) => label))];
    const share = ({ rows }: Breakdown, label: string): number | null => {
      const row = rows.find((one) => one.label === label);
      return row ? row.share : 0;
    };
    const interval = ({ rows }: Breakdown, label: string): Interval | undefined =>
      rows.find((one) => one.label === label)?.interval;
    const rows = labels.map((label): MirroredRow => ({
      label,
      shares: [share(own, label), share(other, label)],
      intervals: [interval(own, label), interval(other, label)],
    }));
    const shown = isOrdered(own.id)
      ? rows
      : rows
          .filter(({ shares }) => shares.some((one) => (one ?? 0) >= SMALLEST))
          .sort((a, b) => Number(isRest(a)) - Number(isRest(b)) || difference(b) - difference(a));
    const drawn = isOrdered(own.id) ? shown : mostOf(shown);
    const both = shown.filter((row) => !isRest(row) && !row.shares.includes(null));
    const furthest = furthestOf(both.filter((row) => !isByChance(row)));
    const isKnown = shown.some(({ shares }) => shares.some((one) => one !== null && one > 0));
    return isKnown
      ? [
          {
            id: own.id,
            title: questionOf(own, formats),
            label: own.label,
            base: own.base,
            rows: drawn,
            apart: rows.reduce((sum, row) => sum + difference(row), 0) / 2,
            furthest,
            isByChance: furthest === null && both.length > 0,
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

/** As many as a picture has room for, "Other" always among them. */
function mostOf(rows: readonly MirroredRow[]): MirroredRow[] {
  const rest = rows.filter(isRest);
  return [...rows.filter((row) => !isRest(row)).slice(0, MOST_ROWS - rest.length), ...rest];
}

function isRest({ label }: MirroredRow): boolean {
  return label === OTHER_PART;
}

function furthestOf(rows: readonly MirroredRow[]): MirroredRow | null {
  return rows.toSorted((a, b) => difference(b) - difference(a))[0] ?? null;
}

/** Where an interval is not known, nothing says that it is. */
function isByChance({ shares, intervals }: MirroredRow): boolean {
  const [one, other] = shares.map((value, at) => {
    const interval = intervals[at];
    return value === null || !interval ? null : { ...interval, value };
  });
  return one != null && other != null && couldBeChance(one, other);
}

/** A hidden share is not nothing: how far it lies from the other, nobody knows. */
function difference({ shares: [left, right] }: MirroredRow): number {
  return left === null || right === null ? 0 : Math.abs(left - right);
}
