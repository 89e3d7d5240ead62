import type { Fact } from '#core/schemas/fact.ts';
import { chosenSentence, type Stands } from './chosen-sentence.ts';
import { ESSENCE_ALONE, ESSENCE_HABIT, ESSENCE_RHYTHM } from './sentences/essence.ts';
import type { StorySlot } from './story-slot.ts';

/**
 * The line under a drafted name – when they come and what else stands out, in words of our own only. Definition: the
 * rhythm and the habit that the intervals bear out, chosen as the sentences of the story are; where no rhythm can be
 * told, the habit alone. Source: the same limits as in the story. Where nothing can be said: that figures describe them.
 *
 * @param before the line that stands there, empty if there is none
 * @example personaEssence([]) // => 'Described by its figures'
 */
export function personaEssence(facts: readonly Fact[], before = ''): string {
  const said = (slot: StorySlot, stands: Stands): string[] => {
    const sentence = chosenSentence(slot, facts, stands);
    return sentence ? [sentence.text] : [];
  };
  const rhythm = said(
    ESSENCE_RHYTHM,
    ({ text }) => before === text || before.startsWith(`${text}, `),
  );
  if (rhythm.length > 0) {
    const habit = said(ESSENCE_HABIT, ({ text }) => before.endsWith(`, ${text}`));
    return [...rhythm, ...habit].join(', ');
  }
  return said(ESSENCE_ALONE, ({ text }) => before === text)[0] ?? 'Described by its figures';
}
