import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Formats } from '#core/format/formats.ts';
import { formatPeriod } from '#core/format/format-day.ts';
import { formatSources } from '#core/format/format-sources.ts';
import { formatObservations } from '#core/format/format-observations.ts';
import type { ChartSource } from './chart.ts';

/** A caption is read at a glance: of more platforms the passport of each number tells. */
const NAMED_PLATFORMS = 3;

/**
 * Chart caption – when, how many and from where, so that nobody has to ask.
 * Definition: period · n with what it counts · sources, then remarks about the drawing.
 * Empty case: without period, n or sources, those parts are left out.
 * @example chartCaption({ period: null, n: 1200, counted: '{count} customers', sources: ['shopify-orders'] }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => '1,200 customers · from Shopify orders'
 * @example chartCaption({ period: null, n: null, counted: '{count} orders', sources: ['ebay', 'ga4', 'walmart', 'gorgias', 'zendesk'] }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => 'from eBay, GA4, Walmart and 2 more'
 */
export function chartCaption(
  source: ChartSource,
  formats: Formats,
  remarks: readonly string[] = [],
): string {
  const parts = [
    ...(source.period ? [formatPeriod(source.period, formats)] : []),
    ...(source.n === null
      ? []
      : [filled(source.counted, { count: formatObservations(source.n, source.noun, formats) })]),
    ...(source.sources.length > 0
      ? [
          filled(wordsOf(formats).charts.from, {
            sources: formatSources(source.sources, formats, NAMED_PLATFORMS),
          }),
        ]
      : []),
  ];
  return [parts.join(' · '), ...remarks].join('. ');
}
