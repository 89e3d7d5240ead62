import { wordsOf } from '#core/language/words-of.ts';
import type { Chart } from '#core/charts/chart.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Unit } from '#core/schemas/fact.ts';

/** A number with its words, as a browser writes it: options of Intl, plural forms, and what it is multiplied with. */
interface Written {
  options: Intl.NumberFormatOptions;
  forms: Readonly<Record<string, string>>;
  factor: number;
}

/**
 * What a browser needs to measure a span of a chart (src/client/figure-span.ts): the figures, and how to write what is
 * worked out of them. As text of an attribute; undefined where nothing can be measured.
 */
export function spanWriting(
  { series }: Pick<Chart, 'series'>,
  formats: Formats,
): string | undefined {
  if (!series) return undefined;
  const { charts, units } = wordsOf(formats);
  const value = writtenIn(series.unit, formats);
  return JSON.stringify({
    points: series.points,
    value,
    change:
      series.unit === 'ratio'
        ? {
            options: { maximumFractionDigits: 1, signDisplay: 'exceptZero' },
            forms: units.points,
            factor: 100,
          }
        : { ...value, options: { ...value.options, signDisplay: 'exceptZero' } },
    text: charts.spanText,
    // A series none of whose figures has an interval has no chance to speak of.
    chance: series.points.some((point) => point?.interval)
      ? { could: charts.spanCouldBeChance, unknown: charts.spanChanceUnknown }
      : null,
    mean: charts.spanMean,
    pooled: charts.spanPooled,
    nothing: charts.spanNothing,
    from: charts.spanFrom,
    to: charts.spanTo,
    close: charts.spanClose,
  });
}

function writtenIn(unit: Unit, formats: Formats): Written {
  const { units } = wordsOf(formats);
  const plain = { options: { maximumFractionDigits: 1 }, forms: { other: '{number}' }, factor: 1 };
  switch (unit) {
    case 'ratio':
      return { ...plain, options: { style: 'percent', maximumFractionDigits: 1 } };
    case 'money':
      return {
        ...plain,
        options: {
          style: 'currency',
          currency: formats.currency,
          maximumSignificantDigits: 6,
          maximumFractionDigits: 2,
          roundingPriority: 'lessPrecision',
          trailingZeroDisplay: 'stripIfInteger',
        },
      };
    case 'points':
      return { ...plain, forms: units.points, factor: 100 };
    case 'days':
    case 'hours':
    case 'items':
      return { ...plain, forms: units[unit] };
    case 'perYear':
      return { ...plain, forms: { other: units.perYear } };
    case 'times':
      return { ...plain, forms: { other: units.times } };
    case 'count':
    case 'text':
      return plain;
  }
}
