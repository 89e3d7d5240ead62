import type { Fact } from '#core/schemas/fact.ts';
import type { Kpi, KpiPoint } from '#core/schemas/kpi.ts';
import { roundHalfEven } from '../warehouse/round-half-even.ts';

/** Digits that a sum of doubles holds for certain. */
const CERTAIN_DIGITS = 15;

/**
 * Money as it is written: in the smallest coin of its currency, a half to the even neighbour. What is computed from money
 * (a change, a rate) comes from the unrounded amounts.
 */
export function writtenMoney(amount: number, currency: string): number {
  const digits = amount.toPrecision(CERTAIN_DIGITS);
  if (digits.includes('e')) return Math.abs(amount) < 1 ? 0 : amount;
  return roundHalfEven(digits, minorDigits(currency));
}

/** A fact whose value, if it is money, and interval are as they are written. */
export function writtenFact(fact: Fact, currency: string): Fact {
  if (fact.unit !== 'money' || fact.status !== 'ok' || typeof fact.value !== 'number') return fact;
  const { interval } = fact;
  const money = (amount: number): number => writtenMoney(amount, currency);
  return {
    ...fact,
    value: money(fact.value),
    ...(interval && {
      interval: { ...interval, low: money(interval.low), high: money(interval.high) },
    }),
  };
}

/** A KPI with all its money as it is written: the rates of this portal are of money or of whole people. */
export function writtenKpi(kpi: Kpi, currency: string): Kpi {
  const isOfMoney = kpi.unit === 'money' || kpi.computedBy === 'this portal';
  return {
    ...kpi,
    facts: kpi.facts.map((fact) => writtenFact(fact, currency)),
    series: isOfMoney ? kpi.series.map((point) => writtenPoint(point, kpi, currency)) : kpi.series,
  };
}

function writtenPoint(point: KpiPoint, { unit }: Kpi, currency: string): KpiPoint {
  const { measure } = point;
  if (measure.status !== 'ok') return point;
  const money = (amount: number): number => writtenMoney(amount, currency);
  return {
    ...point,
    measure: {
      ...measure,
      value: unit === 'money' ? money(measure.value) : measure.value,
      numerator: money(measure.numerator),
      denominator: money(measure.denominator),
    },
  };
}

/** Digits behind the point: 2 for EUR, 0 for JPY. */
function minorDigits(currency: string): number {
  const style = new Intl.NumberFormat('en', { style: 'currency', currency });
  return style.resolvedOptions().maximumFractionDigits ?? 2;
}
