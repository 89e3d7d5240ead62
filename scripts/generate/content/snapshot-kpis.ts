import { addDays, addMonths, monthOf } from '#core/kpis/calendar.ts';
import { changeUnit, kpiChange } from '#core/kpis/kpi-change.ts';
import { fewerThan, suppressedMeasure, unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import { UNTOLD_MEANING } from '#core/kpis/untold-meaning.ts';
import type { Fact, Unit } from '#core/schemas/fact.ts';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { movingRangeInterval } from '#core/statistics/moving-range-interval.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import type { GenerateContext } from '../generate-context.ts';
import type { SnapshotRow } from '../warehouse/kpis/snapshot-rows.ts';
import type { EntryIds } from './entry-ids.ts';
import { measureFact } from './kpi-figures.ts';
import { snapshotUnit, type SnapshotUnit } from './snapshot-unit.ts';

/** Tools round shares to whole percent at worst. */
const ROUNDED_SHARE = 0.0051;

/** Sums: they are what they are, and chance moves them by no more than was counted. */
const TOTALS: ReadonlySet<Unit> = new Set(['count', 'money']);

/** The KPIs that other tools computed: their figures as they are, with the tool's name. */
export function snapshotKpis(
  context: GenerateContext,
  rows: readonly SnapshotRow[],
  ids: EntryIds,
): Kpi[] {
  const byKpi = Map.groupBy(rows, ({ source, kpi, unit }) => JSON.stringify([source, kpi, unit]));
  return [...byKpi.entries()].map(([identity, snapshots]) =>
    snapshotKpi(context, ids.take(snapshots[0]?.kpi ?? '', '', identity), snapshots),
  );
}

function snapshotKpi(context: GenerateContext, id: string, snapshots: SnapshotRow[]): Kpi {
  const { asOf, config } = context;
  const latest = lastOfEachMonth(snapshots);
  const current = latest.at(-1);
  if (!current) throw new RangeError('Cannot make a KPI of no snapshots');
  const { unit, factor, known } = snapshotUnit(current.unit, config);
  const measured = (row: SnapshotRow) =>
    snapshotMeasure(row, { unit, factor, known }, config.privacy.floor);
  const yearAgo = latest.find(({ to }) => monthOf(to) === monthOf(addMonths(current.to, -12)));
  const measures = latest.map(measured);
  const sure = (row: SnapshotRow) =>
    withSpread(measured(row), TOTALS.has(unit) || overlaps(latest) ? [] : measures);
  const now = sure(current);
  const then = yearAgo
    ? sure(yearAgo)
    : unavailableMeasure('The tool’s export holds no figure for a year before');
  const formula = `As ${current.source} computes it; its export does not state how`;
  const head = { asOf, sources: [current.source], unit, formula };
  const period = { from: current.from, to: current.to };
  const facts: Fact[] = [
    measureFact({ ...head, id: 'current', label: current.kpi, period }, now),
    measureFact(
      {
        ...head,
        id: 'yearAgo',
        label: `${current.kpi}, a year before`,
        period: yearAgo ? { from: yearAgo.from, to: yearAgo.to } : yearBefore(period),
      },
      then,
    ),
    measureFact(
      {
        ...head,
        id: 'change',
        label: `${current.kpi}, change on the year before`,
        unit: changeUnit(unit),
        formula: unit === 'ratio' ? 'Current − a year before' : 'Current ÷ a year before − 1',
        period,
      },
      kpiChange(now, then, unit),
    ),
  ];
  return {
    schemaVersion: SCHEMA_VERSION,
    dataset: config.dataset,
    asOf,
    id,
    label: current.kpi,
    unit,
    meaning: UNTOLD_MEANING,
    direction: 'neutral',
    formula,
    definitionSource: `The export of ${current.source}`,
    caveats: [
      ...(current.running
        ? [`The period is not over: this is what ${current.source} had counted so far.`]
        : []),
      ...(known ? [] : [`The tool calls its unit "${current.unit}"; the number is shown bare.`]),
      ...(current.n === null
        ? ['The export does not say how many observations stand behind it.']
        : []),
      ...(latest.length < snapshots.length
        ? ['Of several figures for one month, the one whose period ends last is shown.']
        : []),
    ],
    facts,
    series: latest.map((row) => ({
      month: monthOf(row.to),
      period: { from: row.from, to: row.to },
      measure: measured(row),
      mature: !row.running,
    })),
    computedBy: current.source,
  };
}

/** One figure a month, in order: that whose period ends last, and of those the longest. */
function lastOfEachMonth(snapshots: SnapshotRow[]): SnapshotRow[] {
  const ordered = [...snapshots].sort(
    (a, b) => compare(a.to, b.to) || compare(b.from, a.from) || a.value - b.value,
  );
  return [...new Map(ordered.map((row) => [monthOf(row.to), row])).values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function snapshotMeasure(row: SnapshotRow, { unit, factor }: SnapshotUnit, floor: number): Measure {
  const { n, numerator, denominator } = row;
  if (n !== null && n > 0 && n < floor) return suppressedMeasure(fewerThan(floor));
  const value = row.value * factor;
  return {
    status: 'ok',
    value,
    n: n ?? 0,
    numerator: numerator ?? value,
    denominator: denominator ?? 1,
    ...(unit === 'ratio' && isShare(value, numerator, denominator)
      ? { interval: wilsonInterval(numerator ?? 0, denominator ?? 1) }
      : {}),
  };
}

/** How sure a figure is of which no counts are told: by how far the tool's figures lie apart anyway. */
function withSpread(measure: Measure, measures: readonly Measure[]): Measure {
  if (measure.status !== 'ok' || measure.interval) return measure;
  const shown = measures.flatMap(({ value }) => value ?? []);
  const interval = movingRangeInterval(measure.value, shown);
  return interval ? { ...measure, interval } : measure;
}

/** Whether figures share days, as those of a year that moves on by a month: then they lie closer than two years do. */
function overlaps(rows: readonly SnapshotRow[]): boolean {
  return rows.some(({ from }, index) => index > 0 && from <= (rows[index - 1]?.to ?? ''));
}

/** Whether a tool's counts are those of the share it states: only then do they say how sure it is. */
function isShare(value: number, numerator: number | null, denominator: number | null): boolean {
  return (
    Number.isInteger(numerator) &&
    Number.isInteger(denominator) &&
    numerator !== null &&
    denominator !== null &&
    denominator > 0 &&
    numerator >= 0 &&
    numerator <= denominator &&
    Math.abs(numerator / denominator - value) < ROUNDED_SHARE
  );
}

function yearBefore({ from, to }: { from: string; to: string }) {
  return { from: addMonths(from, -12), to: addDays(addMonths(addDays(to, 1), -12), -1) };
}
