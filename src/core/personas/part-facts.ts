import type { DistinctPart } from './distinct-part.ts';
import type { PersonaFactId } from './fact-definitions.ts';
import { ratioInterval, type Measured } from './measured-facts.ts';
import type { LargestPart } from './persona-breakdowns.ts';

/** Splits whose largest part is told by a fact of its own. */
export type TopPart =
  | 'category'
  | 'brand'
  | 'channel'
  | 'month'
  | 'weekday'
  | 'returnReason'
  | 'firstChannel'
  | 'firstCode';

/** Splits whose part that sets a Portrait apart is told by facts of its own. */
export type SetApart = 'category' | 'brand' | 'channel' | 'returnReason' | 'firstChannel';

/** Facts about the largest part of a split. */
const TOP_PARTS = {
  topCategory: 'category',
  topCategoryShare: 'category',
  topBrand: 'brand',
  topBrandShare: 'brand',
  mainChannel: 'channel',
  mainChannelShare: 'channel',
  topMonth: 'month',
  topMonthShare: 'month',
  topWeekday: 'weekday',
  topWeekdayShare: 'weekday',
  topReturnReason: 'returnReason',
  topReturnReasonShare: 'returnReason',
  firstChannel: 'firstChannel',
  firstChannelShare: 'firstChannel',
  firstCode: 'firstCode',
  firstCodeShare: 'firstCode',
} as const satisfies Partial<Record<PersonaFactId, TopPart>>;

/** Facts about the part that sets a Portrait apart. */
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
  reason:
    'No part that can be compared is larger than among all customers by a quarter and beyond chance',
};

const NO_PART: Measured = {
  n: 0,
  value: null,
  reason: 'None that can be shown is clearly the largest',
};

type TopFact = keyof typeof TOP_PARTS;
type DistinctFact = keyof typeof DISTINCT_PARTS;

/**
 * True for the facts that one part of a split tells.
 * @example isPartFact('topBrand') // => true
 */
export function isPartFact(id: PersonaFactId): id is TopFact | DistinctFact {
  return id in TOP_PARTS || id in DISTINCT_PARTS;
}

/**
 * The part's name, its share, or its share against all customers, as the fact's id ends.
 * @example partFact('topBrand', {}, {}) // => { n: 0, value: null, reason: 'None that can be shown is clearly the largest' }
 */
export function partFact(
  id: TopFact | DistinctFact,
  top: Partial<Record<TopPart, LargestPart>>,
  distinct: Partial<Record<SetApart, DistinctPart>>,
): Measured {
  if (isTopFact(id)) {
    const part = top[TOP_PARTS[id]];
    if (!part) return NO_PART;
    return id.endsWith('Share') ? partShare(part) : { n: part.n, value: part.label };
  }
  const part = distinct[DISTINCT_PARTS[id]];
  if (!part) return AS_EVERYBODY;
  if (id.endsWith('Share')) return partShare(part);
  return id.endsWith('Times')
    ? { n: part.n, value: part.times.times, interval: part.times.interval }
    : { n: part.n, value: part.label };
}

function isTopFact(id: TopFact | DistinctFact): id is TopFact {
  return id in TOP_PARTS;
}

function partShare({ n, share: value, sums }: LargestPart): Measured {
  return {
    n,
    value,
    interval: sums ? ratioInterval(sums, { scale: 1, unit: 'ratio' }) : null,
  };
}
