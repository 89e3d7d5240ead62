import { wordsOf } from '#core/language/words-of.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { Portal } from '#data/portal.ts';

/** One part of the orders of the last days, most first; those of no Portrait come last. */
export interface BoxPart {
  /** Null: of no Portrait. */
  persona: PersonaEntry | null;
  label: string;
  orders: number;
  fact: Fact;
  /** What tells it from parts of the same colour: the Portrait's own stripes, or its place among those of none. */
  stripes: number;
}

const REST = ['withoutPortrait', 'ofNobodyKnown'] as const;

/** The parts that hold any order; empty where nothing was counted. */
export function boxParts({
  boxes,
  personas,
  formats,
}: Pick<Portal, 'boxes' | 'personas' | 'formats'>): BoxPart[] {
  const part = (
    id: string,
    label: string,
    persona: PersonaEntry | null,
    stripes: number,
  ): BoxPart[] => {
    const fact = boxes?.facts.find((one) => one.id === id);
    return typeof fact?.value === 'number' && fact.value > 0
      ? [{ persona, label, orders: fact.value, fact, stripes }]
      : [];
  };
  return [
    ...(boxes?.parts ?? []).flatMap(({ persona: id, fact }) => {
      const persona = personas.find((one) => one.id === id);
      return part(fact, persona?.name ?? id, persona ?? null, persona?.stripes ?? 0);
    }),
    ...REST.flatMap((id, place) => part(id, wordsOf(formats).boxes[id], null, place)),
  ];
}
