import { suppressSmallCells } from './suppress-small-cells.ts';

/**
 * Portraits of which no figure is told – the empty ones, those with fewer customers than the floor, and as many more as it
 * takes that the total of all gives none away. Definition: suppressSmallCells over their sizes. Without Portraits none.
 *
 * @example [...hiddenPersonas(['a', 'b', 'c'], (id) => ({ a: 4, b: 40, c: 400 })[id] ?? 0, 10)] // => ['a', 'b']
 */
export function hiddenPersonas(
  ids: readonly string[],
  customers: (id: string) => number,
  floor: number,
): Set<string> {
  const [hidden = []] = suppressSmallCells([ids.map(customers)], floor);
  return new Set(ids.filter((id, index) => hidden[index] || customers(id) === 0));
}
