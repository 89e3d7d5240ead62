import { PRIVACY_RULES } from '#core/personas/withheld-shares.ts';
import { withoutShares } from '#core/personas/without-shares.ts';
import { PersonaSchema, type Persona } from '#core/schemas/persona.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { LineageEntry } from '#core/schemas/segmentation-history.ts';
import type { PresentContent } from '../generate-context.ts';

/**
 * Portraits that were found once and are no more: their last figures, marked as of then, so that their address, what
 * people wrote of them and what others cite of it stay. One whose file is gone has none. Figures that were written under
 * fewer rules of privacy, or a lower floor, lose what cannot be held to those of today.
 */
export function retiredPersonas(
  lineage: readonly LineageEntry[],
  present: PresentContent,
  floor: number,
): Persona[] {
  return lineage.flatMap((entry): Persona[] => {
    const { id, retiredOn } = entry;
    if (retiredOn === undefined) return [];
    const stored = storedPersona(present.read(`personas/${id}.json`));
    if (stored?.origin !== 'segmentation') return [];
    const last = isHeldToRules(stored, floor) ? stored : withoutShares(stored, floor);
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

function isHeldToRules({ privacy, facts }: Persona, floor: number): boolean {
  if (privacy === undefined || privacy.floor < floor) return false;
  // The second rule is about Portraits of which it is not told how many came back.
  const tellsReturns = facts.some(({ id, value }) => id === 'repeatShare' && value !== null);
  return privacy.rules >= PRIVACY_RULES || (privacy.rules === 1 && tellsReturns);
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
