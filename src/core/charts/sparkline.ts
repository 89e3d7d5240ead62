import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Formats } from '#core/format/formats.ts';
import { formatMonth } from '#core/format/format-day.ts';
import { spanOfAll, type spanKind } from '#core/format/format-span.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Unit } from '#core/schemas/fact.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import { monthSlots } from './month-slots.ts';
import { type SparkPaths, sparkPaths } from './spark-paths.ts';
import { type Drawn, toDrawn } from './trend-points.ts';

/** A line without axes, and what is said of it. */
export interface Sparkline {
  paths: SparkPaths;
  /** First and last settled month; with fewer than two of them, of all. */
  from: string;
  to: string;
  /** The figures of both, as people read them. */
  first: string;
  last: string;
  /** The lowest and the highest of the settled figures. */
  low: string;
  high: string;
  /** How much time each of its points covers, where all cover the same. */
  covers: ReturnType<typeof spanKind>;
  description: string;
}

/** Two years and the month they are compared with. */
const MOST_MONTHS = 25;

/**
 * Sparkline – which way a KPI has been going, small enough for a card.
 * Definition: the last 25 months; a month without a figure breaks the line. Its figures are those of settled months: one
 * that may still change is drawn, and not quoted as the latest.
 * Empty case: fewer than two months with a figure give null: a point has no direction.
 * @example sparkline({ name: 'Return rate', points: [], unit: 'ratio' }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => null
 */
export function sparkline(
  { name, points, unit }: { name: string; points: readonly KpiPoint[]; unit: Unit },
  formats: Formats,
): Sparkline | null {
  const months = monthSlots(points).slots.slice(-MOST_MONTHS);
  const drawn = months.flatMap(toDrawn);
  const settled = drawn.filter(({ mature }) => mature);
  const told = settled.length > 1 ? settled : drawn;
  const [first] = told;
  const last = told.at(-1);
  if (!first || !last || drawn.length < 2) return null;
  const { charts } = wordsOf(formats);
  const write = (value: number): string => formatValue(value, unit, formats);
  const say = ({ month, value }: Drawn): string =>
    filled(charts.inMonth, { value: write(value), month: formatMonth(month, formats) });
  const ends = {
    low: write(Math.min(...told.map(({ value }) => value))),
    high: write(Math.max(...told.map(({ value }) => value))),
  };
  return {
    paths: sparkPaths(drawn, months.length, last),
    from: first.month,
    to: last.month,
    first: write(first.value),
    last: write(last.value),
    ...ends,
    covers: spanOfAll(points.map(({ period }) => period)),
    description: filled(charts.spark, { name, first: say(first), last: say(last), ...ends }),
  };
}
