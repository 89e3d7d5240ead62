import { plural } from '#core/language/plural.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { surelyLargest } from '#core/format/surely-largest.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import { breakdownTable, shareText } from './breakdown-table.ts';
import { chartCaption } from './chart-caption.ts';
import { COLOR } from './chart-colors.ts';
import { type Row, chartSpec, emptySpec, layer, pixel, scaled } from './chart-spec.ts';
import type { Chart, ChartRequest } from './chart.ts';
import { type DrawnPart, drawnParts, largestFirst } from './drawn-parts.ts';
import { intervalLines } from './interval-lines.ts';
import { reserveFor, rowWords, stackRows, upperLines } from './row-layout.ts';

interface BreakdownRequest extends ChartRequest {
  /** The Portrait's name. */
  name: string;
  breakdown: Breakdown;
  /** The parts have an order of their own, as weekdays do; others are drawn largest first. */
  hasOrder?: boolean;
}

/**
 * Breakdown chart – how a Portrait's whole splits into parts, against the same split among all customers.
 * Definition: a bar per part for the Portrait, a line along it for the interval, a tick across it for all customers; both figures stand beside it. The
 * line under a bar is the whole, so that a bar is as long for the same share in every chart and of every Portrait. The
 * largest parts first, eight of them; the others together where no figure among them is suppressed. The table has all.
 * Empty case: a suppressed part has words instead of a bar; without any part the picture says so.
 * @example breakdownChart({ id: 'c', title: 'When?', source: { period: null, n: null, counted: '{count} orders', sources: [] }, formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, name: 'The gift giver', breakdown: { id: 'weekdays', label: 'Weekday', base: 'orders', rows: [{ label: 'Monday', share: 0.3, shareOfAll: 0.2, n: 12 }] } }).table.rows // => [['Monday', '30%', '20%', '12']]
 */
export function breakdownChart(request: BreakdownRequest): Chart {
  const { name, formats } = request;
  const { charts } = wordsOf(formats);
  const breakdown = request.hasOrder ? request.breakdown : largestFirst(request.breakdown);
  const { rows: shown, left } = request.hasOrder
    ? { rows: breakdown.rows, left: 0 }
    : drawnParts(breakdown.rows, formats);
  const largest = surelyLargest(breakdown.rows);
  const hasFigure = breakdown.rows.some(({ share }) => share !== null);
  return {
    id: request.id,
    title: request.title,
    description: filled(
      largest === undefined
        ? hasFigure
          ? charts.breakdownOpen
          : charts.breakdownEmpty
        : largest.shareOfAll === null
          ? charts.breakdown
          : charts.breakdownAgainst,
      {
        label: breakdown.label,
        base: breakdown.base,
        name,
        part: largest?.label ?? '',
        share: shareText(largest?.share ?? null, formats),
        all: shareText(largest?.shareOfAll ?? null, formats),
      },
    ),
    spec: breakdown.rows.length > 0 ? spec(shown, formats) : emptySpec(charts.noPart),
    table: breakdownTable(breakdown, name, formats),
    caption: chartCaption(request.source, formats, [
      filled(charts.sharesOf, { base: breakdown.base }),
      filled(charts.whole, { all: shareText(1, formats) }),
      ...(breakdown.rows.some((row) => row.shareOfAll !== null) ? [charts.tick] : []),
      ...(shown.some(({ interval }) => interval) ? [charts.lines] : []),
      ...(left > 0 ? [filled(plural(charts.left, left, formats), { count: left })] : []),
    ]),
  };
}

function spec(parts: readonly DrawnPart[], formats: ChartRequest['formats']): Chart['spec'] {
  const { charts } = wordsOf(formats);
  const lines = parts.map((row) => {
    const own = shareText(row.share, formats);
    const all =
      row.shareOfAll === null
        ? ''
        : ` · ${filled(charts.all, { share: shareText(row.shareOfAll, formats) })}`;
    const figure = `${own}${all}`;
    return { ...row, figure, reserve: reserveFor(figure) };
  });
  const { places, height } = stackRows(lines);
  const rows = lines.flatMap((line, index) => {
    const place = places[index];
    return place ? [{ ...line, ...place }] : [];
  });
  const words = rows.map(({ label, figure, reserve, upper, lower, words: at, mark }) => ({
    label,
    figure,
    reserve,
    upper,
    lower,
    words: at,
    mark,
  }));
  const x = scaled('share', {
    domain: [0, 1],
    rangeMin: 0,
    rangeMax: { expr: 'width' },
  });
  const bars: Row[] = rows.flatMap((row) =>
    row.share === null ? [] : [{ start: 0, share: row.share, mark: row.mark }],
  );
  const spans: Row[] = rows.flatMap(({ interval, mark }) =>
    interval ? [{ low: interval.low, high: interval.high, mark }] : [],
  );
  const ticks: Row[] = rows.flatMap((row) =>
    row.shareOfAll === null
      ? []
      : [{ share: row.shareOfAll, top: row.mark - 8, bottom: row.mark + 8 }],
  );
  return chartSpec({
    height: height - 6,
    datasets: {
      words,
      upper: upperLines(words),
      bars,
      ...(spans.length > 0 ? { spans } : {}),
      ticks,
    },
    layers: [
      layer(
        'words',
        { type: 'rule', color: COLOR.rule, strokeWidth: 1 },
        { x: { value: 0 }, x2: { value: 'width' }, y: pixel('mark') },
      ),
      layer(
        'bars',
        { type: 'bar', color: COLOR.own, size: 10 },
        { x: { ...x, field: 'start' }, x2: { field: 'share' }, y: pixel('mark') },
      ),
      ...(spans.length > 0
        ? intervalLines({ x: { ...x, field: 'low' }, x2: { field: 'high' }, y: pixel('mark') })
        : []),
      layer(
        'ticks',
        { type: 'rule', color: COLOR.ink, strokeWidth: 2.5 },
        { x, y: pixel('top'), y2: { field: 'bottom' } },
      ),
      ...rowWords('words'),
    ],
  });
}
