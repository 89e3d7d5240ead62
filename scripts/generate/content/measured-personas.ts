import { distinguishingFacts, timesAverages } from '#core/personas/distinguishing-facts.ts';
import { PERSONA_FACTS, type PersonaFactId } from '#core/personas/fact-definitions.ts';
import { hiddenPersonas } from '#core/personas/hidden-personas.ts';
import { overstatedHabits } from '#core/personas/overstated-habits.ts';
import { personaFacts, type FactPassport } from '#core/personas/persona-facts.ts';
import { sharesOfHiddenParts } from '#core/personas/shares-of-hidden-parts.ts';
import { toldOrders } from '#core/personas/told-orders.ts';
import { withToldOrders } from '#core/personas/with-told-orders.ts';
import { withheldShares } from '#core/personas/withheld-shares.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { GenerateContext } from '../generate-context.ts';
import { readMissingFacts } from '../warehouse/features/missing-facts.ts';
import { readPersonaTotals } from '../warehouse/features/persona-totals.ts';
import { ALL, measureSplits } from './measured-splits.ts';
import { writtenFact, writtenMoney } from './written-money.ts';

const OVERSTATED =
  'A few large customers or orders decide the average of all: beside it these would look more special than beside most';

/** What was measured about one Portrait. */
export type MeasuredPersona = Pick<
  Persona,
  'facts' | 'breakdowns' | 'distinguishing' | 'averages' | 'customers'
>;

/**
 * Facts and breakdowns of the given Portraits, by the assignment that lies in the engine. A Portrait without customers
 * or with fewer than the privacy floor has everything suppressed, and with it the next smallest: the total would give
 * the single one away.
 *
 * @param isAllTold other Portraits tell figures of all customers
 */
export async function measurePersonas(
  context: GenerateContext,
  ids: readonly string[],
  isAllTold = true,
): Promise<Map<string, MeasuredPersona>> {
  const { engine, config } = context;
  const { floor } = config.privacy;
  const totals = await readPersonaTotals(engine);
  const all = totals.get(null);
  if (!all) return new Map();
  const missing = await readMissingFacts(engine);
  const passport = passportOf(context);
  const customers = (id: string): number => totals.get(id)?.customers ?? 0;
  const hidden = hiddenPersonas(ids, customers, floor);

  const { breakdowns, tops, apart } = await measureSplits(engine, {
    ...{ ids, customers, hidden, floor, core: config.coreCustomer?.persona },
    period: passport.period,
    isOnlyTable: isOnlyTable(config, ids),
  });
  const present = ids.filter((id) => totals.has(id));
  const shares = withheldShares(
    present.map((id) => ({
      totals: totals.get(id) ?? all,
      hidden: hidden.has(id),
      alsoWithheld: sharesOfHiddenParts(breakdowns.get(id) ?? []),
    })),
    all,
    floor,
    isAllTold,
  );
  const withheldOf = (id: string | null): ReadonlySet<PersonaFactId> =>
    (id === null ? shares.ofAll : shares.ofPersonas[present.indexOf(id)]) ?? new Set();
  const orders = toldOrders(
    present.map((id) => ({
      ...(totals.get(id) ?? all),
      isWithheld: withheldOf(id).has('repeatShare'),
    })),
    floor,
  );
  const overstated = overstatedHabits(
    present.map((id) => totals.get(id) ?? all),
    all,
  );
  const overstatedOf = (id: string | null): readonly string[] =>
    id === null ? [] : [...(overstated[present.indexOf(id)] ?? [])];
  const factsOf = (id: string | null): Fact[] =>
    personaFacts({
      totals: (id === null ? all : totals.get(id)) ?? all,
      withheld: withheldOf(id),
      all,
      hidden: id === null ? all.customers < floor : hidden.has(id),
      missing: {
        ...Object.fromEntries(overstatedOf(id).map((habit) => [`${habit}Times`, OVERSTATED])),
        ...missing,
      },
      top: tops.get(id ?? ALL) ?? {},
      distinct: apart.get(id ?? ALL) ?? {},
      floor,
      passport,
    });
  const averages = factsOf(null);
  return new Map(
    ids.map((id) => {
      const facts = factsOf(id);
      const own = totals.get(id);
      const figures = {
        facts,
        breakdowns: breakdowns.get(id) ?? [],
        distinguishing: distinguishingFacts(
          facts.filter((fact) => !overstatedOf(id).includes(fact.id)),
          averages,
          own && timesAverages(own, all),
        ),
      };
      const at = present.indexOf(id);
      const told =
        own && withheldOf(id).has('repeatShare')
          ? withToldOrders(figures, { orders: own.orders, told: orders[at] ?? own.orders, floor })
          : figures;
      const measured: MeasuredPersona = {
        facts: told.facts.map((fact) => writtenFact(fact, config.currency)),
        breakdowns: told.breakdowns,
        distinguishing: writtenAverages(told.distinguishing, config.currency),
        // The size of a hidden Portrait stays hidden; its fact "customers" says why.
        customers: hidden.has(id) ? 0 : (own?.customers ?? 0),
      };
      return [id, measured];
    }),
  );
}

/** Whether no other table of the same customers is told: a core customer by rule, or written by hand, has one. */
function isOnlyTable({ coreCustomer }: PortalConfig, ids: readonly string[]): boolean {
  if (coreCustomer === undefined) return true;
  return coreCustomer.rule === undefined && ids.includes(coreCustomer.persona);
}

/** Averages of money as money is written. */
function writtenAverages(
  distinguishing: Persona['distinguishing'],
  currency: string,
): Persona['distinguishing'] {
  return distinguishing.map((entry) => {
    const isMoney = PERSONA_FACTS.find(({ id }) => id === entry.fact)?.unit === 'money';
    return isMoney && entry.average !== undefined
      ? { ...entry, average: writtenMoney(entry.average, currency) }
      : entry;
  });
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
