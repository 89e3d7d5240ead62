import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Boxes } from '#core/schemas/boxes.ts';

/**
 * Boxes under the names that people gave – no note speaks of a Portrait by its working name. Definition: the label of
 * the count of each Portrait's orders, with the name that its page has. Source: content/boxes.json and the Portraits'
 * texts. A Portrait that is gone keeps the label that was written.
 *
 * @example namedBoxes({ schemaVersion: 1, dataset: 'sample', asOf: '2026-01-31', period: null, facts: [], parts: [] }, []).parts // => []
 */
export function namedBoxes(
  boxes: Boxes,
  personas: readonly { id: string; name: string }[],
  formats: Worded = {},
): Boxes {
  const nameOf = (factId: string): string | undefined => {
    const part = boxes.parts.find(({ fact }) => fact === factId);
    return personas.find(({ id }) => id === part?.persona)?.name;
  };
  const facts = boxes.facts.map((fact) => {
    const name = nameOf(fact.id);
    if (name === undefined) return fact;
    return { ...fact, label: filled(wordsOf(formats).boxes.ordersOf, { name }) };
  });
  return { ...boxes, facts };
}
