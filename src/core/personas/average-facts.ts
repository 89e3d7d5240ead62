import { insideSentence } from '#core/language/first-letter.ts';
import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';

/**
 * A Portrait's habit as so many times the average, as a fact – so that "5.6× as often a gift" opens with its formula.
 * Definition: the Portrait's own quotient where it has that fact, else one made of what sets it apart, with its
 * interval. Source: lift, as in over-representation. Not compared: null.
 *
 * @param id of the habit: `giftShare`
 * @example timesFact({ facts: [], distinguishing: [] }, 'giftShare') // => null
 */
export function timesFact(
  { facts, distinguishing }: Pick<Persona, 'facts' | 'distinguishing'>,
  id: string,
  formats: Worded = {},
): Fact | null {
  const own = facts.find((one) => one.id === `${id}Times` && one.status === 'ok');
  if (own) return own;
  const fact = facts.find((one) => one.id === id && one.status === 'ok');
  const compared = distinguishing.find((one) => one.fact === id);
  if (!fact || !compared) return null;
  return {
    ...headOf(fact),
    id: `${id}Times`,
    label: filled(wordsOf(formats).derived.against, { label: fact.label }),
    unit: 'times',
    formula: filled(wordsOf(formats).derived.againstFormula, {
      label: fact.label,
      inside: insideSentence(fact.label),
      formula: fact.formula,
    }),
    n: fact.n,
    ...(fact.counted && { counted: fact.counted }),
    status: 'ok',
    value: compared.timesAverage,
    ...(compared.interval && { interval: compared.interval }),
  };
}

/**
 * The average customer's figure beside a Portrait's, as a fact. Definition: the habit's formula over all customers,
 * these included. Source: as the habit's.
 *
 * @param fact the Portrait's own
 * @param customers all that were counted; null where the file does not say
 * @example averageFact({ id: 'giftShare', label: 'Gift orders', unit: 'ratio', n: 90, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'Gift orders ÷ orders', status: 'ok', value: 0.8 }, 0.15, 1200).label // => 'Gift orders of all customers'
 */
export function averageFact(
  fact: Fact,
  average: number,
  customers: number | null,
  formats: Worded = {},
): Fact {
  return {
    ...headOf(fact),
    id: `${fact.id}OfAll`,
    label: filled(wordsOf(formats).derived.ofAll, { label: fact.label }),
    unit: fact.unit,
    formula: filled(wordsOf(formats).derived.ofAllFormula, { formula: fact.formula }),
    ...(customers === null
      ? { n: fact.n, ...(fact.counted && { counted: fact.counted }) }
      : { n: customers, counted: 'customers' as const }),
    status: 'ok',
    value: average,
  };
}

function headOf({ period, asOf, sources }: Fact) {
  return { period, asOf, sources };
}
