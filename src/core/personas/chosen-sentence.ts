import type { Fact } from '#core/schemas/fact.ts';
import { canBeSaid, type StorySentence } from './story-sentence.ts';
import type { StorySlot } from './story-slot.ts';

/** Whether a sentence stands in the draft that is drafted anew. */
export type Stands = (sentence: StorySentence) => boolean;

/** For a first draft, and for texts that are made anew with every build. */
export const NOTHING_STANDS: Stands = () => false;

/** A sentence that stands in the draft stays while it holds at the value itself … */
const TO_STAY = 0;
/** … and makes room for another one that holds throughout an interval of twice the width. */
const TO_REPLACE = 2;

/**
 * The sentence of a slot that is drafted – so that a text does not flip from week to week with figures that cross a limit
 * by a hair. Definition: the first that can be said; once one stands in the draft, it stays while it holds at the values,
 * and only a sentence before it that holds throughout intervals of twice the width takes its place. Source: hysteresis
 * (Schmitt 1938), with the interval as its width; docs/features.md. Without any that can be said: undefined.
 *
 * @example chosenSentence([{ when: 'returnRate < 0.1', text: 'They keep it.' }], [], () => true) // => undefined
 */
export function chosenSentence(
  slot: StorySlot,
  facts: readonly Fact[],
  stands: Stands,
): StorySentence | undefined {
  const standing = slot.find((one) => canStay(one, facts, stands));
  const known = standing ? withIntervals(facts, TO_REPLACE) : facts;
  return slot.find((one) => one === standing || canBeSaid(one, known));
}

/**
 * The sentences of a role that are drafted, in their order. Definition: as `chosenSentence`, where as many as there is room
 * for may stand side by side. Source: its own. Without any that can be said: empty.
 *
 * @example chosenSentences([{ when: 'returnRate < 0.1', text: 'They keep it.' }], [], () => true, 2) // => []
 */
export function chosenSentences(
  sentences: readonly StorySentence[],
  facts: readonly Fact[],
  stands: Stands,
  most: number,
): StorySentence[] {
  const standing = sentences.filter((one) => canStay(one, facts, stands));
  const known = standing.length < most ? facts : withIntervals(facts, TO_REPLACE);
  return sentences.filter((one) => standing.includes(one) || canBeSaid(one, known)).slice(0, most);
}

function canStay(sentence: StorySentence, facts: readonly Fact[], stands: Stands): boolean {
  return stands(sentence) && canBeSaid(sentence, withIntervals(facts, TO_STAY));
}

/** The same figures with intervals so many times as wide. One without an interval stays without: it compares with nothing. */
function withIntervals(facts: readonly Fact[], width: number): Fact[] {
  return facts.map((fact) => {
    if (!('interval' in fact) || !fact.interval || typeof fact.value !== 'number') return fact;
    const { value, interval } = fact;
    const low = value - width * (value - interval.low);
    const high = value + width * (interval.high - value);
    return { ...fact, interval: { ...interval, low, high } };
  });
}
