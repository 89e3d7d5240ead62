import { wordsOf, type Worded } from '#core/language/words-of.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Breakdown } from '#core/schemas/persona.ts';

type Part = Breakdown['rows'][number];

/** What every fact of the Portrait's page says alike. */
type Passport = Pick<Fact, 'period' | 'asOf' | 'sources'>;

/**
 * Share of one part of a split, as a fact – so that a number in a table opens with its formula. Definition: the share as
 * it was published; `n` is the people behind it. A share that is hidden says so and not that it is of few: one of many is
 * hidden where it would give a small one away. Source: the Portrait's file. Empty case: a hidden share is unavailable.
 *
 * @param part its name, share with its interval, and people; the id is unique on the Portrait's page
 * @example partShare({ period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [] }, { id: 'channels0', label: 'Web', formula: 'Orders by web ÷ orders', share: 0.5, n: 40 }).value // => 0.5
 */
export function partShare(
  { period, asOf, sources }: Passport,
  {
    share,
    n,
    interval,
    ...head
  }: Pick<Fact, 'id' | 'label' | 'formula'> & Pick<Part, 'share' | 'n' | 'interval'>,
  formats: Worded = {},
): Fact {
  const passport = { ...head, unit: 'ratio' as const, period, asOf, sources };
  return share === null
    ? {
        ...passport,
        n: 0,
        status: 'unavailable',
        value: null,
        reason: wordsOf(formats).derived.partHidden,
      }
    : {
        ...passport,
        ...{ n, counted: 'customers', status: 'ok', value: share },
        ...(interval && { interval }),
      };
}
