import type { Fact } from '#core/schemas/fact.ts';
import type { Period } from '#core/schemas/identifiers.ts';

/** What was counted of one audience. */
export interface AudienceCounts {
  people: number;
  /** Of them, how many brought any net revenue. */
  payers: number;
  netRevenue: number;
  /** How many were on the last list; null: there was none. */
  onLastList: number | null;
  /** Of the people in it now: on as many lists of the last days as anybody may be. */
  atLimit: number;
}

export interface AudienceFactsInput {
  counts: AudienceCounts;
  /** Why the exports cannot give this audience; null: they can. */
  unavailable: string | null;
  definition: string;
  limit: { lists: number; days: number };
  floor: number;
  asOf: string;
  /** What was looked at: all orders, the months of the revenue, and the days of the limit. */
  periods: { orders: Period; revenue: Period; limit: Period };
  /** The day of the last list. */
  lastList: Period | null;
  sources: { orders: string[]; revenue: string[] };
}

/** Where lists are written down; named as the source of what is counted from it. */
const LOG = 'lists made here';

/**
 * Facts of one audience – its size, what it brought, whom the last list reached and who is not to be written to yet.
 * Definition: each as its `formula` says; counts of one person up to the privacy floor are suppressed, and so is a part
 * that would give a small rest away.
 * Empty case: nobody is 0, not suppressed; without the export that an audience needs all are unavailable.
 * @example audienceFacts.length // => 1
 */
export function audienceFacts(input: AudienceFactsInput): Fact[] {
  const { counts, limit, floor, definition, periods, sources } = input;
  const isSmall = (people: number): boolean => people > 0 && people < floor;
  const reached = counts.onLastList ?? 0;
  return [
    fact(input, {
      id: 'people',
      label: 'People',
      unit: 'count',
      formula: definition,
      value: counts.people,
      n: counts.people,
      isHidden: isSmall(counts.people),
      period: periods.orders,
      sources: sources.orders,
    }),
    fact(input, {
      id: 'netRevenue',
      label: 'Net revenue, 24 months',
      unit: 'money',
      formula:
        'What they paid for products after discounts and without tax, less what they sent back',
      value: counts.netRevenue,
      // Beside the number of people it would tell a few who brought nothing.
      n: isSmall(counts.people - counts.payers) ? counts.people : counts.payers,
      isHidden: isSmall(counts.people) || isSmall(counts.payers),
      period: periods.revenue,
      sources: sources.revenue,
    }),
    fact(input, {
      id: 'onLastList',
      label: 'On the last list',
      unit: 'count',
      formula: 'People on the newest list of this audience, by the log of lists made here',
      value: reached,
      n: reached,
      isHidden: isSmall(reached),
      missing: input.lastList === null ? 'No list was made yet' : null,
      period: input.lastList ?? periods.limit,
      sources: [LOG],
    }),
    fact(input, {
      id: 'atLimit',
      label: 'Not to be written to yet',
      unit: 'count',
      formula: `People of this audience who were on ${limit.lists} lists or more within ${limit.days} days`,
      value: counts.atLimit,
      n: counts.people,
      isHidden:
        isSmall(counts.atLimit) ||
        isSmall(counts.people) ||
        (counts.atLimit > 0 && isSmall(counts.people - counts.atLimit)),
      period: periods.limit,
      sources: [LOG],
    }),
  ];
}

interface Counted {
  id: string;
  label: string;
  unit: 'count' | 'money';
  formula: string;
  value: number;
  n: number;
  isHidden: boolean;
  missing?: string | null;
  period: Period;
  sources: string[];
}

function fact(
  { unavailable, floor, asOf }: AudienceFactsInput,
  { value, n, isHidden, missing = null, ...head }: Counted,
): Fact {
  const reason = unavailable ?? missing;
  if (reason !== null) {
    return { ...head, asOf, n: 0, status: 'unavailable', value: null, reason };
  }
  if (isHidden) {
    const few = `Fewer than ${floor} people`;
    return { ...head, asOf, n: 0, status: 'suppressed', value: null, reason: few };
  }
  return { ...head, asOf, n, counted: 'people', status: 'ok', value };
}
