import type { Fact } from '#core/schemas/fact.ts';
import type { Movement } from '#core/schemas/segmentation-history.ts';
import type { FactPassport } from './persona-facts.ts';

const DEFINITIONS = {
  movedIn: {
    label: 'Came over from other Portraits since last quarter',
    formula:
      'Customers who are of this Portrait by all purchases, and were of another by those up to 91 days before, on two days or more, by the same model',
  },
  movedOut: {
    label: 'Went over to other Portraits since last quarter',
    formula:
      'Customers who were of this Portrait by purchases up to 91 days before, on two days or more, and are of another by all, by the same model',
  },
  newSinceLastQuarter: {
    label: 'New here since last quarter',
    formula:
      'Customers of this Portrait whose first purchase is of the last 91 days, or who had bought on one day before and by that were of another',
  },
} as const;

/** Facts of a Portrait that tell how it changed. */
export const MOVEMENT_FACTS = Object.keys(DEFINITIONS) as (keyof typeof DEFINITIONS)[];

/**
 * Who came from one Portrait or went to one, as a fact – a part of all who came over or went over. Definition: the same,
 * of those of one other Portrait. Source: the table of moves, in which numbers of too few people are hidden. Empty case:
 * null where the Portrait has no fact of all who moved so.
 *
 * @param facts of the Portrait
 * @param label "Came from the Deal Finder"
 * @example moveFact([], 'movedIn', 'Came from the Deal Finder', 20) // => null
 */
export function moveFact(
  facts: readonly Fact[],
  way: 'movedIn' | 'movedOut',
  label: string,
  customers: number,
): Fact | null {
  const whole = facts.find(({ id }) => id === way);
  if (!whole) return null;
  const { id, unit, period, asOf, sources, formula } = whole;
  return {
    ...{ id, label, unit, period, asOf, sources, formula },
    n: customers,
    counted: 'customers',
    status: 'ok',
    value: customers,
  };
}

/**
 * Facts of who came and went – what changed in a Portrait since last quarter. Definition: each as its `formula` says.
 * Too few people: suppressed. Without orders of a quarter ago: unavailable, with the reason.
 *
 * @param customers of the Portrait now
 * @example movementFacts('a', 100, null, { period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [] }, 10).map(({ status }) => status) // => ['unavailable', 'unavailable', 'unavailable']
 */
export function movementFacts(
  id: string,
  customers: number,
  movement: Movement | null,
  passport: FactPassport,
  floor: number,
): Fact[] {
  const totals = movement?.totals.find((one) => one.id === id);
  return MOVEMENT_FACTS.map((factId): Fact => {
    const head = {
      id: factId,
      ...DEFINITIONS[factId],
      unit: 'count' as const,
      ...passport,
      ...(movement && { period: { from: movement.from, to: movement.to } }),
    };
    if (!totals) {
      return {
        ...head,
        n: 0,
        status: 'unavailable',
        value: null,
        reason: 'There is nobody who can be followed by orders of a quarter ago',
      };
    }
    const value = factId === 'newSinceLastQuarter' ? totals.newcomers : totals[factId];
    if (value === null) {
      return {
        ...head,
        n: 0,
        status: 'suppressed',
        value: null,
        reason: `Fewer than ${floor} people, or it would give away such a number`,
      };
    }
    return { ...head, n: customers, counted: 'customers', status: 'ok', value };
  });
}
