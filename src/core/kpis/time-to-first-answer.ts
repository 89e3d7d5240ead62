import type { Measure } from '#core/schemas/measure.ts';
import { medianInterval, type ValueCount } from '#core/statistics/median-interval.ts';
import type { KpiDefinition } from './kpi-definition.ts';
import { certainty, fewerThan, suppressedMeasure, unavailableMeasure } from './kpi-measure.ts';

const MINUTES_AN_HOUR = 60;

/** Time to first answer in words. */
export const timeToFirstAnswerDefinition: KpiDefinition = {
  id: 'time-to-first-answer',
  label: 'Time to first answer',
  question: { text: 'timeToFirstAnswer' },
  unit: 'hours',
  counted: 'tickets',
  meaning: 'How long somebody who writes to us waits before a person answers.',
  direction: 'down',
  formula:
    'Median of the time from opening to the first reply of the answered tickets, by the day they were opened',
  definitionSource:
    'First reply time of help desks; the median, since a few tickets wait for weeks',
  caveats: [
    'By the clock: nights and weekends count.',
    'Half of the people wait longer. A quick first answer does not mean that the matter is solved.',
  ],
  synonyms: ['response time', 'waiting time', 'reply', 'first response'],
  order: 9,
  moves: ['first-contact-resolution'],
};

/** The answered tickets of one window. */
export interface AnswerTimes {
  /** Minutes to the first reply, and how many tickets waited so long. */
  minutes: readonly ValueCount[];
  /** Customers behind them; a ticket of nobody known counts as somebody else's. */
  people: number;
}

/**
 * Time to first answer – how long half of the people who write wait at most.
 * Definition: median of the minutes to the first reply, in hours; interval by order statistics.
 * Source: docs of help desks (first reply time); interval: Campbell & Gardner (1988).
 * Empty case: unavailable without answered tickets; suppressed below the floor of people.
 * @example timeToFirstAnswer({ minutes: [{ value: 360, count: 20 }], people: 20 }, 10).value // => 6
 */
export function timeToFirstAnswer({ minutes, people }: AnswerTimes, floor: number): Measure {
  const median = medianInterval(minutes);
  if (median === null) return unavailableMeasure('No answered tickets in this period');
  if (people < floor) return suppressedMeasure(fewerThan(floor));
  const { value, n, interval } = median;
  return {
    status: 'ok',
    value: value / MINUTES_AN_HOUR,
    n,
    numerator: value,
    denominator: MINUTES_AN_HOUR,
    ...certainty(
      interval && {
        ...interval,
        low: interval.low / MINUTES_AN_HOUR,
        high: interval.high / MINUTES_AN_HOUR,
      },
    ),
  };
}
