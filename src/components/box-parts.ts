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
}

const REST: readonly [id: string, label: string][] = [
  ['withoutPortrait', 'Customers without a Portrait'],
  ['ofNobodyKnown', 'People we do not know'],
];

/** The parts that hold any order; empty where nothing was counted. */
export function boxParts({ boxes, personas }: Pick<Portal, 'boxes' | 'personas'>): BoxPart[] {
  const part = (id: string, label: string, persona: PersonaEntry | null): BoxPart[] => {
    const fact = boxes?.facts.find((one) => one.id === id);
    return typeof fact?.value === 'number' && fact.value > 0
      ? [{ persona, label, orders: fact.value, fact }]
      : [];
  };
  return [
    ...(boxes?.parts ?? []).flatMap(({ persona: id, fact }) => {
      const persona = personas.find((one) => one.id === id);
      return part(fact, persona?.name ?? id, persona ?? null);
    }),
    ...REST.flatMap(([id, label]) => part(id, label, null)),
  ];
}
