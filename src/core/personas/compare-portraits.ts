import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import { insideSentence, nameInside, startingSentence } from '#core/language/first-letter.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled, partsOf } from '#core/language/words.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import { compareFacts, differ, logError, timesOf } from './compare-facts.ts';
import type { ComparedPortrait } from './compared-portrait.ts';
import { countWords } from './count-words.ts';
import { isColumnFact } from './table-facts.ts';
import { pointsApart, tellingPart } from './telling-part.ts';

/** Words, or a figure of the first or second Portrait inside them; `said` stands for its value in words. */
export type ComparisonPart = string | { of: 0 | 1; fact: Fact; said?: string };

/** Two values within this much of each other are "about" the same in a sentence, */
const ALIKE = 1.15;
/** if by their intervals they are not this far apart: so many times as much is worth a sentence of its own. */
const APART = 1.4;

/**
 * Two Portraits in a sentence – "In a year with us, both spend about as much, $640 and $650: one in small
 * orders, about nine of them, the other in large ones, about two." Definition: the first of the patterns below that both
 * intervals bear out; of a year only where half of both have come back, since a year of who bought once is the one
 * order. Source: this portal. Nothing that both have: says so.
 *
 * @param first stands on the left; so does its name in the sentence
 * @example comparePortraits({ name: 'A', facts: [] }, { name: 'B', facts: [] }, { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' }) // => ['Nothing has been measured of both of them yet.']
 */
export function comparePortraits(
  first: ComparedPortrait,
  second: ComparedPortrait,
  formats: Formats,
): ComparisonPart[] {
  const { beside } = wordsOf(formats);
  const names = { first: nameInside(first.name), second: nameInside(second.name) };
  const pair = (id: string): Pair | null => pairOf(first.facts, second.facts, id);
  const [orders, value, year] = [
    pair('ordersPerYear'),
    pair('averageOrderValue'),
    pair('yearlySpend'),
  ];
  if (orders && value && year && [first, second].every(comesBack)) {
    const parts = bySpending(names, { orders, value, year }, formats);
    if (parts) return parts;
  }
  const telling = compareFacts(first.facts, second.facts).find(
    ({ facts: [own], differs, times }) =>
      differs === true &&
      times !== null &&
      own.unit === 'ratio' &&
      Math.max(times, 1 / times) >= APART,
  );
  const part = tellingPart(first, second, formats);
  if (part && part.apart > (telling ? pointsApart(telling.facts) : 0)) {
    const [own, other] = part.facts;
    return sentence(beside.tellingPart, {
      ...names,
      part: own.label,
      own: { of: 0, fact: own },
      other: { of: 1, fact: other },
    });
  }
  if (telling) {
    const [own, other] = telling.facts;
    const whats: Readonly<Record<string, string>> = beside.what;
    const what = whats[own.id];
    return sentence(what === undefined ? beside.telling : beside.tellingWhat, {
      ...names,
      ...(what === undefined ? { label: insideSentence(own.label) } : { what }),
      own: { of: 0, fact: own },
      other: { of: 1, fact: other },
    });
  }
  // Of a customer table each Portrait has the columns that set it apart: one that the other lacks is no likeness.
  const [own, other] = [ownColumn(first, second), ownColumn(second, first)];
  if (own && other) {
    return [filled(beside.columns, { ...names, own: own.label, other: other.label })];
  }
  return compareFacts(first.facts, second.facts).length > 0
    ? [filled(beside.alike, names)]
    : [beside.nothing];
}

/** Whether a year of theirs is more than one order; without a figure for that nothing speaks against it. */
function comesBack({ facts }: ComparedPortrait): boolean {
  const repeat = facts.find(({ id }) => id === 'repeatShare');
  return repeat === undefined || (typeof repeat.value === 'number' && repeat.value >= 0.5);
}

/** What sets one apart most in the customer table, where it does not set apart the other. */
function ownColumn(one: ComparedPortrait, other: ComparedPortrait): Fact | undefined {
  return one.facts.find(
    ({ id, status }) =>
      isColumnFact(id) && status === 'ok' && !other.facts.some((fact) => fact.id === id),
  );
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
    isAlike: isAlike(own, other, times),
  };
}

/** Null intervals: nobody knows how far apart they may be. */
function isAlike(first: Fact, second: Fact, times: number): boolean {
  const [one, other] = [logError(first), logError(second)];
  if (one === null || other === null) return false;
  const farthest = Math.abs(Math.log(times)) + normalQuantile(0.975) * Math.hypot(one, other);
  return Math.max(times, 1 / times) <= ALIKE && farthest <= Math.log(APART);
}

function bySpending(
  names: { first: string; second: string },
  { orders, value, year }: { orders: Pair; value: Pair; year: Pair },
  formats: Formats,
): ComparisonPart[] | null {
  const { beside } = wordsOf(formats);
  const figure = ({ facts }: Pair, of: 0 | 1): ComparisonPart => ({ of, fact: facts[of] });
  const both = (pair: Pair) => ({ own: figure(pair, 0), other: figure(pair, 1) });
  const inOrders = {
    ownOrders: ordersInWords(orders.facts[0], 0, formats),
    otherOrders: ordersInWords(orders.facts[1], 1, formats),
  };
  /** Of that of which one has more: names and yearly spends, the larger first. */
  const ranked = (pair: Pair) => {
    const [of, other] = order(pair);
    const named = [names.first, names.second] as const;
    return {
      name: { more: startingSentence(named[of]), less: named[other] },
      spend: { own: figure(year, of), other: figure(year, other) },
    };
  };
  const isOpposite = orders.times > 1 !== value.times > 1;
  if (year.isAlike && orders.differs && value.differs && isOpposite) {
    const text = orders.times < 1 ? beside.opposite : beside.oppositeTurned;
    return sentence(text, { ...names, ...both(year), ...inOrders });
  }
  if (orders.isAlike && value.differs) {
    const { own, other } = both(value);
    return sentence(beside.sameOften, {
      ...names,
      ...both(orders),
      ownValue: own,
      otherValue: other,
    });
  }
  if (value.isAlike && orders.differs) {
    return sentence(beside.sameValue, { ...names, ...both(value), ...inOrders });
  }
  if (orders.differs && value.differs && !isOpposite) {
    const { name, spend } = ranked(orders);
    return sentence(beside.more, { ...name, ...spend });
  }
  if (orders.differs && value.differs) {
    const { name, spend } = ranked(orders);
    return sentence(beside.oftenOrMuch, { often: name.more, seldom: name.less, ...spend });
  }
  if (year.isAlike && orders.isAlike && value.isAlike) {
    return sentence(beside.spendAlike, both(year));
  }
  if (year.differs) {
    const { name, spend } = ranked(year);
    return sentence(beside.spendsMore, { ...name, ...spend });
  }
  return null;
}

/** A text of the language file with words and figures at its places; neighbouring words are one part. */
function sentence(
  text: string,
  places: Readonly<Record<string, ComparisonPart>>,
): ComparisonPart[] {
  const parts: ComparisonPart[] = [];
  for (const [index, part] of partsOf(text).entries()) {
    const said = index % 2 === 0 ? part : (places[part] ?? `{${part}}`);
    const last = parts.at(-1);
    if (typeof said === 'string' && typeof last === 'string') parts[parts.length - 1] = last + said;
    else if (said !== '') parts.push(said);
  }
  return parts;
}

/** Which of the two has more, then which less. */
function order({ times }: Pair): [0 | 1, 0 | 1] {
  return times < 1 ? [0, 1] : [1, 0];
}

/** Orders a year in words where the interval allows one number or two, else in figures. */
function ordersInWords(fact: Fact, of: 0 | 1, formats: Formats): ComparisonPart {
  if (fact.status !== 'ok' || typeof fact.value !== 'number') return { of, fact };
  const words = fact.interval ? countWords(fact.interval, formats) : null;
  return { of, fact, said: words ?? formatValue(fact.value, 'count', formats) };
}
