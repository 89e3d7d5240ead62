import type { Fact } from '#core/schemas/fact.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import { countWords } from './count-words.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';

/** One of two Portraits that stand side by side. */
export interface ComparedPortrait {
  name: string;
  facts: readonly Fact[];
}

/** Words, or a figure of the first or second Portrait inside them; `said` stands for its value in words. */
export type ComparisonPart = string | { of: 0 | 1; fact: Fact; said?: string };

/** A fact that both have, and how far apart they are in it. */
export interface ComparedFact {
  id: string;
  facts: readonly [Fact, Fact];
  /** Second ÷ first; null for words and where either is nothing. */
  times: number | null;
  /** Whether the difference is larger than chance would explain; null where nothing can be said about that. */
  differs: boolean | null;
}

/** Sizes of the groups and quotients with the average are not what two kinds of people differ in. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'customers',
  'shareOfCustomers',
  'shareOfRevenue',
]);
/** Two values within this much of each other are "about" the same in a sentence. */
const ALIKE = 1.15;
/** So many times as much is worth a sentence. */
const APART = 1.4;

/**
 * Facts of two Portraits next to each other, what differs most on top. Definition: numeric facts that both have, by
 * how many times the larger the one is of the other; those whose difference chance explains follow, then words. The
 * difference is beyond chance when 0 lies outside of the 95 % interval of the difference of logarithms, whose variance
 * is that of both intervals. Source: delta method, as for ratios of independent means. None in common: empty.
 *
 * @example compareFacts([], []) // => []
 */
export function compareFacts(first: readonly Fact[], second: readonly Fact[]): ComparedFact[] {
  const compared = first.flatMap((own): ComparedFact[] => {
    const other = second.find(({ id }) => id === own.id);
    if (!other || own.status !== 'ok' || other.status !== 'ok') return [];
    if (NOT_COMPARED.has(own.id) || own.id.endsWith('Times')) return [];
    // Each has a part of its own that sets it apart: two shares of two things.
    if (own.id.startsWith('distinct')) return [];
    return [
      { id: own.id, facts: [own, other], times: timesOf(own, other), differs: differ(own, other) },
    ];
  });
  return compared.sort((a, b) => rank(b) - rank(a) || strength(b) - strength(a));
}

function rank({ times, differs }: ComparedFact): number {
  if (times === null) return 0;
  return differs === false ? 1 : 2;
}

function strength({ times }: ComparedFact): number {
  return times === null ? 0 : Math.max(times, 1 / times);
}

function timesOf(first: Fact, second: Fact): number | null {
  return typeof first.value === 'number' &&
    typeof second.value === 'number' &&
    first.value > 0 &&
    second.value > 0
    ? second.value / first.value
    : null;
}

/** Null where one of the two has no interval. */
function differ(first: Fact, second: Fact): boolean | null {
  const times = timesOf(first, second);
  const [one, other] = [logError(first), logError(second)];
  if (times === null || one === null || other === null) return null;
  return Math.abs(Math.log(times)) > normalQuantile(0.975) * Math.hypot(one, other);
}

/** Standard error of the logarithm, from the width of the interval; null where there is none. */
export function logError(fact: Fact): number | null {
  if (fact.status !== 'ok' || !fact.interval || typeof fact.value !== 'number') return null;
  const { low, high, level } = fact.interval;
  if (fact.value <= 0) return null;
  return (high - low) / (2 * normalQuantile((1 + level) / 2) * fact.value);
}

/**
 * Two Portraits in a sentence – "Both spend about $650 a year: one in about nine small orders, the other in about two
 * large ones." Definition: the first of the patterns below that both intervals bear out. Source: this portal. Nothing
 * that both have: says so.
 *
 * @param first stands on the left; so does its name in the sentence
 * @example comparePortraits({ name: 'A', facts: [] }, { name: 'B', facts: [] }, { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' }) // => ['Nothing has been measured of both of them yet.']
 */
export function comparePortraits(
  first: ComparedPortrait,
  second: ComparedPortrait,
  formats: Formats,
): ComparisonPart[] {
  const pair = (id: string): Pair | null => pairOf(first.facts, second.facts, id);
  const [orders, value, year] = [
    pair('ordersPerYear'),
    pair('averageOrderValue'),
    pair('yearlySpend'),
  ];
  if (orders && value && year) {
    const parts = bySpending([first.name, second.name], { orders, value, year }, formats);
    if (parts) return parts;
  }
  const telling = compareFacts(first.facts, second.facts).find(
    ({ facts: [own], differs, times }) =>
      differs === true &&
      times !== null &&
      own.unit === 'ratio' &&
      Math.max(times, 1 / times) >= APART,
  );
  if (telling) {
    const [own, other] = telling.facts;
    return [
      `What differs most is “${own.label.toLowerCase()}”: `,
      { of: 0, fact: own },
      ` with ${insideSentence(first.name)}, `,
      { of: 1, fact: other },
      ` with ${insideSentence(second.name)}.`,
    ];
  }
  return compareFacts(first.facts, second.facts).length > 0
    ? [
        `What has been measured does not tell ${insideSentence(first.name)} from ${insideSentence(second.name)}.`,
      ]
    : ['Nothing has been measured of both of them yet.'];
}

interface Pair {
  facts: readonly [Fact, Fact];
  times: number;
  differs: boolean;
  isAlike: boolean;
}

function pairOf(first: readonly Fact[], second: readonly Fact[], id: string): Pair | null {
  const own = first.find((fact) => fact.id === id);
  const other = second.find((fact) => fact.id === id);
  const times = own && other && timesOf(own, other);
  if (!own || !other || times == null || own.status !== 'ok' || other.status !== 'ok') return null;
  return {
    facts: [own, other],
    times,
    differs: differ(own, other) === true && Math.max(times, 1 / times) >= APART,
    isAlike: Math.max(times, 1 / times) <= ALIKE,
  };
}

function bySpending(
  names: readonly [string, string],
  { orders, value, year }: { orders: Pair; value: Pair; year: Pair },
  formats: Formats,
): ComparisonPart[] | null {
  const [first, second] = [insideSentence(names[0]), insideSentence(names[1])];
  const ordersPart = (of: 0 | 1): ComparisonPart => ordersInWords(orders.facts[of], of, formats);
  const isOpposite = orders.times > 1 !== value.times > 1;
  if (year.isAlike && orders.differs && value.differs && isOpposite) {
    return [
      'Both spend about as much in a year, ',
      { of: 0, fact: year.facts[0] },
      ' and ',
      { of: 1, fact: year.facts[1] },
      `: ${first} in `,
      ordersPart(0),
      ` ${orders.times < 1 ? 'small' : 'large'} orders, ${second} in `,
      ordersPart(1),
      ` ${orders.times < 1 ? 'large' : 'small'} ones.`,
    ];
  }
  if (orders.isAlike && value.differs) {
    return [
      'They order about equally often, ',
      { of: 0, fact: orders.facts[0] },
      ' and ',
      { of: 1, fact: orders.facts[1] },
      `. What differs is the order: `,
      { of: 0, fact: value.facts[0] },
      ` with ${first}, `,
      { of: 1, fact: value.facts[1] },
      ` with ${second}.`,
    ];
  }
  if (value.isAlike && orders.differs) {
    return [
      'Their orders are of about the same value, ',
      { of: 0, fact: value.facts[0] },
      ' and ',
      { of: 1, fact: value.facts[1] },
      `. But ${first} places `,
      ordersPart(0),
      ` of them a year, and ${second} `,
      ordersPart(1),
      '.',
    ];
  }
  if (orders.differs && value.differs && !isOpposite) {
    const [more, less] = orders.times < 1 ? [first, second] : [second, first];
    const [of, other] = order(orders);
    return [
      `${startingSentence(more)} comes more often than ${less} and spends more each time. Over a year that makes `,
      { of, fact: year.facts[of] },
      ' against ',
      { of: other, fact: year.facts[other] },
      '.',
    ];
  }
  if (orders.differs && value.differs) {
    const [often, seldom] = orders.times < 1 ? [first, second] : [second, first];
    const [of, other] = order(orders);
    return [
      `${startingSentence(often)} comes more often, ${seldom} spends more at a time. Over a year it is `,
      { of, fact: year.facts[of] },
      ' for the one and ',
      { of: other, fact: year.facts[other] },
      ' for the other.',
    ];
  }
  if (year.isAlike && orders.isAlike && value.isAlike) {
    return [
      'They spend alike: about as often, about as much at a time, ',
      { of: 0, fact: year.facts[0] },
      ' and ',
      { of: 1, fact: year.facts[1] },
      ' a year. Who they are shows in what they buy, and how.',
    ];
  }
  if (year.differs) {
    const [more, less] = year.times < 1 ? [first, second] : [second, first];
    const [of, other] = order(year);
    return [
      `${startingSentence(more)} spends `,
      { of, fact: year.facts[of] },
      ` in a year, ${less} `,
      { of: other, fact: year.facts[other] },
      '.',
    ];
  }
  return null;
}

/** Which of the two has more, then which less. */
function order({ times }: Pair): [0 | 1, 0 | 1] {
  return times < 1 ? [0, 1] : [1, 0];
}

/** Orders a year in words where the interval allows one number or two, else in figures. */
function ordersInWords(fact: Fact, of: 0 | 1, formats: Formats): ComparisonPart {
  if (fact.status !== 'ok' || typeof fact.value !== 'number') return { of, fact };
  const words = fact.interval ? countWords(fact.interval) : null;
  return { of, fact, said: words ?? formatValue(fact.value, 'count', formats) };
}

function insideSentence(name: string): string {
  return name.replace(/^The /, 'the ');
}

function startingSentence(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
