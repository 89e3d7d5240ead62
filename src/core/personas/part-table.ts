import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';
import { partShare } from './part-share.ts';

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
 * breakdown as they were published, with the period and sources of its facts (`partShare`).
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
      return partShare(
        first.head,
        {
          id: `${breakdownId}${at}OfAll`,
          label: filled(derived.ofAll, { label: part }),
          formula: filled(derived.ofAllFormula, { formula: formulaOf(part, first.breakdown.base) }),
          share: row?.shareOfAll ?? null,
          n: customers,
        },
        formats,
      );
    }),
    rows: told.map(({ id, head, breakdown }) => ({
      id,
      cells: parts.map((part, at) => {
        const row = breakdown.rows.find(({ label }) => label === part);
        if (row === undefined) return null;
        const formula = formulaOf(part, breakdown.base);
        const { share, n, interval } = row;
        return partShare(
          head,
          { id: `${breakdownId}${at}`, label: part, formula, share, n, interval },
          formats,
        );
      }),
    })),
  };
}
