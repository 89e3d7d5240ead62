import type { Formats } from '#core/format/formats.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { OTHER_PART } from '#core/schemas/persona.ts';
import type { ComparedPortrait } from './compared-portrait.ts';
import { partShare } from './part-share.ts';

/** Splits that say who somebody is: of a year or a week each has its own chart. */
const COMPARED_SPLITS: ReadonlySet<string> = new Set(['categories', 'brands', 'channels']);
/** Shares of one part that lie so far apart tell two Portraits apart at once. */
const WORLDS_APART = 0.5;

/**
 * Telling part – the category, brand or channel in which two Portraits lie furthest apart. Definition: the largest
 * difference of two shares of one part, half of the whole at least. Source: this portal. Empty case: null; hidden shares,
 * parts that only one of them lists and "Other" are not compared.
 *
 * @example tellingPart({ name: 'A', facts: [] }, { name: 'B', facts: [] }, { locale: 'en', currency: 'EUR', timeZone: 'UTC' }) // => null
 */
export function tellingPart(
  first: ComparedPortrait,
  second: ComparedPortrait,
  formats: Formats,
): { facts: readonly [Fact, Fact]; apart: number } | null {
  const [passport] = first.facts;
  if (!passport) return null;
  const parts = (first.breakdowns ?? []).flatMap(({ id, base, rows }) => {
    const others = second.breakdowns?.find((one) => one.id === id)?.rows;
    if (!others || !COMPARED_SPLITS.has(id)) return [];
    return rows.flatMap((own, at) => {
      const other = others.find(({ label }) => label === own.label);
      if (own.label === OTHER_PART) return [];
      if (!other || own.share === null || other.share === null) return [];
      const formula = filled(wordsOf(formats).derived.partFormula, { part: own.label, base });
      const fact = ({ label, share, n }: typeof own): Fact =>
        partShare(passport, { id: `${id}Part${at + 1}`, label, formula, share, n }, formats);
      const facts = [fact(own), fact(other)] as const;
      return [{ facts, apart: pointsApart(facts) }];
    });
  });
  const [furthest] = parts.toSorted((a, b) => b.apart - a.apart);
  return furthest && furthest.apart >= WORLDS_APART ? furthest : null;
}

/**
 * How far two shares lie apart, 0 to 1.
 * @example pointsApart([{ value: 0.25 }, { value: 0.75 }]) // => 0.5
 */
export function pointsApart([first, second]: readonly [Fact, Fact]): number {
  return Math.abs(Number(first.value) - Number(second.value));
}
