import { startingSentence } from '#core/language/first-letter.ts';
import { UnitSchema, type Fact, type Unit } from '#core/schemas/fact.ts';
import { entrySlug } from './entry-slug.ts';
import { PERSONA_FACTS } from './fact-definitions.ts';
import type { FactPassport } from './persona-facts.ts';

/** One row of a persona_statistics export. */
export interface PersonaStatistic {
  source: string;
  trait: string;
  value: number;
  unit: string;
  /** Null when the tool does not say. */
  n: number | null;
}

/** What other tools call our units, and what their value is multiplied by. */
const FOREIGN_UNITS: Record<string, { unit: Unit; factor: number }> = {
  '%': { unit: 'ratio', factor: 0.01 },
  percent: { unit: 'ratio', factor: 0.01 },
  share: { unit: 'ratio', factor: 1 },
  'per year': { unit: 'perYear', factor: 1 },
  'a year': { unit: 'perYear', factor: 1 },
  currency: { unit: 'money', factor: 1 },
  day: { unit: 'days', factor: 1 },
  x: { unit: 'times', factor: 1 },
  people: { unit: 'count', factor: 1 },
  customers: { unit: 'count', factor: 1 },
};

/**
 * Facts from a table of persona statistics – a ready-made segment table is as welcome as orders. Definition: each
 * trait becomes a fact with the tool as its source and without a time, of which the table says nothing; a trait that is called like one of ours gets that id and label.
 * Groups under the floor are suppressed, and shares that fewer are in, or not in; a trait that is given twice with different values is unavailable.
 * Source: docs/exports.md, persona_statistics. No rows: no facts.
 *
 * @param currency the portal's, as tools may name it for their unit
 * @example statisticFacts([], { floor: 10, currency: 'EUR', passport: { period: { from: '2026-01-01', to: '2026-01-31' }, asOf: '2026-01-31', sources: [] } }) // => []
 */
export function statisticFacts(
  statistics: readonly PersonaStatistic[],
  options: { floor: number; currency: string; passport: FactPassport },
): Fact[] {
  const byId = new Map<string, PersonaStatistic[]>();
  for (const statistic of statistics) {
    const id = factId(statistic.trait);
    byId.set(id, [...(byId.get(id) ?? []), statistic]);
  }
  const customers = statisticCustomers(statistics);
  const tooSmall = customers !== null && customers < options.floor;
  return [...byId]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, rows]) => statisticFact(id, rows, tooSmall, options));
}

/**
 * How many customers the tool says the Portrait has: its trait `customers`; null when it does not say.
 *
 * @example statisticCustomers([]) // => null
 */
export function statisticCustomers(statistics: readonly PersonaStatistic[]): number | null {
  const row = statistics.find(({ trait }) => factId(trait) === 'customers');
  return row === undefined || row.value < 0 ? null : Math.round(row.value);
}

function statisticFact(
  id: string,
  rows: PersonaStatistic[],
  tooSmall: boolean,
  { floor, currency, passport }: { floor: number; currency: string; passport: FactPassport },
): Fact {
  const [row] = rows;
  if (!row) throw new RangeError(`No statistic for "${id}"`);
  const { unit, factor } = unitOf(row.unit, currency);
  const own = PERSONA_FACTS.find((definition) => definition.id === id);
  const sources = [...new Set(rows.map(({ source }) => source))].sort();
  const head = {
    ...passport,
    // A row says nothing of its time, and that of the orders beside it is another.
    timeUnknown: true as const,
    id,
    unit,
    sources,
    label: own?.label ?? (row.trait.trim() || id),
    formula: `As computed by ${sources.join(', ')}`,
  };
  const n = row.n ?? 0;
  const value = row.value * factor;
  if (tooSmall || (row.n !== null && (row.n < floor || isOfFew(value, unit, row.n, floor)))) {
    const reason = `Fewer than ${floor} people`;
    return { ...head, n: 0, status: 'suppressed', value: null, reason };
  }
  if (rows.some(({ value }) => value !== row.value)) {
    const reason = `Given ${rows.length} times with different values`;
    return { ...head, n, status: 'unavailable', value: null, reason };
  }
  return { ...head, n, status: 'ok', value };
}

/** A share that fewer than the floor are in, or not in. */
function isOfFew(share: number, unit: Unit, n: number, floor: number): boolean {
  const parts = [share * n, (1 - share) * n].map(Math.round);
  return unit === 'ratio' && parts.some((people) => people > 0 && people < floor);
}

function unitOf(text: string, currency: string): { unit: Unit; factor: number } {
  const own = UnitSchema.safeParse(text);
  if (own.success && own.data !== 'text') return { unit: own.data, factor: 1 };
  const folded = text.trim().toLowerCase();
  if (folded === currency.toLowerCase()) return { unit: 'money', factor: 1 };
  return FOREIGN_UNITS[folded] ?? { unit: 'count', factor: 1 };
}

/** "orders per year" and "ordersPerYear" are the same trait. */
function factId(trait: string): string {
  if (PERSONA_FACTS.some(({ id }) => id === trait)) return trait;
  const words = entrySlug(trait)?.split('-') ?? [];
  const id = words.map((word, index) => (index === 0 ? word : startingSentence(word))).join('');
  return /^[a-z]/.test(id) ? id : `trait${id}`;
}
