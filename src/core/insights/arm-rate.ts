import { fewerThan, suppressedMeasure, unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import type { ArmCounts, CountedEvent, RateBase } from './arm-counts.ts';

/**
 * Rate of an arm – which share of its people did something.
 * Definition: events ÷ base, with Wilson interval.
 * Source: rates per delivered message, as Klaviyo defines them.
 * Empty case: unavailable where a count is missing or events exceed people (then it is no share); suppressed below
 * the floor.
 * @example armRate({ id: 'a', name: 'A', isControl: false, recipients: 100, delivered: null, opens: null, clicks: 7, orders: null, revenue: null, unsubscribes: null, complaints: null }, 'clicks', 'recipients', 10).value // => 0.07
 */
export function armRate(
  arm: ArmCounts,
  event: CountedEvent,
  base: RateBase,
  floor: number,
): Measure {
  const events = arm[event];
  const people = arm[base];
  if (events === null) return unavailableMeasure(`The export does not count ${event} for this arm`);
  if (people === null || people === 0) return unavailableMeasure('The export counts nobody here');
  if (people < floor) return suppressedMeasure(fewerThan(floor));
  if (events > people) {
    return unavailableMeasure(`More ${event} than people: ${event} are counted more than once`);
  }
  return {
    status: 'ok',
    value: events / people,
    n: people,
    numerator: events,
    denominator: people,
    interval: wilsonInterval(events, people),
  };
}

/**
 * Revenue per recipient – what a message to one person brought.
 * Definition: revenue that the tool attributes to the arm ÷ recipients; no interval, because exports give no spread.
 * Source: mail tools' "revenue per recipient".
 * Empty case: as `armRate`.
 * @example revenuePerRecipient({ id: 'a', name: 'A', isControl: false, recipients: 100, delivered: null, opens: null, clicks: 7, orders: null, revenue: 250, unsubscribes: null, complaints: null }, 10).value // => 2.5
 */
export function revenuePerRecipient({ revenue, recipients }: ArmCounts, floor: number): Measure {
  if (revenue === null) return unavailableMeasure('The export does not state revenue for this arm');
  if (recipients === null || recipients === 0) {
    return unavailableMeasure('The export counts nobody here');
  }
  if (recipients < floor) return suppressedMeasure(fewerThan(floor));
  return {
    status: 'ok',
    value: revenue / recipients,
    n: recipients,
    numerator: revenue,
    denominator: recipients,
  };
}
