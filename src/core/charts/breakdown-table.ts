import { notShown } from '#core/format/format-fact.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import { wordsOf } from '#core/language/words-of.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import type { Chart } from './chart.ts';

/**
 * Share text – a part's share as people read it.
 * Empty case: a suppressed share says that it is not shown.
 * @example shareText(null, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => 'not shown'
 */
export function shareText(share: number | null, formats: Formats): string {
  return share === null ? notShown(formats) : formatValue(share, 'ratio', formats);
}

/**
 * Breakdown table – a Portrait's split beside that of all customers, all of its parts.
 * Definition: part, the Portrait's share, its interval where any has one, everybody's, and how many stand behind the first.
 * Empty case: a dash where there is nothing to compare with, and for the number behind a suppressed share.
 * @example breakdownTable({ label: 'Weekday', base: 'orders', rows: [{ label: 'Monday', share: 0.3, shareOfAll: null, n: 12 }] }, 'Jo', { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }).rows // => [['Monday', '30%', '–', '12']]
 */
export function breakdownTable(
  { label, rows }: Pick<Breakdown, 'label' | 'rows'>,
  name: string,
  formats: Formats,
): Chart['table'] {
  const { charts } = wordsOf(formats);
  const hasIntervals = rows.some(({ interval }) => interval);
  return {
    columns: [
      label,
      name,
      ...(hasIntervals ? [charts.interval] : []),
      charts.allCustomers,
      charts.n,
    ],
    rows: rows.map((row) => [
      row.label,
      shareText(row.share, formats),
      ...(hasIntervals
        ? [row.interval ? formatInterval(row.interval, 'ratio', formats) : '–']
        : []),
      row.shareOfAll === null ? '–' : shareText(row.shareOfAll, formats),
      row.share === null ? '–' : formatValue(row.n, 'count', formats),
    ]),
  };
}

/**
 * Largest part – the part with the largest share that may be shown; of equal ones the first.
 * Empty case: null where every share is suppressed, and without parts.
 * @example largestPart([{ label: 'May', share: null }, { label: 'June', share: 0.2 }]) // => { label: 'June', share: 0.2 }
 */
export function largestPart<Part extends { share: number | null }>(
  parts: readonly Part[],
): (Part & { share: number }) | null {
  return knownParts(parts).reduce<(Part & { share: number }) | null>(
    (best, part) => (best && best.share >= part.share ? best : part),
    null,
  );
}

/**
 * Known parts – those whose share may be shown.
 * @example knownParts([{ share: null }, { share: 0.2 }]) // => [{ share: 0.2 }]
 */
export function knownParts<Part extends { share: number | null }>(
  parts: readonly Part[],
): (Part & { share: number })[] {
  return parts.flatMap((part) => (part.share === null ? [] : [{ ...part, share: part.share }]));
}
