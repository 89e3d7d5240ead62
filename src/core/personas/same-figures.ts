import type { Fact } from '#core/schemas/fact.ts';

/** The part that sets a Portrait apart, and the largest one: often the same. */
const TWINS: readonly (readonly [distinct: string, top: string])[] = [
  ['distinctCategory', 'topCategory'],
  ['distinctBrand', 'topBrand'],
  ['distinctChannel', 'mainChannel'],
  ['distinctReturnReason', 'topReturnReason'],
  ['distinctFirstChannel', 'firstChannel'],
];

/**
 * Facts that are another one under a second name – told once, they are told. Definition: where the part that sets a
 * Portrait apart is also its largest, its name and share are those of the largest. Source: their formulas. None: empty.
 *
 * @returns the fact that each repeats, by id
 * @example sameFigures([]).size // => 0
 */
export function sameFigures(facts: readonly Fact[]): ReadonlyMap<string, string> {
  const nameOf = (id: string): string | null => {
    const fact = facts.find((one) => one.id === id);
    return fact?.status === 'ok' && typeof fact.value === 'string' ? fact.value : null;
  };
  return new Map(
    TWINS.flatMap(([distinct, top]) => {
      const name = nameOf(distinct);
      return name !== null && name === nameOf(top)
        ? [[distinct, top] as const, [`${distinct}Share`, `${top}Share`] as const]
        : [];
    }),
  );
}
