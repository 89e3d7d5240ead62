import { PersonaSchema, type Persona } from '#core/schemas/persona.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { LineageEntry } from '#core/schemas/segmentation-history.ts';
import type { PresentContent } from '../generate-context.ts';

/**
 * Portraits that were found once and are no more: their last figures, marked as of then, so that their address, what
 * people wrote of them and what others cite of it stay. One whose file is gone has none.
 */
export function retiredPersonas(
  lineage: readonly LineageEntry[],
  present: PresentContent,
): Persona[] {
  return lineage.flatMap((entry): Persona[] => {
    const { id, retiredOn } = entry;
    if (retiredOn === undefined) return [];
    const last = storedPersona(present.read(`personas/${id}.json`));
    if (last?.origin !== 'segmentation') return [];
    if (last.retired) return [last];
    const into = entry.events.find(({ change }) => change === 'retired')?.into ?? [];
    return [
      {
        ...last,
        retired: { on: retiredOn, into },
        facts: last.facts.map((fact) => asOfThen(fact, retiredOn)),
      },
    ];
  });
}

function asOfThen(fact: Fact, retiredOn: string): Fact {
  if (fact.status !== 'ok') return fact;
  return {
    ...fact,
    status: 'stale',
    reason: `The Portrait retired on ${retiredOn}; the figure is of ${fact.asOf}`,
  };
}

function storedPersona(text: string | null): Persona | null {
  try {
    return PersonaSchema.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    // A machine file that is no JSON is about to be deleted.
    return null;
  }
}
