import { startingSentence } from '#core/language/first-letter.ts';
import type { Formats } from '#core/format/formats.ts';
import { plural } from '#core/language/plural.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { formatMeasure } from '#core/format/format-fact.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { formatCompact } from '#core/format/format-compact.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Unit } from '#core/schemas/fact.ts';
import type { Variant } from '#core/schemas/insight.ts';
import { chartCaption } from './chart-caption.ts';
import { COLOR } from './chart-colors.ts';
import { chartSpec, emptySpec } from './chart-spec.ts';
import type { Chart, ChartRequest } from './chart.ts';
import { niceTicks } from './nice-ticks.ts';
import { reserveFor, rowWords, shortFigure, stackRows, upperLines } from './row-layout.ts';
import {
  type IntervalDot,
  gridRows,
  intervalDotLayers,
  valueAxisLayers,
  valueAxisRows,
} from './value-axis.ts';

type VariantMetric = keyof Variant['rates'];

interface VariantRequest extends ChartRequest {
  variants: readonly Variant[];
  metric: VariantMetric;
  /** Whom the rates are shares of; messages delivered where nothing else is said. */
  base?: 'delivered' | 'recipients';
}

const UNIT: Readonly<Record<VariantMetric, Unit>> = {
  open: 'ratio',
  click: 'ratio',
  order: 'ratio',
  unsubscribe: 'ratio',
  complaint: 'ratio',
  revenuePerRecipient: 'money',
};

/**
 * Variant chart – one rate for every arm of a campaign, each with its interval.
 * Definition: a point per arm on a line as long as its interval; the axis begins at zero. The reference is drawn in
 * grey and named.
 * Empty case: an arm without a figure has its reason instead of a point; without any, the picture says so.
 * @example variantChart({ id: 'c', title: 'When?', source: { period: null, n: null, counted: '{count} orders', sources: [] }, formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, variants: [], metric: 'click' }).table.rows // => []
 */
export function variantChart(request: VariantRequest): Chart {
  const { variants, metric, base = 'delivered', formats, source } = request;
  const { charts, rates, ratesOfRecipients } = wordsOf(formats);
  const measured = (base === 'delivered' ? rates : ratesOfRecipients)[metric];
  const unit = UNIT[metric];
  const value = ({ rates }: Variant): string => formatMeasure(rates[metric], unit, formats);
  const interval = ({ rates }: Variant): string => {
    const measure = rates[metric];
    return measure.status === 'ok' && measure.interval
      ? formatInterval(measure.interval, unit, formats)
      : '–';
  };
  const computed = variants.filter(({ rates }) => rates[metric].status === 'ok');
  return {
    id: request.id,
    title: request.title,
    description:
      computed.length > 0
        ? filled(plural(charts.variants, variants.length, formats), {
            metric: measured,
            count: variants.length,
            arms: computed
              .map((arm) =>
                filled(interval(arm) === '–' ? charts.arm : charts.armWithin, {
                  name: arm.name,
                  value: value(arm),
                  interval: interval(arm),
                }),
              )
              .join(', '),
          })
        : filled(charts.variantsEmpty, { metric: measured }),
    spec: computed.length > 0 ? spec(request) : emptySpec(charts.noArm),
    table: {
      columns: [
        charts.variant,
        startingSentence(measured),
        charts.interval,
        charts.recipientsColumn,
      ],
      rows: variants.map((arm) => [
        nameOf(arm, formats),
        value(arm),
        interval(arm),
        formatValue(arm.recipients, 'count', formats),
      ]),
    },
    caption: chartCaption(source, formats, [
      filled(charts.measured, { metric: measured }),
      charts.lines,
    ]),
  };
}

function spec({ variants, metric, formats }: VariantRequest): Chart['spec'] {
  const unit = UNIT[metric];
  const { noFigure } = wordsOf(formats).charts;
  const lines = variants.map((arm) => {
    const figure = formatMeasure(arm.rates[metric], unit, formats);
    return {
      label: nameOf(arm, formats),
      figure,
      reserve: reserveFor(figure),
      ...shortFigure(figure, noFigure),
    };
  });
  const { places, height } = stackRows(
    lines.map(({ label, shortReserve }) => ({ label, reserve: shortReserve })),
  );
  const rows = places.map((place, index) => ({ ...lines[index], ...place }));
  const dots = variants.flatMap((arm, index): IntervalDot[] => {
    const measure = arm.rates[metric];
    if (measure.status !== 'ok') return [];
    const { value, interval } = measure;
    return [
      {
        value,
        low: Math.max(0, interval?.low ?? value),
        high: interval?.high ?? value,
        mark: places[index]?.mark ?? 0,
        color: arm.isReference ? COLOR.soft : COLOR.own,
      },
    ];
  });
  const ticks = niceTicks(0, Math.max(...dots.map(({ high }) => high)), 3);
  return chartSpec({
    height,
    padding: { bottom: 26 },
    params: { xMin: 0, xMax: ticks.at(-1) ?? 1 },
    datasets: {
      words: rows,
      upper: upperLines(rows),
      dots,
      grid: gridRows(ticks, rows),
      ticks: valueAxisRows(ticks, height, (tick) => formatCompact(tick, unit, formats)),
    },
    layers: [...valueAxisLayers(), ...intervalDotLayers(), ...rowWords('words')],
  });
}

function nameOf({ name, isReference }: Variant, formats: Formats): string {
  return isReference ? filled(wordsOf(formats).charts.reference, { name }) : name;
}
