import type { Fact } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';
import { RATIO_FACTS } from './persona-totals.ts';

/** Habits in which Portraits are compared; sizes and medians of time are not habits. */
const COMPARED: readonly string[] = [...RATIO_FACTS, 'categoriesBought', 'repeatShare'];
const SMALLEST_DIFFERENCE = 1.25;
const MOST_SHOWN = 6;

/**
 * Facts that set a Portrait apart – "buys 4.1× as often". Definition: the Portrait's value ÷ that of all customers, for
 * facts in which it is at least 1.25 times more or less and, where an interval is known, the average lies outside of
 * it; the strongest ratio first, at most six. Source: lift, as in over-representation. No fact in both: empty.
 *
 * @example distinguishingFacts([], []) // => []
 */
export function distinguishingFacts(
  facts: readonly Fact[],
  all: readonly Fact[],
): Persona['distinguishing'] {
  return COMPARED.flatMap((id) => {
    const own = facts.find((fact) => fact.id === id);
    const average = all.find((fact) => fact.id === id);
    if (own?.status !== 'ok' || average?.status !== 'ok') return [];
    const { value } = own;
    if (typeof value !== 'number' || typeof average.value !== 'number') return [];
    if (value <= 0 || average.value <= 0) return [];
    const inside =
      own.interval && average.value >= own.interval.low && average.value <= own.interval.high;
    const timesAverage = value / average.value;
    const strength = Math.max(timesAverage, 1 / timesAverage);
    return inside || strength < SMALLEST_DIFFERENCE ? [] : [{ fact: id, timesAverage, strength }];
  })
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MOST_SHOWN)
    .map(({ fact, timesAverage }) => ({ fact, timesAverage }));
}
