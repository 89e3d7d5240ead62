import { medianInterval, type ValueCount } from '#core/statistics/median-interval.ts';
import { RATIO_FACTS, type PersonaTotals, type RatioFact } from './persona-totals.ts';

/** Fewer of the customers are a few. */
const A_FEW = 0.2;
/** So many times further from the average than from the usual customer says too much. */
const FURTHER = 1.3;
/** Clearly on the other side of the usual customer. */
const CLEARLY = 1.25;

/**
 * Overstated habits – those in which a comparison with the average of all customers would say too much of a Portrait, since
 * a few large customers or orders decide that average: "they spend little in a year" of four Portraits in five, beside one
 * of cafés that brings most of the money.
 * Definition: every customer stands with the figure of their Portrait, and the median of all is the usual customer's. Where
 * fewer than a fifth of the customers are on the other side of the average, a habit is overstated if the Portrait's figure is
 * 1.3 times further from the average than from the usual one, on the scale of logarithms, or on the other side of that by a
 * quarter.
 * Source: the median resists what the mean follows (Hampel 1974); the limits are this portal's.
 * Empty case: without Portraits none; a habit of which the usual customer has nothing is compared with the average.
 *
 * @param all customers with a purchase, assigned or not
 * @example overstatedHabits.length // => 2
 */
export function overstatedHabits(
  personas: readonly Pick<PersonaTotals, 'ratios'>[],
  all: Pick<PersonaTotals, 'ratios'>,
): ReadonlySet<RatioFact>[] {
  const averages = RATIO_FACTS.flatMap((id) => {
    const average = valueOf(all.ratios, id);
    const groups = personas.map(({ ratios }) => ({
      value: valueOf(ratios, id),
      count: ratios[id].people,
    }));
    const usual = medianInterval(groups)?.value ?? 0;
    const beyond = groups.filter(({ value }) => (value - average) * (usual - average) < 0);
    return peopleOf(beyond) < A_FEW * peopleOf(groups) ? [{ id, average, usual }] : [];
  });
  return personas.map(({ ratios }) => {
    const overstated = averages.filter(({ id, average, usual }) => {
      const toAverage = Math.log(valueOf(ratios, id) / average);
      const toUsual = Math.log(valueOf(ratios, id) / usual);
      if (!Number.isFinite(toAverage) || !Number.isFinite(toUsual)) return false;
      return (
        Math.abs(toAverage) > Math.abs(toUsual) + Math.log(FURTHER) ||
        (toAverage * toUsual < 0 && Math.abs(toUsual) >= Math.log(CLEARLY))
      );
    });
    return new Set(overstated.map(({ id }) => id));
  });
}

function peopleOf(groups: readonly ValueCount[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function valueOf(ratios: PersonaTotals['ratios'], id: RatioFact): number {
  const { numerator, denominator } = ratios[id];
  return denominator > 0 ? numerator / denominator : 0;
}
