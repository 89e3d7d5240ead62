import type { PersonaEntry } from '#data/personas.ts';

/** Up to here every pair has a page from either side; beyond, one page serves both. */
const MOST_BOTH_WAYS = 12;
/** Beyond, only so many, in reading order, are put side by side: pages grow with the square. */
const MOST_COMPARED = 24;

type Compared = Pick<PersonaEntry, 'id' | 'figures'>;

/**
 * The pairs that have a page, by id, the left one first. Portraits of which something was measured; up to twelve, each
 * pair both ways round; up to 24, each once, in reading order.
 */
export function comparedPairs(personas: readonly Compared[]): [string, string][] {
  const ids = comparedIds(personas);
  return ids.flatMap((left, at) =>
    ids
      .filter((right, place) => (ids.length <= MOST_BOTH_WAYS ? right !== left : place > at))
      .map((right): [string, string] => [left, right]),
  );
}

/** Whom a Portrait can be put beside, with the address of the page. */
export function comparable<Persona extends Compared>(
  personas: readonly Persona[],
  id: string,
): { other: Persona; path: string }[] {
  const pairs = new Set(comparedPairs(personas).map(([left, right]) => `${left}/${right}`));
  return personas.flatMap((other) => {
    const pair = [`${id}/${other.id}`, `${other.id}/${id}`].find((one) => pairs.has(one));
    return pair === undefined ? [] : [{ other, path: `/personas/compare/${pair}/` }];
  });
}

/** Portraits that can be put beside another, in reading order. */
export function comparedIds(personas: readonly Compared[]): string[] {
  return personas
    .filter(({ figures }) => figures?.facts.some(({ status }) => status === 'ok'))
    .slice(0, MOST_COMPARED)
    .map(({ id }) => id);
}
