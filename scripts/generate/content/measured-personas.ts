import { surelyLargest, surelyStrongest } from '#core/format/surely-largest.ts';
import { distinctPart } from '#core/personas/distinct-part.ts';
import { distinguishingFacts, timesAverages } from '#core/personas/distinguishing-facts.ts';
import { PERSONA_FACTS } from '#core/personas/fact-definitions.ts';
import { hiddenPersonas } from '#core/personas/hidden-personas.ts';
import {
  peopleBehind,
  personaBreakdowns,
  type BreakdownHead,
} from '#core/personas/persona-breakdowns.ts';
import {
  personaFacts,
  type FactPassport,
  type PersonaFactsInput,
} from '#core/personas/persona-facts.ts';
import { sharesOfHiddenParts } from '#core/personas/shares-of-hidden-parts.ts';
import { withheldShares } from '#core/personas/withheld-shares.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Breakdown, Persona } from '#core/schemas/persona.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { ratioToWhole } from '#core/statistics/ratio-to-whole.ts';
import { ratioInterval } from '#core/personas/measured-facts.ts';
import type { PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';
import type { GenerateContext } from '../generate-context.ts';
import type { Engine } from '../warehouse/engine.ts';
import { readMissingFacts } from '../warehouse/features/missing-facts.ts';
import {
  readPersonaSplit,
  type PersonaSplit,
  type SplitId,
} from '../warehouse/features/persona-splits.ts';
import { readPersonaTotals } from '../warehouse/features/persona-totals.ts';
import { SPLITS, type MeasuredSplit } from './measured-splits.ts';
import { writtenFact, writtenMoney } from './written-money.ts';

/** What was measured about one Portrait. */
export type MeasuredPersona = Pick<
  Persona,
  'facts' | 'breakdowns' | 'distinguishing' | 'averages' | 'customers'
>;

/** Stands for all customers with a purchase where a Portrait's id stands otherwise. */
const ALL = '';

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
  const factsOf = (id: string | null): Fact[] =>
    personaFacts({
      totals: (id === null ? all : totals.get(id)) ?? all,
      withheld: (id === null ? shares.ofAll : shares.ofPersonas[present.indexOf(id)]) ?? new Set(),
      all,
      hidden: id === null ? all.customers < floor : hidden.has(id),
      missing,
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
      const measured: MeasuredPersona = {
        facts: facts.map((fact) => writtenFact(fact, config.currency)),
        breakdowns: breakdowns.get(id) ?? [],
        distinguishing: writtenAverages(
          distinguishingFacts(facts, averages, own && timesAverages(own, all)),
          config.currency,
        ),
        // The size of a hidden Portrait stays hidden; its fact "customers" says why.
        customers: hidden.has(id) ? 0 : (own?.customers ?? 0),
      };
      return [id, measured];
    }),
  );
}

/** Whom the parts of a split are measured of. */
interface Groups {
  ids: readonly string[];
  customers: (id: string) => number;
  hidden: ReadonlySet<string>;
  floor: number;
  core: string | undefined;
  isOnlyTable: boolean;
}

/** Whether no other table of the same customers is told: a core customer by rule, or written by hand, has one. */
function isOnlyTable({ coreCustomer }: PortalConfig, ids: readonly string[]): boolean {
  if (coreCustomer === undefined) return true;
  return coreCustomer.rule === undefined && ids.includes(coreCustomer.persona);
}

/** What the splits say, by Portrait; under `ALL` the largest parts of all customers. */
interface MeasuredSplits {
  breakdowns: Map<string, Breakdown[]>;
  tops: Map<string, PersonaFactsInput['top']>;
  apart: Map<string, PersonaFactsInput['distinct']>;
}

async function measureSplits(engine: Engine, groups: Groups): Promise<MeasuredSplits> {
  const measured: MeasuredSplits = {
    breakdowns: new Map(groups.ids.map((id) => [id, []])),
    tops: new Map(),
    apart: new Map(),
  };
  for (const [id, split] of Object.entries(SPLITS) as [SplitId, MeasuredSplit][]) {
    const counted = await readPersonaSplit(engine, id);
    if (counted.cells.length > 0) addSplit(measured, split, counted, groups);
  }
  return measured;
}

function addSplit(
  { breakdowns, tops, apart }: MeasuredSplits,
  { head, top, distinct, isOnlyHere = false }: MeasuredSplit,
  counted: PersonaSplit,
  { ids, customers, hidden, floor, core, isOnlyTable }: Groups,
): void {
  const sumsOf = (id: string, label: string): PairedSums | undefined =>
    partSums(id === ALL ? null : id, nameOf(head, label), counted);
  const withSums = <Part extends { label: string }>(id: string, part: Part) => {
    const sums = sumsOf(id, part.label);
    return { ...part, ...(sums && { sums }) };
  };
  const found = personaBreakdowns(head, counted.cells, ids, hidden, floor, {
    ...(core !== undefined && { core }),
    isOfAllToldElsewhere: !isOnlyHere || !isOnlyTable,
  });
  for (const [id, breakdown] of found) {
    const { people = 0 } = counted.wholes.find(({ persona }) => persona === id) ?? {};
    const n = hidden.has(id) ? undefined : peopleBehind(people, customers(id), floor);
    // Without the number of people no interval either: it would tell that number.
    const rows = n
      ? breakdown.rows.map((row) => withInterval(row, sumsOf(id, row.label)))
      : breakdown.rows;
    breakdowns.get(id)?.push({ ...breakdown, rows, ...(n && { n }) });
    const part =
      distinct &&
      distinctPart(breakdown, (label) => {
        const [own, whole] = [sumsOf(id, label), sumsOf(ALL, label)];
        return own && whole ? ratioToWhole(own, whole) : null;
      });
    if (part) apart.set(id, { ...apart.get(id), [distinct]: withSums(id, part) });
  }
  if (!top) return;
  for (const [id, breakdown] of [...found, ...breakdownOfAll(head, counted, floor)]) {
    // Of a calendar one part is always the first, by chance alone.
    const part = head.parts
      ? surelyStrongest(breakdown.rows.map((row) => withInterval(row, sumsOf(id, row.label))))
      : surelyLargest(breakdown.rows);
    if (part) tops.set(id, { ...tops.get(id), [top]: withSums(id, part) });
  }
}

/** A part that is shown, with how sure its share is. */
function withInterval(
  row: Breakdown['rows'][number],
  sums: PairedSums | undefined,
): Breakdown['rows'][number] {
  const interval =
    row.share !== null && sums ? ratioInterval(sums, { scale: 1, unit: 'ratio' }) : null;
  return { ...row, ...(interval && { interval }) };
}

/** The split of all customers, as if they were one Portrait. */
function breakdownOfAll(
  head: BreakdownHead,
  { cells }: PersonaSplit,
  floor: number,
): ReturnType<typeof personaBreakdowns> {
  const ofAll = cells.filter(({ persona }) => persona === null);
  const asOne = ofAll.map((cell) => ({ ...cell, persona: ALL }));
  return personaBreakdowns(head, [...ofAll, ...asOne], [ALL], new Set(), floor);
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

function nameOf({ parts }: BreakdownHead, label: string): string {
  return parts?.find((part) => part.label === label)?.name ?? label;
}

/** What the interval of a part's share is computed from: its amount over that of all parts, one pair a customer. */
function partSums(
  persona: string | null,
  name: string,
  { cells, wholes }: PersonaSplit,
): PairedSums | undefined {
  const cell = cells.find((one) => one.persona === persona && one.name === name);
  const whole = wholes.find((one) => one.persona === persona);
  return (
    cell &&
    whole && {
      n: whole.people,
      sumX: whole.amount,
      sumY: cell.amount,
      sumXX: whole.squares,
      sumYY: cell.squares,
      sumXY: cell.products,
    }
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
