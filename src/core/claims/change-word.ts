import { kpiMovement, type KpiMovement } from '#core/kpis/kpi-movement.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** What a claim can ask of a KPI's change, and the verdict that each word stands for. */
const VERDICTS = {
  higher: 'higher',
  lower: 'lower',
  unchanged: 'unchanged',
  couldBeChance: 'could-be-chance',
  fewPeople: 'few-people',
} as const satisfies Record<string, KpiMovement>;
export type ChangeWord = keyof typeof VERDICTS;

export const CHANGE_WORDS = Object.keys(VERDICTS) as ChangeWord[];

/**
 * Whether a KPI's change is what a claim says of it – "lower", and not only by chance.
 * Definition: the verdict of `kpiMovement` on `current` and `yearAgo`, without a direction: which way is good the sentence says.
 * Source: `kpiMovement`.
 * Empty case: facts without both figures have no change.
 * @example changeIs('lower', []) // => false
 */
export function changeIs(word: ChangeWord, facts: readonly Fact[]): boolean {
  const find = (id: string): Fact | undefined => facts.find((fact) => fact.id === id);
  return kpiMovement(find('current'), find('yearAgo'), 'neutral') === VERDICTS[word];
}
