import { formatSources } from '#core/format/format-sources.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import type { OrderArithmetic } from '#core/schemas/data-quality.ts';

/** What cannot be checked, in words: a sentence for each export with orders that state no total. */
export function unstatedTotals(sources: readonly OrderArithmetic[], formats: Formats): string[] {
  const count = (value: number): string => formatValue(value, 'count', formats);
  return sources
    .filter(({ orders, checked }) => checked < orders)
    .map(({ source, orders, checked }) => {
      const silent = orders - checked;
      const which = checked === 0 ? count(silent) : `${count(silent)} of ${count(orders)}`;
      const from = formatSources([source]);
      const clause = silent === 1 ? `order from ${from} states` : `orders from ${from} state`;
      return `${which} ${clause} no total, so nothing can be checked.`;
    });
}
