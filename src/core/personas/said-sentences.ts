import type { Fact } from '#core/schemas/fact.ts';
import { chosenSentence, NOTHING_STANDS, type Stands } from './chosen-sentence.ts';
import { factsPrinted, type StorySentence } from './story-sentence.ts';
import { sameFigures } from './same-figures.ts';
import type { StorySlot } from './story-slot.ts';

/**
 * Sentences that figures bear out – a figure is told once. Definition: of each slot the sentence that is chosen, as a
 * rule the first that can be said, unless all figures in it were told before, under whatever name. Source: docs/features.md. Without facts: none.
 *
 * @param told ids of figures told before; those of the sentences are added
 * @param stands what stands in the draft already
 * @example saidSentences([[{ when: 'returnRate < 0.1', text: 'They keep it.' }]], [], new Set()) // => []
 */
export function saidSentences(
  slots: readonly StorySlot[],
  facts: readonly Fact[],
  told: Set<string>,
  stands: Stands = NOTHING_STANDS,
): StorySentence[] {
  const same = sameFigures(facts);
  const named = (id: string): string => same.get(id) ?? id;
  for (const id of [...told]) told.add(named(id));
  return slots.flatMap((slot) => {
    const sentence = chosenSentence(slot, facts, stands);
    if (!sentence) return [];
    const tells = [...factsPrinted(sentence), ...(sentence.tells ?? [])].map(named);
    if (tells.length > 0 && tells.every((id) => told.has(id))) return [];
    for (const id of tells) told.add(id);
    return [sentence];
  });
}
