import type { Fact, Interval, Unit } from '#core/schemas/fact.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import { kaplanMeierAt } from '#core/statistics/kaplan-meier-at.ts';
import { medianInterval, type ValueCount } from '#core/statistics/median-interval.ts';
import { ratioOfSumsInterval, type PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';
import { ratioToWhole } from '#core/statistics/ratio-to-whole.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import { PERSONA_FACTS, type PersonaFactId } from './fact-definitions.ts';
import type { DistinctPart } from './distinct-part.ts';
import type { LargestPart } from './persona-breakdowns.ts';
import { RATIO_FACTS, type PersonaTotals, type RatioFact } from './persona-totals.ts';

/** What every fact's passport says alike. */
export interface FactPassport {
  period: Period;
  asOf: string;
  sources: string[];
}

/** Splits whose largest part is told by a fact of its own. */
export type TopPart =
  'category' | 'brand' | 'channel' | 'weekday' | 'returnReason' | 'firstChannel' | 'firstCode';

/** Splits whose part that sets a Portrait apart is told by facts of its own. */
export type SetApart = 'category' | 'brand' | 'channel' | 'returnReason' | 'firstChannel';

export interface PersonaFactsInput {
  totals: PersonaTotals;
  all: PersonaTotals;
  /** True: too few people, or the one whose size would give those away. */
  hidden: boolean;
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

function measured(
  id: PersonaFactId,
  { totals, all, top, distinct = {} }: PersonaFactsInput,
): Measured {
  if (isRatioFact(id)) return ratio(id, totals);
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
    case 'topCategory':
    case 'topBrand':
    case 'mainChannel':
    case 'topWeekday':
    case 'topReturnReason':
    case 'firstChannel':
    case 'firstCode': {
      const part = top[TOP_PARTS[id]];
      return part ? { n: part.n, value: part.label } : NO_PART;
    }
    case 'topCategoryShare':
    case 'topBrandShare':
    case 'mainChannelShare':
    case 'topWeekdayShare':
    case 'topReturnReasonShare':
    case 'firstChannelShare':
    case 'firstCodeShare': {
      const part = top[TOP_PARTS[id]];
      return part ? partShare(part) : NO_PART;
    }
    case 'distinctCategory':
    case 'distinctBrand':
    case 'distinctChannel':
    case 'distinctReturnReason':
    case 'distinctFirstChannel': {
      const part = distinct[DISTINCT_PARTS[id]];
      return part ? { n: part.n, value: part.label } : AS_EVERYBODY;
    }
    case 'distinctCategoryShare':
    case 'distinctBrandShare':
    case 'distinctChannelShare':
    case 'distinctReturnReasonShare':
    case 'distinctFirstChannelShare': {
      const part = distinct[DISTINCT_PARTS[id]];
      return part ? partShare(part) : AS_EVERYBODY;
    }
    case 'distinctCategoryTimes':
    case 'distinctBrandTimes':
    case 'distinctChannelTimes':
    case 'distinctReturnReasonTimes':
    case 'distinctFirstChannelTimes': {
      const part = distinct[DISTINCT_PARTS[id]];
      return part
        ? { n: part.n, value: part.times.times, interval: part.times.interval }
        : AS_EVERYBODY;
    }
  }
}

const TOP_PARTS = {
  topCategory: 'category',
  topCategoryShare: 'category',
  topBrand: 'brand',
  topBrandShare: 'brand',
  mainChannel: 'channel',
  mainChannelShare: 'channel',
  topWeekday: 'weekday',
  topWeekdayShare: 'weekday',
  topReturnReason: 'returnReason',
  topReturnReasonShare: 'returnReason',
  firstChannel: 'firstChannel',
  firstChannelShare: 'firstChannel',
  firstCode: 'firstCode',
  firstCodeShare: 'firstCode',
} as const satisfies Partial<Record<PersonaFactId, TopPart>>;

const DISTINCT_PARTS = {
  distinctCategory: 'category',
  distinctCategoryShare: 'category',
  distinctCategoryTimes: 'category',
  distinctBrand: 'brand',
  distinctBrandShare: 'brand',
  distinctBrandTimes: 'brand',
  distinctChannel: 'channel',
  distinctChannelShare: 'channel',
  distinctChannelTimes: 'channel',
  distinctReturnReason: 'returnReason',
  distinctReturnReasonShare: 'returnReason',
  distinctReturnReasonTimes: 'returnReason',
  distinctFirstChannel: 'firstChannel',
  distinctFirstChannelShare: 'firstChannel',
  distinctFirstChannelTimes: 'firstChannel',
} as const satisfies Partial<Record<PersonaFactId, SetApart>>;

const AS_EVERYBODY: Measured = {
  n: 0,
  value: null,
  reason: 'No part is larger than among all customers by a quarter and beyond chance',
};

const NO_PART: Measured = { n: 0, value: null, reason: 'No part is large enough to be shown' };

function ratio(id: RatioFact, totals: PersonaTotals): Measured {
  const { numerator, denominator, sums, scale, people } = totals.ratios[id];
  const n = observations(id, totals);
  if (denominator <= 0) return { n, value: null, reason: 'There is nothing to divide by' };
  const value = numerator / denominator;
  const unit = PERSONA_FACTS.find((definition) => definition.id === id)?.unit;
  return { n, people, value, interval: ratioInterval(value, sums, { scale, unit, people }) };
}

/** What was counted below the line: orders, pieces or people. */
function observations(id: RatioFact, { orders, items, ratios }: PersonaTotals): number {
  switch (id) {
    case 'unitPrice':
    case 'returnRate':
      return Math.round(items);
    case 'exchangeShare':
      return Math.round(ratios.exchangeShare.denominator / 100);
    case 'repeatDiscountShare':
      return ratios.repeatDiscountShare.denominator;
    case 'categoriesBought':
      return ratios.categoriesBought.people;
    default:
      return orders;
  }
}

function ratioInterval(
  value: number,
  sums: PairedSums,
  { scale, unit, people }: { scale: number; unit: Unit | undefined; people: number },
): Interval | null {
  const interval = ratioOfSumsInterval(sums);
  if (interval) {
    const high = interval.high * scale;
    const low = Math.max(0, interval.low * scale);
    return { ...interval, low, high: unit === 'ratio' ? Math.min(1, high) : high };
  }
  // Too few or too uneven for the ratio estimator. Orders of one customer hang together: each customer counts once.
  if (unit !== 'ratio' || value < 0 || value > 1 || people <= 0) return null;
  const wilson = wilsonInterval(Math.round(value * people), people);
  return {
    ...wilson,
    low: Math.min(wilson.low, value),
    high: Math.max(wilson.high, value),
    method: 'Wilson score, one observation a customer',
  };
}

/** What these paid is a sum over all customers, of whom only these count above the line. */
function shareOfRevenue(totals: PersonaTotals, all: PersonaTotals): Measured {
  const n = totals.customers;
  if (all.paid <= 0) return { n, value: null, reason: 'No revenue in the period' };
  const sums: PairedSums = {
    n: all.customers,
    sumX: all.paid,
    sumY: totals.paid,
    sumXX: all.paidSquares,
    sumYY: totals.paidSquares,
    sumXY: totals.paidSquares,
  };
  const value = totals.paid / all.paid;
  const interval = ratioOfSumsInterval(sums);
  return {
    n,
    value,
    interval: interval && {
      ...interval,
      low: Math.max(0, interval.low),
      high: Math.min(1, interval.high),
    },
  };
}

function timesAverage(id: RatioFact, totals: PersonaTotals, all: PersonaTotals): Measured {
  const compared = ratioToWhole(totals.ratios[id].sums, all.ratios[id].sums);
  const n = observations(id, totals);
  const { people } = totals.ratios[id];
  return compared
    ? { n, people, value: compared.times, interval: compared.interval }
    : { n, value: null, reason: 'There is nothing to compare with' };
}

function secondPurchase({ days, customers }: PersonaTotals, withinDays: number): Measured {
  const estimate = kaplanMeierAt(days.followUps, withinDays);
  return estimate
    ? { n: customers, value: estimate.eventShare, interval: estimate.interval }
    : {
        n: customers,
        value: null,
        reason: `Nobody without a second purchase was watched for ${withinDays} days`,
      };
}

function median(counts: readonly ValueCount[], nobody: string): Measured {
  const found = medianInterval(counts);
  return found
    ? { n: found.n, people: found.n, value: found.value, interval: found.interval }
    : { n: 0, value: null, reason: nobody };
}

function share(people: number, of: number, nobody: string): Measured {
  if (of <= 0) return { n: 0, value: null, reason: nobody };
  return { n: of, value: people / of, interval: wilsonInterval(people, of) };
}

function partShare({ n, share: value, sums }: LargestPart): Measured {
  return {
    n,
    value,
    interval: sums ? ratioInterval(value, sums, { scale: 1, unit: 'ratio', people: sums.n }) : null,
  };
}

function isRatioFact(id: PersonaFactId): id is RatioFact {
  return (RATIO_FACTS as readonly string[]).includes(id);
}

function tooFew(floor: number): string {
  return `Fewer than ${floor} people, or so few that the rest would give them away`;
}
