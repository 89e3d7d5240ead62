import type { Boxes } from '#core/schemas/boxes.ts';
import type { PersonaEntry } from '#data/personas.ts';
import { numberFact } from '../core/personas/build-fact.ts';

/** A Portrait of whom nothing is known but the name. */
export function personaEntry(id: string, changed: Partial<PersonaEntry> = {}): PersonaEntry {
  return {
    ...{ id, name: `The ${id}`, isCore: false, essence: null, tone: 1, stripes: 0 },
    ...{ figures: null, ofEverybody: null, story: null, document: null, isUnwritten: false },
    ...changed,
  };
}

/** A week with seven orders of the Portrait "giver", three of nobody known, and none besides. */
export const BOXES: Boxes = {
  ...{ schemaVersion: 1, dataset: 'test', asOf: '2025-12-31' },
  period: { from: '2025-12-25', to: '2025-12-31' },
  facts: [
    numberFact('withoutPortrait', 0, 'count'),
    numberFact('ofNobodyKnown', 3, 'count'),
    numberFact('ordersOfGiver', 7, 'count'),
  ],
  parts: [{ persona: 'giver', fact: 'ordersOfGiver' }],
};
