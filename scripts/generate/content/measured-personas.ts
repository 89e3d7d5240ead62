import { distinguishingFacts } from '#core/personas/distinguishing-facts.ts';
import {
  largestPart,
  personaBreakdowns,
  type BreakdownHead,
} from '#core/personas/persona-breakdowns.ts';
import { personaFacts, type FactPassport } from '#core/personas/persona-facts.ts';
import { suppressSmallCells } from '#core/personas/suppress-small-cells.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Breakdown, Persona } from '#core/schemas/persona.ts';
import type { GenerateContext } from '../generate-context.ts';
import { readMissingFacts } from '../warehouse/features/missing-facts.ts';
import { readPersonaSplit, type SplitId } from '../warehouse/features/persona-splits.ts';
import { readPersonaTotals } from '../warehouse/features/persona-totals.ts';
import { writtenFact } from './written-money.ts';

/** What was measured about one Portrait. */
export type MeasuredPersona = Pick<
  Persona,
  'facts' | 'breakdowns' | 'distinguishing' | 'customers'
>;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
].map((label, index) => ({ name: String(index + 1), label }));

const SPLITS: Record<SplitId, BreakdownHead> = {
  categories: {
    id: 'categories',
    label: 'Categories',
    base: 'paid for products with a known category',
  },
  brands: { id: 'brands', label: 'Brands', base: 'paid for products with a known brand' },
  channels: { id: 'channels', label: 'Channels', base: 'orders with a known channel' },
  months: { id: 'months', label: 'Months of the year', base: 'orders', parts: MONTHS },
};

/** Stands for all customers with a purchase where a Portrait's id stands otherwise. */
const ALL = '';

/**
 * Facts and breakdowns of the given Portraits, by the assignment that lies in the engine. A Portrait without customers
 * or with fewer than the privacy floor has everything suppressed, and with it the next smallest: the total would give
 * the single one away.
 */
export async function measurePersonas(
  context: GenerateContext,
  ids: readonly string[],
): Promise<Map<string, MeasuredPersona>> {
  const { engine, config } = context;
  const { floor } = config.privacy;
  const totals = await readPersonaTotals(engine);
  const all = totals.get(null);
  if (!all) return new Map();
  const missing = await readMissingFacts(engine);
  const passport = passportOf(context);
  const hidden = hiddenPersonas(ids, (id) => totals.get(id)?.customers ?? 0, floor);

  const breakdowns = new Map<string, Breakdown[]>(ids.map((id) => [id, []]));
  const allBreakdowns: Breakdown[] = [];
  for (const [split, head] of Object.entries(SPLITS) as [SplitId, BreakdownHead][]) {
    const cells = await readPersonaSplit(engine, split);
    if (cells.length === 0) continue;
    const found = personaBreakdowns(head, cells, ids, hidden, floor);
    for (const [id, breakdown] of found) breakdowns.get(id)?.push(breakdown);
    const everybody = cells
      .filter(({ persona }) => persona === null)
      .map((cell) => ({ ...cell, persona: ALL }));
    const [ofAll] = personaBreakdowns(
      head,
      [...cells.filter(({ persona }) => persona === null), ...everybody],
      [ALL],
      new Set(),
      floor,
    ).values();
    if (ofAll) allBreakdowns.push(ofAll);
  }

  const factsOf = (id: string | null): Fact[] => {
    const own = id === null ? allBreakdowns : (breakdowns.get(id) ?? []);
    const top = (split: SplitId) => largestPart(own.find((breakdown) => breakdown.id === split));
    const category = top('categories');
    const brand = top('brands');
    const channel = top('channels');
    return personaFacts({
      totals: totals.get(id) ?? all,
      all,
      hidden: id === null ? all.customers < floor : hidden.has(id),
      missing,
      top: {
        ...(category && { category }),
        ...(brand && { brand }),
        ...(channel && { channel }),
      },
      floor,
      passport,
    });
  };
  const averages = factsOf(null);
  return new Map(
    ids.map((id) => {
      const facts = factsOf(id);
      const written = facts.map((fact) => writtenFact(fact, config.currency));
      const measured: MeasuredPersona = {
        facts: written,
        breakdowns: breakdowns.get(id) ?? [],
        distinguishing: distinguishingFacts(facts, averages),
        // The size of a hidden Portrait stays hidden; its fact "customers" says why.
        customers: hidden.has(id) ? 0 : (totals.get(id)?.customers ?? 0),
      };
      return [id, measured];
    }),
  );
}

/** Period, day and exports of everything that is computed from purchases of identified customers. */
export function passportOf({ period, asOf, sources }: GenerateContext): FactPassport {
  const exports = ['known_orders', 'products', 'known_returns'].flatMap(
    (table) => sources[table] ?? [],
  );
  return {
    period: period ?? { from: asOf, to: asOf },
    asOf,
    sources: [...new Set(exports)].sort(),
  };
}

function hiddenPersonas(
  ids: readonly string[],
  customers: (id: string) => number,
  floor: number,
): Set<string> {
  const [hidden = []] = suppressSmallCells([ids.map(customers)], floor);
  return new Set(ids.filter((id, index) => hidden[index] || customers(id) === 0));
}
