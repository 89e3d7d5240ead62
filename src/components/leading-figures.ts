import { wordsOf, type Worded } from '#core/language/words-of.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** A Portrait as far as it can lead in a figure. */
export interface Contender {
  id: string;
  figures: { facts: readonly Fact[] } | null;
}

/** A figure in which a Portrait leads, and what they are asked for by because of it. */
export interface LeadingFigure {
  fact: Fact;
  /** "highest return rate", "returns most". */
  phrases: readonly string[];
}

/** The figures in which a Portrait leads. Nobody does where two are alike or fewer than two are known. */
export function leadingFigures(
  personas: readonly Contender[],
  id: string,
  formats: Worded,
): LeadingFigure[] {
  return Object.entries(wordsOf(formats).searchMost).flatMap(([figure, phrases]) => {
    const known = personas.flatMap((persona) => {
      const fact = persona.figures?.facts.find((one) => one.id === figure);
      return typeof fact?.value === 'number' ? [{ id: persona.id, fact, value: fact.value }] : [];
    });
    const [first, second] = known.toSorted((one, other) => other.value - one.value);
    return first && second && first.id === id && first.value > second.value
      ? [{ fact: first.fact, phrases: phrases.split(', ') }]
      : [];
  });
}
