import { formatMeasure } from '#core/format/format-fact.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { formatCompact } from '#core/format/format-compact.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Unit } from '#core/schemas/fact.ts';
import type { Variant } from '#core/schemas/insight.ts';
import { chartCaption } from './chart-caption.ts';
import { COLOR } from './chart-colors.ts';
import { chartSpec, emptySpec, layer, pixel, scaled } from './chart-spec.ts';
import type { Chart, ChartRequest } from './chart.ts';
import { niceTicks } from './nice-ticks.ts';
import { ROW, reserveFor, rowPosition, rowWords } from './row-layout.ts';
import { gridRows, valueAxisLayers, valueAxisRows } from './value-axis.ts';

export type VariantMetric = keyof Variant['rates'];

export interface VariantRequest extends ChartRequest {
  variants: readonly Variant[];
  metric: VariantMetric;
}

const METRIC: Readonly<Record<VariantMetric, { words: string; unit: Unit }>> = {
  open: { words: 'opens per mail delivered', unit: 'ratio' },
  click: { words: 'clicks per mail delivered', unit: 'ratio' },
  order: { words: 'orders per mail delivered', unit: 'ratio' },
  unsubscribe: { words: 'unsubscribes per mail delivered', unit: 'ratio' },
  complaint: { words: 'complaints per mail delivered', unit: 'ratio' },
  revenuePerRecipient: { words: 'revenue per recipient', unit: 'money' },
};

/**
 * Variant chart – one rate for every arm of a campaign, each with its interval.
 * Definition: a point per arm on a line as long as its interval; the axis begins at zero. The reference is drawn in
 * grey and named.
 * Empty case: an arm without a figure has its reason instead of a point; without any, the picture says so.
 */
export function variantChart(request: VariantRequest): Chart {
  const { variants, metric, formats, source } = request;
  const { words, unit } = METRIC[metric];
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
        ? `Dot chart of ${words} for ${variants.length} ${variants.length === 1 ? 'arm' : 'arms'}, where ${computed.map((arm) => `${arm.name} has ${value(arm)}${interval(arm) === '–' ? '' : ` (${interval(arm)})`}`).join(', ')}.`
        : `Dot chart of ${words}, without any figure.`,
    spec: computed.length > 0 ? spec(request) : emptySpec('No arm has this figure'),
    table: {
      columns: ['Variant', capital(words), '95% interval', 'Recipients'],
      rows: variants.map((arm) => [
        arm.isReference ? `${arm.name} (compared against)` : arm.name,
        value(arm),
        interval(arm),
        formatValue(arm.recipients, 'count', formats),
      ]),
    },
    caption: chartCaption(source, formats, ['Lines: 95% intervals']),
  };
}

function spec({ variants, metric, formats }: VariantRequest): Chart['spec'] {
  const { unit } = METRIC[metric];
  const rows = variants.map((arm, index) => {
    const figure = formatMeasure(arm.rates[metric], unit, formats);
    return {
      label: arm.isReference ? `${arm.name} (compared against)` : arm.name,
      figure,
      reserve: reserveFor(figure),
      ...rowPosition(index),
    };
  });
  const dots = variants.flatMap((arm, index) => {
    const measure = arm.rates[metric];
    if (measure.status !== 'ok') return [];
    const { value, interval } = measure;
    return [
      {
        value,
        low: Math.max(0, interval?.low ?? value),
        high: interval?.high ?? value,
        mark: rowPosition(index).mark,
        color: arm.isReference ? COLOR.soft : COLOR.own,
      },
    ];
  });
  const ticks = niceTicks(0, Math.max(...dots.map(({ high }) => high)), 3);
  const height = variants.length * ROW.height;
  const x = scaled('value', {
    domain: { expr: '[xMin, xMax]' },
    rangeMin: 8,
    rangeMax: { expr: 'width - 8' },
  });
  const color = { field: 'color', type: 'nominal', scale: null } as const;
  return chartSpec({
    height,
    padding: { bottom: 26 },
    params: { xMin: 0, xMax: ticks.at(-1) ?? 1 },
    datasets: {
      words: rows,
      dots,
      grid: gridRows(ticks, rows.length),
      ticks: valueAxisRows(ticks, height, (tick) => formatCompact(tick, unit, formats)),
    },
    layers: [
      ...valueAxisLayers(x),
      layer(
        'dots',
        { type: 'rule', strokeWidth: 2.5, strokeCap: 'round' },
        { x: { ...x, field: 'low' }, x2: { field: 'high' }, y: pixel('mark'), color },
      ),
      layer(
        'dots',
        { type: 'point', filled: true, opacity: 1, size: 110 },
        { x, y: pixel('mark'), color },
      ),
      ...rowWords('words'),
    ],
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
