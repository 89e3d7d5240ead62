import { OTHER_PART } from '#core/schemas/persona.ts';
import type { BreakdownCell } from './breakdown-cell.ts';

/** A part of a split: its name among the cells, and what it is called. */
export interface NamedPart {
  name: string;
  label: string;
}

/** So many parts of the shop are told; of more, one fewer and the rest together. */
const MOST_OF_SHOP = 12;
/** What a Portrait has most of is told, too, */
const MOST_OF_PERSONA = 5;
/** where it is at least such a share of it. */
const SMALLEST_SHARE = 0.05;

/**
 * Parts of a split that have a name of their own – what a Portrait buys most is told, however little the shop sells of it.
 * Definition: the largest of all customers, and of each Portrait its own five largest that are at least a twentieth of it
 * and that may be shown; everything else is "Other". All Portraits have the same parts: what is hidden is worked out on
 * one table. Source: its own. No cells: none.
 *
 * @param cells of all customers in the order to show, largest first
 * @param personas Portraits of which something is told
 * @param fewest.toName parts that fewer people have are not named
 * @param fewest.toShow shares that fewer people are behind are not shown
 * @example namedParts([{ persona: null, name: 'web', people: 40, amount: 90 }], [], { toName: 0, toShow: 10 }) // => [{ name: 'web', label: 'web' }]
 */
export function namedParts(
  cells: readonly BreakdownCell[],
  personas: readonly string[],
  fewest: { toName: number; toShow: number },
): NamedPart[] {
  const ofAll = cells.filter(({ persona }) => persona === null);
  const nameable = ofAll.filter(({ people }) => people >= fewest.toName).map(({ name }) => name);
  const most = ofAll.length > MOST_OF_SHOP ? MOST_OF_SHOP - 1 : MOST_OF_SHOP;
  const chosen = new Set([
    ...nameable.slice(0, most),
    ...personas.flatMap((persona) => largestOf(persona, cells, fewest.toShow)),
  ]);
  const isSingle = nameable.length === ofAll.length && chosen.size === ofAll.length - 1;
  const named = nameable.filter((name) => isSingle || chosen.has(name));
  const parts = named.map((name) => ({ name, label: name }));
  return ofAll.length > named.length ? [...parts, { name: '', label: OTHER_PART }] : parts;
}

function largestOf(
  persona: string,
  cells: readonly BreakdownCell[],
  fewestPeople: number,
): string[] {
  const own = cells.filter((cell) => cell.persona === persona);
  const total = own.reduce((sum, { amount }) => sum + amount, 0);
  return own
    .filter(({ people, amount }) => people >= fewestPeople && amount >= SMALLEST_SHARE * total)
    .toSorted((a, b) => b.amount - a.amount)
    .slice(0, MOST_OF_PERSONA)
    .map(({ name }) => name);
}
