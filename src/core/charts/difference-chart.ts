import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { formatChange } from '#core/format/format-change.ts';
import { formatCompact } from '#core/format/format-compact.ts';
import { notShown } from '#core/format/format-fact.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import type {
  ShownComparison as Comparison,
  ShownVerdict,
  Variant,
} from '#core/schemas/insight.ts';
import { chartCaption } from './chart-caption.ts';
import { COLOR } from './chart-colors.ts';
import { chartSpec, emptySpec } from './chart-spec.ts';
import type { Chart, ChartRequest } from './chart.ts';
import { niceTicks } from './nice-ticks.ts';
import {
  groupWords,
  reserveFor,
  rowWords,
  shortFigure,
  stackRows,
  upperLines,
} from './row-layout.ts';
import {
  type IntervalDot,
  gridRows,
  intervalDotLayers,
  uprightLayer,
  valueAxisLayers,
  valueAxisRows,
} from './value-axis.ts';

interface DifferenceRequest extends ChartRequest {
  comparisons: readonly Comparison[];
  /** For the arms' names. */
  variants: readonly Pick<Variant, 'id' | 'name'>[];
}

/** Said in words as well: colour alone tells nothing to one reader in twelve. */
const VERDICT_COLOR: Readonly<Record<ShownVerdict, string>> = {
  better: COLOR.good,
  worse: COLOR.bad,
  differs: COLOR.own,
  'no-clear-difference': COLOR.soft,
  'not-compared': COLOR.soft,
};

/**
 * Difference chart – how far each arm lies from the reference, and whether zero is inside what chance explains.
 * Definition: a point per comparison on a line as long as its interval, against a line at zero; in points, guardrails
 * beside the result.
 * Empty case: a comparison that cannot be computed has its reason; without any, the picture says so.
 * @example differenceChart({ id: 'c', title: 'When?', source: { period: null, n: null, counted: '{count} orders', sources: [] }, formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, comparisons: [], variants: [] }).table.rows // => []
 */
export function differenceChart(request: DifferenceRequest): Chart {
  const { comparisons, formats } = request;
  const { charts, verdicts } = wordsOf(formats);
  const computed = comparisons.filter(({ difference }) => difference.status === 'ok');
  const sentence = (one: Comparison): string =>
    filled(interval(one, request) === '–' ? charts.difference : charts.differenceWithin, {
      label: label(one, request),
      figure: figure(one, request),
      interval: interval(one, request),
      verdict: verdicts[one.verdict],
    });
  return {
    id: request.id,
    title: request.title,
    description:
      computed.length > 0
        ? filled(charts.differences, { sentences: computed.map(sentence).join('; ') })
        : charts.differencesEmpty,
    spec: computed.length > 0 ? spec(request) : emptySpec(charts.noComparison),
    table: {
      columns: [charts.comparison, charts.differenceColumn, charts.interval, charts.verdict],
      rows: comparisons.map((one) => [
        one.role === 'guardrail'
          ? filled(charts.asCost, { label: label(one, request) })
          : label(one, request),
        figure(one, request),
        interval(one, request),
        verdicts[one.verdict],
      ]),
    },
    caption: chartCaption(request.source, formats, [charts.pointsApart, charts.linesAtZero]),
  };
}

function label(
  { metric, variant, reference }: Comparison,
  { variants, formats }: DifferenceRequest,
): string {
  const { charts, metrics } = wordsOf(formats);
  const name = (id: string): string => variants.find((arm) => arm.id === id)?.name ?? id;
  return filled(charts.against, {
    metric: metrics[metric],
    variant: name(variant),
    reference: name(reference),
  });
}

/** In the picture an arm is named once, above its comparisons; the caption names the reference. */
function armName({ variant }: Comparison, { variants }: DifferenceRequest): string {
  return variants.find(({ id }) => id === variant)?.name ?? variant;
}

/** The comparisons of one arm together, the arms in the order in which they first come. */
function byArm(comparisons: readonly Comparison[]): Comparison[] {
  const arms = [...new Set(comparisons.map(({ variant }) => variant))];
  return arms.flatMap((arm) => comparisons.filter(({ variant }) => variant === arm));
}

function figure({ difference }: Comparison, { formats }: DifferenceRequest): string {
  if (difference.status === 'ok') return formatChange(difference.value, 'ratio', formats);
  return difference.status === 'suppressed' ? notShown(formats) : difference.reason;
}

function interval({ difference }: Comparison, { formats }: DifferenceRequest): string {
  return difference.status === 'ok' && difference.interval
    ? formatInterval(difference.interval, 'points', formats)
    : '–';
}

function spec(request: DifferenceRequest): Chart['spec'] {
  const { comparisons, formats } = request;
  const { charts, verdicts } = wordsOf(formats);
  const hasArms = new Set(comparisons.map(({ variant }) => variant)).size > 1;
  const lines = byArm(comparisons).map((one) => {
    const words = `${figure(one, request)}, ${verdicts[one.verdict]}`;
    return {
      one,
      label: wordsOf(formats).metrics[one.metric],
      figure: one.difference.status === 'ok' ? words : figure(one, request),
      reserve: reserveFor(words),
      // On a phone the verdict is told by colour, by the line at zero, and by the table.
      ...shortFigure(figure(one, request), charts.noFigure),
    };
  });
  const { places, groups, height } = stackRows(
    lines.map(({ one, label, shortReserve }) => ({
      label,
      reserve: shortReserve,
      ...(hasArms ? { group: armName(one, request) } : {}),
    })),
  );
  const rows = lines.flatMap(({ one: _, ...line }, index) => {
    const place = places[index];
    return place ? [{ ...line, ...place }] : [];
  });
  const dots = lines.flatMap(({ one: { difference, verdict } }, index): IntervalDot[] =>
    difference.status === 'ok'
      ? [
          {
            value: difference.value,
            low: difference.interval?.low ?? difference.value,
            high: difference.interval?.high ?? difference.value,
            mark: places[index]?.mark ?? 0,
            color: VERDICT_COLOR[verdict],
          },
        ]
      : [],
  );
  const ticks = niceTicks(
    Math.min(0, ...dots.map(({ low }) => low)),
    Math.max(0, ...dots.map(({ high }) => high)),
    3,
  );
  return chartSpec({
    height,
    padding: { bottom: 26 },
    params: { xMin: ticks[0] ?? 0, xMax: ticks.at(-1) ?? 1 },
    datasets: {
      words: rows,
      upper: upperLines(rows),
      groups,
      upperGroups: groups.filter(({ upper }) => upper !== ''),
      dots,
      grid: gridRows(ticks, rows),
      ticks: valueAxisRows(ticks, height, (tick) => formatCompact(tick, 'points', formats)),
      zero: rows.map(({ mark }) => ({ value: 0, top: mark - 11, bottom: mark + 11 })),
    },
    layers: [
      ...valueAxisLayers(),
      uprightLayer('zero', { color: COLOR.ink, strokeWidth: 1.5 }),
      ...intervalDotLayers(),
      ...groupWords(),
      ...rowWords('words', hasArms ? 400 : 600),
    ],
  });
}
