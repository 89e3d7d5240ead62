import type { Unit } from '#core/schemas/fact.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { suppressedMeasure, unavailableMeasure } from './kpi-measure.ts';

/**
 * How a change is counted: ratios differ by points, everything else by a share of the old value.
 * @example changeUnit('ratio') // => 'points'
 */
export function changeUnit(unit: Unit): Unit {
  return unit === 'ratio' ? 'points' : 'ratio';
}

/**
 * Change on a year ago – whether a KPI went up, and by how much.
 * Definition: ratios: now − then (0.02 is two points); other units: now ÷ then − 1.
 * Source: "per cent of a per cent" is read wrongly by most people; this portal.
 * Empty case: suppressed or unavailable when either figure is, or when then was 0 or less.
 * @example kpiChange({ status: 'ok', value: 120, n: 9, numerator: 120, denominator: 1 }, { status: 'ok', value: 100, n: 9, numerator: 100, denominator: 1 }, 'money').value?.toFixed(2) // => '0.20'
 */
export function kpiChange(now: Measure, then: Measure, unit: Unit): Measure {
  for (const measure of [now, then]) {
    if (measure.status === 'suppressed') return suppressedMeasure(measure.reason);
    if (measure.status === 'unavailable') return unavailableMeasure(measure.reason);
  }
  if (now.status !== 'ok' || then.status !== 'ok') return unavailableMeasure('Nothing to compare');
  const sizes = { n: now.n, numerator: now.value, denominator: then.value };
  if (unit === 'ratio') return { status: 'ok', value: now.value - then.value, ...sizes };
  if (then.value <= 0) return unavailableMeasure('The figure of a year ago is not above zero');
  return { status: 'ok', value: now.value / then.value - 1, ...sizes };
}
