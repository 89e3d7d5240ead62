import type { Fact, Interval } from '#core/schemas/fact.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import { ratioOfSumsInterval } from '#core/statistics/ratio-of-sums-interval.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import { PERSONA_FACTS, type PersonaFactId } from './fact-definitions.ts';
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
  /** Facts that the exports cannot give, with the reason. */
  missing: Partial<Record<PersonaFactId, string>>;
  /** Largest category, brand and channel among the parts that may be shown; absent: none is known. */
  top: Partial<
    Record<'category' | 'brand' | 'channel', { label: string; share: number; n: number }>
  >;
  floor: number;
  passport: FactPassport;
}

/**
 * Facts of one Portrait – the numbers that its page, its story and its claims use. Definition: each as its `formula`
 * says; intervals are Wilson's for shares of customers and the ratio estimator's for sums over customers. Source: the
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
  if (found.people !== undefined && found.people < input.floor) {
    return { ...head, n: 0, status: 'suppressed', value: null, reason: tooFew(input.floor) };
  }
  if (found.value === null) {
    return { ...head, n: found.n, status: 'unavailable', value: null, reason: found.reason };
  }
  return {
    ...head,
    n: found.n,
    status: 'ok',
    value: found.value,
    ...(found.interval ? { interval: found.interval } : {}),
  };
}

/** `people`: those behind the value, where they are fewer than the Portrait's customers. */
type Measured =
  | { n: number; people?: number; value: number | string; interval?: Interval | null }
  | { n: number; people?: number; value: null; reason: string };

function measured(id: PersonaFactId, { totals, all, top }: PersonaFactsInput): Measured {
  if (isRatioFact(id)) return ratio(id, totals);
  const { customers } = totals;
  switch (id) {
    case 'customers':
      return { n: customers, value: customers };
    case 'shareOfCustomers':
      return share(customers, all.customers);
    case 'shareOfRevenue':
      return all.paid > 0
        ? { n: customers, value: totals.paid / all.paid }
        : { n: customers, value: null, reason: 'No revenue in the period' };
    case 'repeatShare':
      return share(totals.repeatCustomers, customers);
    case 'recencyDays':
      return { n: customers, value: totals.recencyDays };
    case 'daysBetweenOrders':
      return totals.daysBetweenOrders === null
        ? { n: 0, value: null, reason: 'Nobody bought on a second day' }
        : {
            n: totals.repeatCustomers,
            people: totals.repeatCustomers,
            value: totals.daysBetweenOrders,
          };
    case 'categoriesBought':
      return totals.categoryCustomers > 0
        ? {
            n: totals.categoryCustomers,
            people: totals.categoryCustomers,
            value: totals.categories / totals.categoryCustomers,
          }
        : { n: 0, value: null, reason: 'No purchase has a known category' };
    case 'topCategory':
    case 'topCategoryShare':
      return part(top.category, id === 'topCategory');
    case 'topBrand':
    case 'topBrandShare':
      return part(top.brand, id === 'topBrand');
    case 'mainChannel':
    case 'mainChannelShare':
      return part(top.channel, id === 'mainChannel');
  }
}

function ratio(id: RatioFact, totals: PersonaTotals): Measured {
  const { numerator, denominator, sums, scale } = totals.ratios[id];
  const n = id === 'unitPrice' || id === 'returnRate' ? Math.round(totals.items) : totals.orders;
  if (denominator <= 0) return { n, value: null, reason: 'There is nothing to divide by' };
  const value = numerator / denominator;
  const unit = PERSONA_FACTS.find((definition) => definition.id === id)?.unit;
  const interval = ratioOfSumsInterval(sums);
  if (interval) {
    const high = interval.high * scale;
    const low = Math.max(0, interval.low * scale);
    return {
      n,
      value,
      interval: { ...interval, low, high: unit === 'ratio' ? Math.min(1, high) : high },
    };
  }
  // Too few or too uneven for the ratio estimator. Orders of one customer hang together: each customer counts once.
  if (unit !== 'ratio' || value < 0 || value > 1) return { n, value };
  const wilson = wilsonInterval(Math.round(value * totals.customers), totals.customers);
  return { n, value, interval: { ...wilson, method: 'Wilson score, one observation a customer' } };
}

function share(people: number, of: number): Measured {
  if (of <= 0) return { n: 0, value: null, reason: 'There are no customers' };
  return { n: of, value: people / of, interval: wilsonInterval(people, of) };
}

function part(
  top: { label: string; share: number; n: number } | undefined,
  asText: boolean,
): Measured {
  if (!top) return { n: 0, value: null, reason: 'No part is large enough to be shown' };
  return { n: top.n, value: asText ? top.label : top.share };
}

function isRatioFact(id: PersonaFactId): id is RatioFact {
  return (RATIO_FACTS as readonly string[]).includes(id);
}

function tooFew(floor: number): string {
  return `Fewer than ${floor} people, or so few that the rest would give them away`;
}
