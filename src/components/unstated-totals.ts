import { plural } from '#core/language/plural.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
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
      const { arithmetic } = wordsOf(formats);
      const forms = checked === 0 ? arithmetic.silent : arithmetic.silentOf;
      return filled(plural(forms, silent, formats), {
        count: count(silent),
        all: count(orders),
        source: formatSources([source], formats),
      });
    });
}
