import { unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import type { Variant } from '#core/schemas/insight.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { newcombeInterval } from '#core/statistics/newcombe-interval.ts';
import { complaintLine } from './complaint-line.ts';

type Rates = readonly Pick<Variant, 'name' | 'rates'>[];

/** The rate of the group that fared worst. */
export interface HighestRate {
  measure: Measure;
  /** Whose it is, several where they are equal; nobody's where it is zero, or there is one group only. */
  names: string[];
}

/**
 * Highest rate – how many a campaign drove away in the group that fared worst.
 * Definition: the largest rate of all groups; of equal ones that of which least is known.
 * Source: this portal.
 * Empty case: unavailable where no group has the rate, or there are none.
 * @example highestRate([], 'unsubscribe').names // => []
 */
export function highestRate(variants: Rates, rate: 'unsubscribe' | 'complaint'): HighestRate {
  const measures = variants.map(({ rates }) => rates[rate]);
  const [measure] = measures
    .filter((one) => one.status === 'ok')
    .sort((a, b) => b.value - a.value || (b.interval?.high ?? 1) - (a.interval?.high ?? 1));
  if (!measure) {
    return { measure: measures[0] ?? unavailableMeasure('The export has no groups'), names: [] };
  }
  const theirs = variants.filter(({ rates }) => rates[rate].value === measure.value);
  const isNamed = measure.value > 0 && variants.length > 1;
  return { measure, names: isNamed ? theirs.map(({ name }) => name) : [] };
}

/**
 * Complaints that stand out – the highest complaint rate, where a group may be named for it.
 * Definition: above zero, and either at the target of mailbox providers or over it, or higher than that of every other
 * group by an interval of the difference that leaves out 0.
 * Source: Newcombe (1998); Google, "Email sender guidelines".
 * Empty case: unavailable, with the reason.
 * @example outstandingComplaints([]).value // => null
 */
export function outstandingComplaints(variants: Rates): Measure {
  const { measure, names } = highestRate(variants, 'complaint');
  if (measure.status !== 'ok') return measure;
  if (measure.value === 0) return unavailableMeasure('Nobody complained');
  if (names.length === 0) return unavailableMeasure('There is nothing to compare');
  const others = variants.flatMap(({ name, rates: { complaint } }) =>
    complaint.status === 'ok' && !(names.length === 1 && names[0] === name) ? [complaint] : [],
  );
  const isClear = others.every(
    (other) =>
      newcombeInterval(
        { successes: measure.numerator, n: measure.denominator },
        { successes: other.numerator, n: other.denominator },
      ).low > 0,
  );
  return isClear || complaintLine(measure.value) !== 'fine'
    ? measure
    : unavailableMeasure('The difference may be chance');
}
