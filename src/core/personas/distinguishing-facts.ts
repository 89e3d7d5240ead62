import type { Fact } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';
import { ratioToWhole, type RatioToWhole } from '#core/statistics/ratio-to-whole.ts';
import type { PersonaTotals } from './persona-totals.ts';

/** Habits in which Portraits are compared; sizes and medians of time are not habits. */
const COMPARED_RATIOS = [
  'ordersPerYear',
  'averageOrderValue',
  'yearlySpend',
  'itemsPerOrder',
  'unitPrice',
  'returnRate',
  'discountShare',
  'giftShare',
  'holidayShare',
  'weekendShare',
  'categoriesBought',
] as const;
const COMPARED: readonly string[] = [...COMPARED_RATIOS, 'repeatShare'];
const SMALLEST_DIFFERENCE = 1.25;
const MOST_SHOWN = 6;

/**
 * Facts that set a Portrait apart – "buys 4.1× as often". Definition: the Portrait's value ÷ that of all customers, for
 * facts in which it is at least 1.25 times more or less and lies apart beyond chance: 1 outside of the interval of
 * that quotient or, where there is none, the average outside of the value's own interval; the strongest first, at most
 * six. Source: lift, as in over-representation. No fact in both: empty.
 *
 * @param times quotients with their intervals, by fact, as `timesAverages` gives them
 * @example distinguishingFacts([], []) // => []
 */
export function distinguishingFacts(
  facts: readonly Fact[],
  all: readonly Fact[],
  times: ReadonlyMap<string, RatioToWhole> = new Map(),
): Persona['distinguishing'] {
  return COMPARED.flatMap((id) => {
    const own = facts.find((fact) => fact.id === id);
    const average = all.find((fact) => fact.id === id);
    if (own?.status !== 'ok' || average?.status !== 'ok') return [];
    const { value } = own;
    if (typeof value !== 'number' || typeof average.value !== 'number') return [];
    if (value <= 0 || average.value <= 0) return [];
    const interval = times.get(id)?.interval ?? null;
    const byChance = interval ? holds(interval, 1) : holds(own.interval, average.value);
    const timesAverage = value / average.value;
    const strength = strengthOf(timesAverage);
    if (byChance || strength < SMALLEST_DIFFERENCE) return [];
    return [
      {
        strength,
        entry: {
          fact: id,
          timesAverage,
          average: average.value,
          ...(interval && { interval }),
        },
      },
    ];
  })
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MOST_SHOWN)
    .map(({ entry }) => entry);
}

/**
 * How many times the average each habit of a group is, with intervals that know that the group is part of the average.
 * Definition: `ratioToWhole` of the sums behind the facts; coming back is a sum of people. Source: its own. A habit
 * that either has none of is left out.
 *
 * @example timesAverages.length // => 2
 */
export function timesAverages(
  totals: PersonaTotals,
  all: PersonaTotals,
): Map<string, RatioToWhole> {
  const found = new Map<string, RatioToWhole>();
  const add = (id: string, ratio: RatioToWhole | null): void => {
    if (ratio) found.set(id, ratio);
  };
  for (const id of COMPARED_RATIOS) {
    add(id, ratioToWhole(totals.ratios[id].sums, all.ratios[id].sums));
  }
  add('repeatShare', ratioToWhole(peopleSums(totals), peopleSums(all)));
  return found;
}

/**
 * How far a habit sets a group apart – 4 for four times the average and for a quarter of it. Definition: the quotient or
 * its inverse, whichever is larger; 0 where it is under 1.25 or 1 lies in its interval. Source: as `distinguishingFacts`.
 * No quotient: 0.
 *
 * @example apartness({ times: 0.25, interval: null }) // => 4
 * @example apartness({ times: 1.1, interval: null }) // => 0
 */
export function apartness(ratio: RatioToWhole | undefined): number {
  if (!ratio || (ratio.interval && holds(ratio.interval, 1))) return 0;
  const strength = strengthOf(ratio.times);
  return strength < SMALLEST_DIFFERENCE ? 0 : strength;
}

function strengthOf(times: number): number {
  return Math.max(times, 1 / times);
}

function peopleSums({ customers, repeatCustomers }: PersonaTotals) {
  return {
    n: customers,
    sumX: customers,
    sumXX: customers,
    sumY: repeatCustomers,
    sumYY: repeatCustomers,
    sumXY: repeatCustomers,
  };
}

function holds(interval: { low: number; high: number } | undefined, value: number): boolean {
  return interval !== undefined && value >= interval.low && value <= interval.high;
}
