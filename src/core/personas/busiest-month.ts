import { MONTHS } from '#core/format/english-words.ts';
import { monthsHeld } from '#core/format/months-held.ts';
import { surelyStrongest } from '#core/format/surely-largest.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import type { Breakdown } from '#core/schemas/persona.ts';

/**
 * Busiest month – the month of the year that may be called so. Exports that end in October hold one October more than
 * Decembers: most orders can be of it, and it is nobody's season. Definition: the strongest month (`surelyStrongest`), if it
 * still is when each share is divided by how often the exports hold the month. Source: its own.
 * Empty case: without an interval, or where another month leads, undefined.
 *
 * @example busiestMonth([{ label: 'May', share: 0.6 }, { label: 'June', share: 0.4 }], { from: '2024-01-01', to: '2025-12-31' }) // => undefined
 */
export function busiestMonth<
  Row extends Pick<Breakdown['rows'][number], 'label' | 'share' | 'interval'>,
>(rows: readonly Row[], period: Period): (Row & { share: number }) | undefined {
  const held = monthsHeld(period);
  const mean = held.reduce((sum, times) => sum + times, 0) / held.length;
  const evenly = (label: string): number =>
    mean / (held[MONTHS.findIndex((month) => month === label)] || mean);
  const even = rows.map(({ label, share, interval }) => ({
    label,
    share: share === null ? null : share * evenly(label),
    ...(interval && {
      interval: {
        ...interval,
        low: interval.low * evenly(label),
        high: interval.high * evenly(label),
      },
    }),
  }));
  const strongest = surelyStrongest(rows);
  return surelyStrongest(even)?.label === strongest?.label ? strongest : undefined;
}
