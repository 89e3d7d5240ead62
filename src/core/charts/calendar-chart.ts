import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { formatValue } from '#core/format/format-value.ts';
import { surelyStrongest } from '#core/format/surely-largest.ts';
import { holdsMonthsAlike } from '#core/format/holds-months-alike.ts';
import type { Interval } from '#core/schemas/fact.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import { breakdownTable, knownParts, largestPart, shareText } from './breakdown-table.ts';
import { chartCaption } from './chart-caption.ts';
import { COLOR, FONT_SIZE } from './chart-colors.ts';
import {
  IS_NARROW,
  type Layer,
  type Row,
  chartSpec,
  emptySpec,
  layer,
  pixel,
  scaled,
  textLayer,
} from './chart-spec.ts';
import type { Chart, ChartRequest } from './chart.ts';
import { intervalLines } from './interval-lines.ts';

interface CalendarRequest extends ChartRequest {
  /** The Portrait's name. */
  name: string;
  /** The months of a year or the days of a week, in their order. */
  breakdown: Breakdown;
}

const HEIGHT = 170;

/**
 * Calendar chart – in which months or on which days a Portrait buys, against all customers.
 * Definition: a column per month or day for the Portrait, an upright line for its interval, a tick across it for all
 * customers; the highest has its
 * share, and is named where it surely is the strongest.
 * Columns, because they follow each other and only their shape tells something: they have a scale of their own, other
 * than the bars of a split. Empty case: a suppressed one has a dash where its column would stand; without any the
 * picture says so.
 * @example calendarChart({ id: 'c', title: 'When?', source: { period: null, n: null, counted: '{count} orders', sources: [] }, formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, name: 'The gift giver', breakdown: { id: 'months', label: 'Month', base: 'orders', rows: [{ label: 'January', share: 0.3, shareOfAll: null, n: 12 }] } }).table.rows // => [['January', '30%', '–', '12']]
 */
export function calendarChart(request: CalendarRequest): Chart {
  const { breakdown, name, formats } = request;
  const { charts } = wordsOf(formats);
  const known = knownParts(
    breakdown.rows.map(({ label, share, interval }, x) => ({ x, label, share, interval })),
  );
  const peak = largestPart(known);
  const strongest = surelyStrongest(breakdown.rows);
  const text = strongest ? charts.calendar : peak ? charts.calendarOpen : charts.calendarEmpty;
  return {
    id: request.id,
    title: request.title,
    description: filled(text, {
      label: breakdown.label,
      base: breakdown.base,
      name,
      part: strongest?.label ?? '',
      share: shareText(strongest?.share ?? null, formats),
    }),
    spec: peak ? spec(request, known, peak) : emptySpec(charts.noPart),
    table: breakdownTable(breakdown, name, formats),
    ...(peak ? { readout: 'columns' as const } : {}),
    caption: chartCaption(request.source, formats, [
      filled(charts.sharesOf, { base: breakdown.base }),
      ...(breakdown.id === 'months' && !holdsMonthsAlike(request.source.period)
        ? [charts.unevenMonths]
        : []),
      ...(breakdown.rows.some((row) => row.shareOfAll !== null) ? [charts.ticks] : []),
      ...(known.some(({ interval }) => interval) ? [charts.uprightLines] : []),
      ...(breakdown.rows.some((row) => row.share === null) ? [charts.dash] : []),
    ]),
  };
}

interface Column {
  x: number;
  label: string;
  share: number;
  interval: Interval | undefined;
}

function spec(
  { breakdown: { rows }, formats }: CalendarRequest,
  known: Column[],
  peak: Column,
): Chart['spec'] {
  const spans = known.flatMap(({ x, interval }): Row[] =>
    interval ? [{ x, low: interval.low, high: interval.high }] : [],
  );
  return chartSpec({
    height: HEIGHT,
    padding: { bottom: 26 },
    params: {
      xMax: rows.length - 0.5,
      yMax: Math.max(
        0.01,
        ...rows.flatMap((row) => [row.share ?? 0, row.interval?.high ?? 0, row.shareOfAll ?? 0]),
      ),
    },
    datasets: {
      columns: known.map((row): Row => ({
        left: row.x - 0.32,
        right: row.x + 0.32,
        start: 0,
        share: row.share,
      })),
      ...(spans.length > 0 ? { spans } : {}),
      ticks: rows.flatMap((row, index): Row[] =>
        row.shareOfAll === null
          ? []
          : [{ left: index - 0.42, right: index + 0.42, share: row.shareOfAll }],
      ),
      // No column at all would read as "they bought nothing".
      hidden: rows.flatMap((row, index): Row[] =>
        row.share === null ? [{ x: index, words: HEIGHT - 5, text: '–' }] : [],
      ),
      // One letter under each column fits a phone; the table has the whole names.
      names: rows.map((row, index): Row => ({
        x: index,
        words: HEIGHT + 17,
        text: row.label.slice(0, 3),
        letter: row.label.slice(0, 1),
      })),
      peak: [
        {
          x: peak.x,
          top: Math.max(peak.share, peak.interval?.high ?? 0, rows[peak.x]?.shareOfAll ?? 0),
          text: formatValue(peak.share, 'ratio', formats),
          align: peak.x === 0 ? 'left' : peak.x === rows.length - 1 ? 'right' : 'center',
        },
      ],
    },
    layers: layers(spans.length > 0),
  });
}

function layers(hasIntervals: boolean): Layer[] {
  const x = scaled('x', {
    domain: { expr: '[-0.5, xMax]' },
    rangeMin: 0,
    rangeMax: { expr: 'width' },
  });
  const y = scaled('share', {
    domain: { expr: '[0, yMax]' },
    rangeMin: { expr: 'height' },
    rangeMax: 26,
  });
  return [
    layer(
      'columns',
      { type: 'rect', color: COLOR.own },
      {
        x: { ...x, field: 'left' },
        x2: { field: 'right' },
        y: { ...y, field: 'start' },
        y2: { field: 'share' },
      },
    ),
    ...(hasIntervals ? intervalLines({ x, y: { ...y, field: 'low' }, y2: { field: 'high' } }) : []),
    layer(
      'ticks',
      { type: 'rule', color: COLOR.ink, strokeWidth: 2.5 },
      { x: { ...x, field: 'left' }, x2: { field: 'right' }, y },
    ),
    layer(
      'names',
      {
        type: 'text',
        align: 'center',
        baseline: 'alphabetic',
        fontSize: FONT_SIZE.axis,
        color: COLOR.soft,
        text: { expr: `${IS_NARROW} ? datum.letter : datum.text` },
      },
      { x, y: pixel('words') },
    ),
    textLayer('hidden', { align: 'center', color: COLOR.soft }, { x, y: pixel('words') }),
    textLayer(
      'peak',
      { align: { expr: 'datum.align' }, dy: -8, fontWeight: 600 },
      { x, y: { ...y, field: 'top' } },
    ),
  ];
}
