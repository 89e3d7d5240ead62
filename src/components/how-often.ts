import type { Fact } from '#core/schemas/fact.ts';

/** Where fewer have come back, orders a year are mostly the one year that everybody counts as. */
const MOST_CAME_BACK = 0.5;

/** The figure that says how often: orders a year, or who came back where most have ordered once. */
export function howOften(facts: readonly Fact[]): 'ordersPerYear' | 'repeatShare' {
  const cameBack = facts.find(({ id }) => id === 'repeatShare')?.value;
  return typeof cameBack === 'number' && cameBack < MOST_CAME_BACK
    ? 'repeatShare'
    : 'ordersPerYear';
}
