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
  /** How many parts before it have the same colour: they are told apart by stripes. */
  stripes: number;
}

const REST = ['withoutPortrait', 'ofNobodyKnown'] as const;

/** The parts that hold any order; empty where nothing was counted. */
export function boxParts({
  boxes,
  personas,
  formats,
}: Pick<Portal, 'boxes' | 'personas' | 'formats'>): BoxPart[] {
  const part = (id: string, label: string, persona: PersonaEntry | null): Plain[] => {
    const fact = boxes?.facts.find((one) => one.id === id);
    return typeof fact?.value === 'number' && fact.value > 0
      ? [{ persona, label, orders: fact.value, fact }]
      : [];
  };
  return striped([
    ...(boxes?.parts ?? []).flatMap(({ persona: id, fact }) => {
      const persona = personas.find((one) => one.id === id);
      return part(fact, persona?.name ?? id, persona ?? null);
    }),
    ...REST.flatMap((id) => part(id, wordsOf(formats).boxes[id], null)),
  ]);
}

type Plain = Omit<BoxPart, 'stripes'>;

function striped(parts: readonly Plain[]): BoxPart[] {
  return parts.map((part, at) => ({
    ...part,
    stripes: parts.slice(0, at).filter(({ persona }) => persona?.tone === part.persona?.tone)
      .length,
  }));
}
