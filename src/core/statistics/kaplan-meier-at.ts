import type { Interval } from '#core/schemas/fact.ts';
import { normalQuantile } from './normal-quantile.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** People who were last seen after so many days: with the event, or still without it. One entry a day. */
export interface FollowUp {
  days: number;
  events: number;
  censored: number;
}

export interface SurvivalEstimate {
  /** Share that had the event by then, 0–1. */
  eventShare: number;
  interval: Interval;
  /** People in the beginning. */
  n: number;
  /** Events seen by then. */
  events: number;
}

/**
 * Kaplan–Meier estimate – which share has done something within `atDays`, when some people have not been watched that
 * long yet: they count for the days they were watched, neither as doers nor as failures.
 * Definition: 1 − Π (1 − events ÷ at risk) over event days ≤ `atDays`; events come before censorings of the same day.
 * Interval: Greenwood's variance on the log(−log) scale; where nobody or everybody had the event, Wilson's on those
 * still watched.
 * Source: Kaplan & Meier, JASA 53 (1958); Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data (2nd
 * ed., 2002), 1.4.
 * Empty case: null when nobody without the event was watched for `atDays`, and not everybody had it: nothing is known of
 * those who were last seen before.
 * @example kaplanMeierAt([{ days: 10, events: 1, censored: 0 }, { days: 90, events: 0, censored: 3 }], 90)?.eventShare // => 0.25
 */
export function kaplanMeierAt(
  followUps: readonly FollowUp[],
  atDays: number,
  level = 0.95,
): SurvivalEstimate | null {
  const byDay = [...followUps].sort((a, b) => a.days - b.days);
  const n = byDay.reduce((sum, { events, censored }) => sum + events + censored, 0);
  let atRisk = n;
  let survival = 1;
  let greenwood = 0;
  let seen = 0;
  for (const { days, events, censored } of byDay) {
    if (days > atDays) break;
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      seen += events;
    }
    // Watched up to and including day `atDays`: still there on that day.
    if (days < atDays) atRisk -= events + censored;
    else atRisk -= events;
  }
  if (n === 0 || (atRisk === 0 && seen < n)) return null;
  return {
    eventShare: 1 - survival,
    interval: interval(survival, greenwood, { atRisk, seen, level }),
    n,
    events: seen,
  };
}

function interval(
  survival: number,
  greenwood: number,
  { atRisk, seen, level }: { atRisk: number; seen: number; level: number },
): Interval {
  if (survival === 1) return wilsonInterval(0, atRisk, level);
  if (survival === 0) return wilsonInterval(seen, seen, level);
  const z = normalQuantile((1 + level) / 2);
  const spread = Math.exp((z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)));
  return {
    low: 1 - survival ** (1 / spread),
    high: 1 - survival ** spread,
    level,
    method: 'Kaplan–Meier, Greenwood, log(−log)',
  };
}
