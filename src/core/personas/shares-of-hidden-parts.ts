import type { Breakdown } from '#core/schemas/persona.ts';
import type { PersonaFactId } from './fact-definitions.ts';

/** Facts that add up some parts of a split, by their place in it. */
const ADDED: readonly { fact: PersonaFactId; split: string; parts: readonly number[] }[] = [
  { fact: 'springShare', split: 'months', parts: [2, 3, 4] },
  { fact: 'summerShare', split: 'months', parts: [5, 6, 7] },
  { fact: 'autumnShare', split: 'months', parts: [8, 9] },
  { fact: 'holidayShare', split: 'months', parts: [10, 11] },
  { fact: 'weekendShare', split: 'weekdays', parts: [5, 6] },
];

/**
 * Shares that would tell a hidden part – October, where September and the share of both together are told. Definition:
 * sums of parts of which exactly one is hidden. Source: Hundepool et al. (2012), Statistical Disclosure Control, chapter
 * 4, on linked tables. No splits: none.
 *
 * @example sharesOfHiddenParts([]).size // => 0
 */
export function sharesOfHiddenParts(breakdowns: readonly Breakdown[]): ReadonlySet<PersonaFactId> {
  const told = ADDED.filter(({ split, parts }) => {
    const rows = breakdowns.find(({ id }) => id === split)?.rows ?? [];
    return parts.filter((part) => rows[part]?.share === null).length === 1;
  });
  return new Set(told.map(({ fact }) => fact));
}
