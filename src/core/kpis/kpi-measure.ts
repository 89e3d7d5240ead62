import type { Interval } from '#core/schemas/fact.ts';
import type { Measure } from '#core/schemas/measure.ts';

/**
 * Suppressed measure – a figure over fewer people than the privacy floor.
 * Definition: without value, numerator and denominator; n is 0, because even the true one would tell.
 * Source: docs/architecture.md, invariant 3.
 * Empty case: none.
 * @example suppressedMeasure('Fewer than 10 customers').status // => 'suppressed'
 */
export function suppressedMeasure(reason: string): Measure {
  return { status: 'suppressed', value: null, n: 0, numerator: null, denominator: null, reason };
}

/**
 * Unavailable measure – a figure that cannot be computed, and why.
 * Definition: never NaN, 0 or an empty space.
 * Source: docs/architecture.md.
 * Empty case: none.
 * @example unavailableMeasure('No orders in this period').value // => null
 */
export function unavailableMeasure(reason: string): Measure {
  return { status: 'unavailable', value: null, n: 0, numerator: null, denominator: null, reason };
}

/**
 * Measure of people – the one way from counts to a figure that may be shown.
 * Definition: unavailable without anybody, suppressed below the floor, else numerator ÷ denominator.
 * Source: docs/architecture.md, invariant 3.
 * Empty case: a denominator of 0 or below is unavailable with `noDenominator`; a figure that chance moves, and of which no
 * interval can be had, says so.
 * @example peopleMeasure({ people: 20, n: 20, numerator: 5, denominator: 20, floor: 10, nobody: 'No customers', noDenominator: 'No customers' }) // => { status: 'ok', value: 0.25, n: 20, numerator: 5, denominator: 20 }
 */
export function peopleMeasure(counts: {
  people: number;
  n: number;
  numerator: number;
  denominator: number;
  floor: number;
  nobody: string;
  noDenominator: string;
  interval?: () => Interval | null;
}): Measure {
  const { people, n, numerator, denominator, floor } = counts;
  if (people === 0) return unavailableMeasure(counts.nobody);
  if (people < floor) return suppressedMeasure(fewerThan(floor));
  if (!(denominator > 0)) return unavailableMeasure(counts.noDenominator);
  return {
    status: 'ok',
    value: numerator / denominator,
    n,
    numerator,
    denominator,
    ...(counts.interval && certainty(counts.interval())),
  };
}

/**
 * Certainty – how sure a figure is that chance moves.
 * Definition: its interval, or that none can be had.
 * Source: the statistic behind each interval says from how many people on it holds.
 * Empty case: none.
 * @example certainty(null) // => { intervalUnknown: true }
 */
export function certainty(
  interval: Interval | null,
): Pick<Extract<Measure, { status: 'ok' }>, 'interval' | 'intervalUnknown'> {
  return interval === null ? { intervalUnknown: true } : { interval };
}

/**
 * The reason in a suppressed figure's passport.
 * @example fewerThan(10) // => 'Fewer than 10 customers: withheld to protect them'
 */
export function fewerThan(floor: number): string {
  return `Fewer than ${floor} customers: withheld to protect them`;
}
