import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';

/** Parts of a whole (channels, months) by Portrait, every share as a fact. */
export interface PartTable {
  /** Names of the parts, in the order of the breakdown: the largest among all customers first. */
  parts: string[];
  /** What the shares are shares of: "orders with a known channel". */
  base: string;
  /** Shares of all customers, by part. */
  ofAll: Fact[];
  /** One row for each Portrait that has the breakdown, in the given order; null where it lacks a part. */
  rows: { id: string; cells: (Fact | null)[] }[];
}

/**
 * Portraits by the parts of one breakdown – who comes through which door. Definition: the shares of each Portrait's
 * breakdown as they were published, with the period and sources of its facts. A share that is hidden says so and not
 * that it is of few: one of many is hidden where it would give a small one away.
 * Source: the files of the Portraits. No Portrait with that breakdown: null.
 *
 * @param breakdownId `channels`
 * @example partTable([], 'channels') // => null
 */
export function partTable(
  portraits: readonly Pick<Persona, 'id' | 'facts' | 'breakdowns'>[],
  breakdownId: string,
  formats: Worded = {},
): PartTable | null {
  const { derived } = wordsOf(formats);
  const told = portraits.flatMap(({ id, facts, breakdowns }) => {
    const breakdown = breakdowns.find((one) => one.id === breakdownId);
    const [head] = facts;
    return breakdown && head && breakdown.rows.length > 0 ? [{ id, facts, head, breakdown }] : [];
  });
  const [first] = told;
  if (first === undefined) return null;
  const parts = [
    ...new Set(told.flatMap(({ breakdown }) => breakdown.rows.map(({ label }) => label))),
  ];
  const fact = (
    { period, asOf, sources }: Fact,
    { id, label, formula }: Pick<Fact, 'id' | 'label' | 'formula'>,
    share: number | null,
    n: number,
  ): Fact => {
    const passport = { id, label, formula, unit: 'ratio' as const, period, asOf, sources };
    return share === null
      ? { ...passport, n: 0, status: 'unavailable', value: null, reason: derived.partHidden }
      : { ...passport, n, status: 'ok', value: share };
  };
  const formulaOf = (part: string, base: string): string =>
    filled(derived.partFormula, { part, base });
  return {
    parts,
    base: first.breakdown.base,
    ofAll: parts.map((part, at) => {
      const row = told
        .flatMap(({ breakdown }) => breakdown.rows)
        .find(({ label, shareOfAll }) => label === part && shareOfAll !== null);
      const customers = first.facts.find(({ id }) => id === 'shareOfCustomers')?.n ?? first.head.n;
      return fact(
        first.head,
        {
          id: `${breakdownId}${at}OfAll`,
          label: filled(derived.ofAll, { label: part }),
          formula: filled(derived.ofAllFormula, { formula: formulaOf(part, first.breakdown.base) }),
        },
        row?.shareOfAll ?? null,
        customers,
      );
    }),
    rows: told.map(({ id, head, breakdown }) => ({
      id,
      cells: parts.map((part, at) => {
        const row = breakdown.rows.find(({ label }) => label === part);
        if (row === undefined) return null;
        const formula = formulaOf(part, breakdown.base);
        return fact(head, { id: `${breakdownId}${at}`, label: part, formula }, row.share, row.n);
      }),
    })),
  };
}
