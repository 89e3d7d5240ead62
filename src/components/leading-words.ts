import { wordsOf, type Worded } from '#core/language/words-of.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** A Portrait as far as it can lead in a figure. */
export interface Contender {
  id: string;
  figures: { facts: readonly Fact[] } | null;
}

/**
 * What a Portrait is asked for by because it leads in a figure: "highest return rate". Nobody leads where two are alike
 * or fewer than two are known.
 */
export function leadingWords(
  personas: readonly Contender[],
  id: string,
  formats: Worded,
): string[] {
  return Object.entries(wordsOf(formats).searchMost).flatMap(([fact, phrases]) => {
    const known = personas.flatMap((persona) => {
      const value = persona.figures?.facts.find((one) => one.id === fact)?.value;
      return typeof value === 'number' ? [{ id: persona.id, value }] : [];
    });
    const [first, second] = known.toSorted((one, other) => other.value - one.value);
    return first && second && first.id === id && first.value > second.value
      ? phrases.split(', ')
      : [];
  });
}
