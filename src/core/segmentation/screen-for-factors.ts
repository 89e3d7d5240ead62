import type { Matrix } from 'ml-matrix';
import { dropCollinear, type CollinearVariable } from './drop-collinear.ts';
import { dropInadequate, LEAST_ADEQUACY } from './drop-inadequate.ts';
import { kaiserMeyerOlkin, type SamplingAdequacy } from './kaiser-meyer-olkin.ts';
import { shareInReason } from './share-in-reason.ts';

/** Repeated features that a reason names; of more it gives the number. */
const MOST_NAMED = 3;

export interface FactorScreening {
  /** Columns that take part, ascending. */
  kept: number[];
  dropped: { column: number; reason: string }[];
  /** Those of the dropped that share too little: they repeat nothing, and may say something by themselves. */
  unshared: number[];
  /** Of the columns kept. */
  adequacy: SamplingAdequacy;
  /** Why there are no common factors in these columns; null when there may be. */
  problem: string | null;
}

/**
 * Features that factors can be found in – first without those that repeat others, then without those that share too
 * little, each with a reason that a shopkeeper can read. Definition: dropCollinear, then dropInadequate. Where no set of
 * features shares enough, only the repeating ones are dropped and `problem` says so.
 *
 * @param correlations of all columns
 * @param labels what reasons call the columns
 * @example screenForFactors(new Matrix([[1, 1], [1, 1]]), ['Paid', 'Spent']).dropped // => [{ column: 1, reason: 'Repeats Paid: it gives 100% of the differences between customers' }]
 */
export function screenForFactors(correlations: Matrix, labels: readonly string[]): FactorScreening {
  const { kept, dropped } = dropCollinear(correlations);
  const repeating = dropped.map((one) => ({
    column: one.variable,
    reason: repeatingReason(one, labels),
  }));
  const distinct = correlations.selection(kept, kept);
  const shared = dropInadequate(distinct);
  if (!shared.reached) {
    const adequacy = kaiserMeyerOlkin(distinct);
    const problem = `The features share too little: their sampling adequacy (KMO) is ${adequacy.overall.toFixed(2)}, ${LEAST_ADEQUACY.toFixed(2)} are needed, and leaving out the worst does not help`;
    return { kept, dropped: repeating, unshared: [], adequacy, problem };
  }
  const unshared = shared.dropped.map(({ variable, adequacy, overall }) => ({
    column: kept[variable] ?? 0,
    reason: `Shares too little with the other features (KMO ${adequacy.toFixed(2)}, the lowest when all had ${overall.toFixed(2)} together; ${LEAST_ADEQUACY.toFixed(2)} are needed)`,
  }));
  return {
    kept: shared.kept.map((variable) => kept[variable] ?? 0),
    dropped: [...repeating, ...unshared],
    unshared: unshared.map(({ column }) => column),
    adequacy: shared.adequacy,
    problem: null,
  };
}

function repeatingReason({ repeats, predicted }: CollinearVariable, labels: readonly string[]) {
  const names = repeats.map((variable) => labels[variable] ?? '');
  const named = names.length > MOST_NAMED + 1 ? names.slice(0, MOST_NAMED) : names;
  const others = names.length - named.length;
  const last = others > 0 ? `${others} others` : named.at(-1);
  const before = others > 0 ? named : named.slice(0, -1);
  const list = before.length > 0 ? `${before.join(', ')} and ${last}` : last;
  const they = names.length > 1 ? 'together they give' : 'it gives';
  return `Repeats ${list}: ${they} ${shareInReason(predicted)} of the differences between customers`;
}
