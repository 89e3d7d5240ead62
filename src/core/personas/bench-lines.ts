import { formatFact } from '#core/format/format-fact.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { canBeSaid, FACT_ELEMENT, factsPrinted, type StorySentence } from './story-sentence.ts';
import { fact, say } from './story-slot.ts';

/** More than three lines are not read with a parcel in the hand. */
const MOST_LINES = 3;

/** About what fits two lines of a poster at a size that can be read at arm's length. */
const LONGEST_LINE = 130;

/** What the figures tell a packer, where people have not written three lines. */
const FROM_FIGURES: readonly StorySentence[] = [
  say('topCategoryShare >= 0.45', `Often in the box: ${fact('topCategory')}.`),
  say(
    'giftShare >= 0.1 and giftShare < 0.3',
    `${fact('giftShare')} of their orders are gifts: look for a note.`,
  ),
  say('itemsPerOrder > 0', `A box of theirs holds ${fact('itemsPerOrder')} on average.`),
  say(
    'returnRate < 0.1 and returnRateTimes <= 1.25',
    `What we pack stays with them: only ${fact('returnRate')} of it comes back.`,
  ),
];

/**
 * Bench lines – what a packer reads about a Portrait at arm's length. Definition: people's sentences for the packing
 * bench in their order, each cut to the whole sentences that fit 130 characters, filled up to three with figures that
 * these do not tell already. Source: the Portrait's `ForRole` text and facts. Empty case: nothing written and no figures: no lines.
 *
 * @example benchLines(['Fold the hem to the front. They look there first.'], [], { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC', floor: 10 }) // => ['Fold the hem to the front. They look there first.']
 */
export function benchLines(
  written: readonly string[],
  facts: readonly Fact[],
  formats: Formats,
): string[] {
  const own = written.map(shortened).filter((line) => line !== '');
  const figures = FROM_FIGURES.filter((sentence) => canBeSaid(sentence, facts))
    .map(({ text }) => ({ text, values: valuesIn(text, facts, formats) }))
    .filter(
      ({ values }) =>
        !own.some((line) => [...values.values()].some((value) => line.includes(value))),
    )
    .map(({ text, values }) => text.replace(FACT_ELEMENT, (_, id: string) => values.get(id) ?? ''));
  return [...own, ...figures].slice(0, MOST_LINES);
}

/** As many whole sentences as fit; the first one always. */
function shortened(text: string): string {
  const [first = '', ...others] = text.trim().split(/(?<=[.!?])\s+/);
  return others.reduce(
    ({ line, isFull }, sentence) => {
      const longer = `${line} ${sentence}`;
      return isFull || longer.length > LONGEST_LINE
        ? { line, isFull: true }
        : { line: longer, isFull: false };
    },
    { line: first, isFull: false },
  ).line;
}

/** The facts that a sentence prints, as people read them. */
function valuesIn(text: string, facts: readonly Fact[], formats: Formats): Map<string, string> {
  const ids = factsPrinted({ text });
  const printed = facts.filter(({ id }) => ids.includes(id));
  return new Map(printed.map((fact) => [fact.id, formatFact(fact, formats)]));
}
