import type { Period } from '#core/schemas/identifiers.ts';
import { monthsHeld } from './months-held.ts';

/** Half a month more than the others in two years: too little to make a season. */
const HARDLY_MORE = 1.25;

/**
 * Whether a period holds every month of the year about as often as the others. Where it does not, shares by month also
 * tell which months the exports hold twice. Definition: days of the most by those of the least frequent month, each by
 * the length of the month, at most 1.25. No period: true, since nothing is known against it.
 *
 * @example holdsMonthsAlike({ from: '2024-11-01', to: '2026-10-31' }) // => true
 * @example holdsMonthsAlike({ from: '2025-05-01', to: '2026-10-31' }) // => false
 */
export function holdsMonthsAlike(period: Period | null): boolean {
  if (period === null) return true;
  const times = monthsHeld(period);
  return Math.max(...times) <= Math.min(...times) * HARDLY_MORE;
}
