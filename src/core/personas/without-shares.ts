import type { Fact } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';

/**
 * Sizes, and averages of all the Portrait's customers that tell nothing of how many orders they placed: each order more than there
 * are customers is of one who came back.
 */
const OF_ALL_CUSTOMERS = [
  'customers',
  'shareOfCustomers',
  'shareOfRevenue',
  'unitPrice',
  'unitPriceTimes',
  'recencyDays',
];

const REASON =
  'Withheld: the rules of privacy have become stricter since this was written, and who is behind it cannot be counted any more';

/**
 * A Portrait without anything that stands for a part of its customers – for figures of before a rule, of which nobody can
 * say any more how many people are behind a share. Definition: only its size and averages of all its customers that tell no number of orders stay, with
 * these as their number, if they are as many as the floor; all else is suppressed, and splits and answers hold nothing.
 * Source: docs/privacy.md, "Shares of a few". Without figures: none.
 *
 * @example
 * withoutShares(
 *   { customers: 4, facts: [], breakdowns: [], distinguishing: [{ fact: 'giftShare', timesAverage: 2 }] },
 *   10,
 * ) // => { customers: 0, facts: [], breakdowns: [], distinguishing: [] }
 */
export function withoutShares(persona: Persona, floor: number): Persona {
  const customers = persona.customers < floor ? 0 : persona.customers;
  const stays = (id: string): boolean => customers > 0 && OF_ALL_CUSTOMERS.includes(id);
  const left: Persona = {
    ...persona,
    customers,
    facts: persona.facts.map((fact) =>
      stays(fact.id) ? { ...fact, n: customers, counted: 'customers' } : withheld(fact),
    ),
    breakdowns: persona.breakdowns.map(({ id, label, base, rows }) => ({
      ...{ id, label, base },
      rows: rows.map((row) => ({ ...row, share: null, n: 0 })),
    })),
    distinguishing: persona.distinguishing.filter(({ fact }) => stays(fact)),
  };
  delete left.appended;
  delete left.averages;
  return left;
}

function withheld(fact: Fact): Fact {
  if (fact.status !== 'ok' && fact.status !== 'stale') return fact;
  const { id, label, unit, period, asOf, sources, formula, counted } = fact;
  return {
    ...{ id, label, unit, period, asOf, sources, formula, ...(counted && { counted }), n: 0 },
    ...{ status: 'suppressed', value: null, reason: REASON },
  };
}
