import type { Counted, Fact } from '#core/schemas/fact.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import { PERSONA_FACTS, type PersonaFactId } from './fact-definitions.ts';
import type { DistinctPart } from './distinct-part.ts';
import {
  median,
  ratio,
  secondPurchase,
  share,
  shareOfRevenue,
  timesAverage,
  type Measured,
} from './measured-facts.ts';
import { isPartFact, partFact, type SetApart, type TopPart } from './part-facts.ts';
import type { LargestPart } from './persona-breakdowns.ts';
import { RATIO_FACTS, type PersonaTotals, type RatioFact } from './persona-totals.ts';

/** What every fact's passport says alike. */
export interface FactPassport {
  period: Period;
  asOf: string;
  sources: string[];
}

export interface PersonaFactsInput {
  totals: PersonaTotals;
  all: PersonaTotals;
  /** True: too few people, or the one whose size would give those away. */
  hidden: boolean;
  /** Shares that would tell of too few people, here or in another Portrait (`withheldShares`). */
  withheld: ReadonlySet<PersonaFactId>;
  /** Facts that the exports cannot give, with the reason. */
  missing: Partial<Record<PersonaFactId, string>>;
  /** Largest category, brand and channel among the parts that may be shown; absent: none is known. */
  top: Partial<Record<TopPart, LargestPart>>;
  /** Parts that the group has more of than all customers, beyond chance; absent: none. */
  distinct?: Partial<Record<SetApart, DistinctPart>>;
  floor: number;
  passport: FactPassport;
}

/**
 * Facts of one Portrait – the numbers that its page, its story and its claims use. Definition: each as its `formula`
 * says; intervals are Wilson's for shares of customers, of the effective sample size for other shares, and the ratio
 * estimator's for sums over customers. Source: the
 * definitions in docs/features.md. A hidden group has all facts suppressed, a fact that the exports cannot give is
 * unavailable with the reason.
 *
 * @example personaFacts.length // => 1
 */
export function personaFacts(input: PersonaFactsInput): Fact[] {
  return PERSONA_FACTS.map(({ id }) => fact(id, input));
}

function fact(id: PersonaFactId, input: PersonaFactsInput): Fact {
  const definition = PERSONA_FACTS.find((candidate) => candidate.id === id);
  if (!definition) throw new RangeError(`Unknown fact "${id}"`);
  const head = { ...definition, ...input.passport };
  const reason = input.missing[id];
  if (reason !== undefined) return { ...head, n: 0, status: 'unavailable', value: null, reason };
  if (input.hidden)
    return { ...head, n: 0, status: 'suppressed', value: null, reason: tooFew(input.floor) };
  const found = measured(id, input);
  const isFew = found.people !== undefined && found.people < input.floor;
  if (isFew)
    return { ...head, n: 0, status: 'suppressed', value: null, reason: tooFew(input.floor) };
  if (found.value !== null && input.withheld.has(id)) {
    return { ...head, n: 0, status: 'suppressed', value: null, reason: wouldTell(input.floor) };
  }
  if (found.value === null) {
    return { ...head, n: found.n, status: 'unavailable', value: null, reason: found.reason };
  }
  return {
    ...head,
    ...counted(id, found, input),
    status: 'ok',
    value: found.value,
    ...(found.interval ? { interval: found.interval } : {}),
  };
}

/**
 * What stands behind a value. Where nothing is told of how many came back, these are the customers: the number of those
 * who did, or that of all orders, would tell it.
 */
function counted(
  id: PersonaFactId,
  { n, counted = 'customers' }: Measured,
  { totals, withheld }: PersonaFactsInput,
): { n: number; counted: Counted } {
  const isOfReturning = id === 'daysBetweenOrders' || id === 'daysToSecondPurchase';
  return withheld.has('repeatShare') && (isOfReturning || counted === 'orders')
    ? { n: totals.customers, counted: 'customers' }
    : { n, counted };
}

function measured(
  id: PersonaFactId,
  { totals, all, top, distinct = {} }: PersonaFactsInput,
): Measured {
  if (isRatioFact(id)) return ratio(id, totals);
  if (isPartFact(id)) return partFact(id, top, distinct);
  const { customers, days } = totals;
  switch (id) {
    case 'customers':
      return { n: customers, value: customers };
    case 'shareOfCustomers':
      return share(customers, all.customers, 'There are no customers');
    case 'shareOfRevenue':
      return shareOfRevenue(totals, all);
    case 'repeatShare':
      return share(totals.repeatCustomers, customers, 'There are no customers');
    case 'recencyDays':
      return median(days.recency, 'There are no customers');
    case 'daysBetweenOrders':
      return median(days.gap, 'Nobody bought on a second day');
    case 'daysToSecondPurchase':
      return median(days.second, 'Nobody bought on a second day');
    case 'secondPurchaseShare':
      return secondPurchase(totals, 90);
    case 'secondPurchaseYearShare':
      return secondPurchase(totals, 365);
    case 'firstDiscountShare':
      return share(totals.firstDiscountCustomers, customers, 'There are no customers');
    case 'firstGiftShare':
      return share(totals.firstGiftCustomers, customers, 'There are no customers');
    case 'boughtAgainAfterReturn':
      return {
        ...share(totals.returnersBack, totals.returners, 'Nobody sent something back so long ago'),
        ...(totals.returners > 0 && { people: totals.returners }),
      };
    case 'ordersPerYearTimes':
      return timesAverage('ordersPerYear', totals, all);
    case 'averageOrderValueTimes':
      return timesAverage('averageOrderValue', totals, all);
    case 'yearlySpendTimes':
      return timesAverage('yearlySpend', totals, all);
    case 'itemsPerOrderTimes':
      return timesAverage('itemsPerOrder', totals, all);
    case 'unitPriceTimes':
      return timesAverage('unitPrice', totals, all);
    case 'returnRateTimes':
      return timesAverage('returnRate', totals, all);
    case 'discountShareTimes':
      return timesAverage('discountShare', totals, all);
    case 'giftShareTimes':
      return timesAverage('giftShare', totals, all);
    case 'holidayShareTimes':
      return timesAverage('holidayShare', totals, all);
    case 'weekendShareTimes':
      return timesAverage('weekendShare', totals, all);
  }
}

function isRatioFact(id: PersonaFactId): id is RatioFact {
  return (RATIO_FACTS as readonly string[]).includes(id);
}

function tooFew(floor: number): string {
  return `Fewer than ${floor} people, or so few that the rest would give them away`;
}

function wouldTell(floor: number): string {
  return `It would tell of fewer than ${floor} people, here or in another Portrait`;
}
