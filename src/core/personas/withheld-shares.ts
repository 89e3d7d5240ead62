import { apartness, timesAverages } from './distinguishing-facts.ts';
import type { PersonaFactId } from './fact-definitions.ts';
import type { PersonaTotals, RatioFact } from './persona-totals.ts';
import { suppressSmallCells, type Loss } from './suppress-small-cells.ts';

/**
 * Which rules decide what a Portrait tells, counted up whenever one is added: figures that were written under fewer cannot
 * be asked again, see `withoutShares`. 1: shares of a few, and years of a few, docs/privacy.md. 2: orders of a
 * handful who came back, `toldOrders`.
 */
export const PRIVACY_RULES = 2;

/** Customers in parts that readers can work out together, and the facts that tell of them. */
interface Partition {
  /** Withheld where any part may not be told. */
  facts: readonly PersonaFactId[];
  /** How many customers are behind each part. */
  people: (totals: PersonaTotals) => number[];
  /** There is a fact for each part, in their order, withheld where that part may not be told. */
  isOneEach?: boolean;
  /** A split tells the parts of all customers, too. */
  isSplit?: boolean;
}

/** Fewer orders a customer, and a share of orders is nearly one of customers. */
const MANY_ORDERS = 1.5;

/**
 * Who has some of it; and, where most have a single order, who has some that is not of it. Of many orders a customer, the
 * few that are not of it say nothing of how many people placed them.
 */
function inAndOut(id: RatioFact): Partition {
  return { facts: [id], people: ({ ratios }) => sides(ratios[id]) };
}

function sides({
  peopleIn,
  peopleOut,
  sums,
  people,
}: PersonaTotals['ratios'][RatioFact]): number[] {
  const isOfPeople = sums.sumX < MANY_ORDERS * people;
  return [peopleIn ?? 0, isOfPeople ? (peopleOut ?? 0) : 0];
}

/** Seasons together are the year: what one hides, the other three would tell. */
const SEASONS = ['springShare', 'summerShare', 'autumnShare', 'holidayShare'] as const;

const PARTITIONS: readonly Partition[] = [
  {
    facts: ['repeatShare'],
    people: ({ repeatCustomers, customers }) => [repeatCustomers, customers - repeatCustomers],
  },
  {
    facts: ['secondPurchaseShare'],
    people: (totals) => [backWithin(totals, 90), totals.customers - backWithin(totals, 90)],
  },
  {
    facts: ['secondPurchaseYearShare'],
    people: (totals) => [backWithin(totals, 365), totals.customers - backWithin(totals, 365)],
  },
  {
    facts: ['boughtAgainAfterReturn'],
    people: ({ returnersBack, returners, customers }) => [
      returnersBack,
      returners - returnersBack,
      customers - returners,
    ],
  },
  // Orders with a discount are those of the first day and the later ones: one would tell the other.
  {
    facts: ['firstDiscountShare', 'repeatDiscountShare'],
    people: ({ firstDiscountCustomers, customers, ratios }) => [
      firstDiscountCustomers,
      customers - firstDiscountCustomers,
      ...sides(ratios.repeatDiscountShare),
    ],
  },
  {
    facts: ['firstGiftShare'],
    people: ({ firstGiftCustomers, laterGiftCustomers, customers }) => [
      firstGiftCustomers,
      customers - firstGiftCustomers,
      laterGiftCustomers,
    ],
  },
  {
    facts: SEASONS,
    people: ({ ratios }) => SEASONS.map((id) => ratios[id].peopleIn ?? 0),
    isOneEach: true,
    isSplit: true,
  },
  { ...inAndOut('weekendShare'), isSplit: true },
  inAndOut('returnRate'),
  inAndOut('exchangeShare'),
  inAndOut('discountShare'),
  inAndOut('discountRate'),
  inAndOut('giftShare'),
];

export interface WithheldShares {
  /** By the place of the Portrait. */
  ofPersonas: ReadonlySet<PersonaFactId>[];
  ofAll: ReadonlySet<PersonaFactId>;
}

/** A Portrait's sums; hidden: nothing at all is told of it. */
export interface CountedPersona {
  totals: PersonaTotals;
  hidden: boolean;
  /** Facts that something else which is told of the Portrait would be subtracted from. */
  alsoWithheld?: ReadonlySet<PersonaFactId>;
}

/**
 * Shares that would tell of a handful – "2 % came back" of 49 customers is one person. Definition: a share is withheld
 * where 1 to floor − 1 customers are behind it, or have some that is not of it; and with it one of another Portrait,
 * where the share of all customers and those of the other Portraits would give it away (`suppressSmallCells`, by Portrait
 * and part): of those that it does not set apart the smallest, else the one that it sets apart least. Customers who are in no Portrait count as one of which nothing is told. Nobody and everybody
 * are told: no one is singled out by them. Averages of a year go with the share of a handful who came back. Source: Hundepool et al. (2012), Statistical Disclosure Control, chapter 4.
 * No Portraits: none of them, and what is withheld of all.
 *
 * @param all customers with a purchase, assigned or not
 * @param isAllTold figures of all customers are told elsewhere; else they are withheld instead of a Portrait's own
 * @example withheldShares.length // => 3
 */
export function withheldShares(
  personas: readonly CountedPersona[],
  all: PersonaTotals,
  floor: number,
  isAllTold = true,
): WithheldShares {
  const ofPersonas = personas.map(() => new Set<PersonaFactId>());
  const ofAll = new Set<PersonaFactId>();
  const telling = personas.map(
    ({ totals, alsoWithheld = [] }) =>
      new Set([...alsoWithheld, ...tellingDifferences(totals, floor)]),
  );
  const times = personas.map(({ totals }) => timesAverages(totals, all));
  for (const partition of PARTITIONS) {
    const parts = personas.map(({ totals }) => partition.people(totals));
    const whole = partition.people(all);
    const nobodys = whole.map((people, part) =>
      Math.max(
        0,
        parts.reduce((rest, row) => rest - (row[part] ?? 0), people),
      ),
    );
    const also = personas.map(({ hidden }, at) =>
      whole.map((_, part) => hidden || telling[at]?.has(factOf(partition, part)) === true),
    );
    const loss: Loss = ([at, part], isRowHidden) =>
      isRowHidden && partition.isOneEach !== true
        ? 0
        : apartness(times[at]?.get(factOf(partition, part)));
    const linked = suppressSmallCells(parts, floor, {
      alsoHidden: also,
      rest: nobodys,
      knownEmpty: true,
      loss,
    });
    const alone = parts.map((row, at) => {
      const [cells = []] = suppressSmallCells([row], floor, {
        alsoHidden: [also[at] ?? []],
        knownEmpty: true,
      });
      return cells;
    });
    const [cellsOfAll = []] = suppressSmallCells([whole], floor, { knownEmpty: true });
    const isLinked = isAllTold || partition.isSplit === true;
    for (const [at, withheld] of ofPersonas.entries())
      withhold(partition, (isLinked ? linked : alone)[at], withheld);
    withhold(partition, cellsOfAll, ofAll);
    if (!isLinked) for (const at of parts.keys()) withhold(partition, linked[at], ofAll);
  }
  for (const [at, { totals }] of personas.entries()) withholdYears(totals, floor, ofPersonas[at]);
  withholdYears(all, floor, ofAll);
  // A quotient of two figures tells the one that is not told.
  for (const [share, times] of QUOTIENTS)
    for (const withheld of ofPersonas)
      if (ofAll.has(share) || withheld.has(share)) withheld.add(times);
  return { ofPersonas, ofAll };
}

/** Shares that are told as so many times the average, too. */
const QUOTIENTS = [
  ['returnRate', 'returnRateTimes'],
  ['discountShare', 'discountShareTimes'],
  ['giftShare', 'giftShareTimes'],
  ['holidayShare', 'holidayShareTimes'],
  ['weekendShare', 'weekendShareTimes'],
] as const satisfies readonly (readonly [RatioFact, PersonaFactId])[];

/** A year of orders, and of money beside the value of an order, in which whoever ordered once counts as one. */
const OF_A_YEAR: readonly PersonaFactId[] = [
  'ordersPerYear',
  'ordersPerYearTimes',
  'yearlySpend',
  'yearlySpendTimes',
];

/** Where only a handful came back, what is above one order a year is theirs: 1.02 of 49 customers is one person. */
function withholdYears(
  { repeatCustomers }: PersonaTotals,
  floor: number,
  withheld: Set<PersonaFactId> | undefined,
): void {
  if (repeatCustomers === 0 || repeatCustomers >= floor) return;
  for (const id of OF_A_YEAR) withheld?.add(id);
}

function withhold(
  { facts, isOneEach = false }: Partition,
  cells: readonly boolean[] = [],
  withheld: Set<PersonaFactId>,
): void {
  for (const [part, fact] of facts.entries()) {
    if (isOneEach ? cells[part] === true : cells.includes(true)) withheld.add(fact);
  }
}

/** The fact that tells of a part: its own, or the first. */
function factOf({ facts, isOneEach = false }: Partition, part: number): PersonaFactId {
  const fact = facts[isOneEach ? part : 0];
  if (fact === undefined) throw new RangeError('A part without a fact');
  return fact;
}

/**
 * Facts that would tell a handful beside another of the same Portrait: of two shares of who came back, who came back in
 * between. Only where everybody was watched so long; else they are estimates, and nothing can be subtracted.
 */
function tellingDifferences(totals: PersonaTotals, floor: number): PersonaFactId[] {
  const [soon, inTime] = [backWithin(totals, 90), backWithin(totals, 365)];
  const isExact = (limit: number): boolean =>
    !totals.days.followUps.some(({ days, censored }) => censored > 0 && days < limit);
  const isFew = (people: number): boolean => people > 0 && people < floor;
  const { repeatCustomers } = totals;
  return [
    ...(isExact(90) && isFew(repeatCustomers - soon) ? ['secondPurchaseShare' as const] : []),
    ...(isExact(365) && (isFew(inTime - soon) || isFew(repeatCustomers - inTime))
      ? ['secondPurchaseYearShare' as const]
      : []),
  ];
}

/** Customers who bought on another day within so many days after their first purchase. */
function backWithin({ days }: PersonaTotals, limit: number): number {
  return days.followUps.reduce(
    (people, { days: seen, events }) => people + (seen <= limit ? events : 0),
    0,
  );
}
