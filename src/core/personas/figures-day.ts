import type { Persona } from '#core/schemas/persona.ts';

/**
 * Figures' day – on which day a Portrait's figures stand.
 * Definition: the day of its file, if our own exports give its figures; a study or another tool does not say of which time
 * its numbers are, and the day they were read on is not theirs.
 * Source: this portal.
 * Empty case: null without figures, and where no figure is of a known time.
 * @example figuresDay(null) // => null
 * @example figuresDay({ asOf: '2026-03-31', facts: [] }) // => '2026-03-31'
 */
export function figuresDay(figures: Pick<Persona, 'asOf' | 'facts'> | null): string | null {
  if (figures === null) return null;
  const { asOf, facts } = figures;
  const isForeign = facts.length > 0 && facts.every(({ timeUnknown }) => timeUnknown);
  return isForeign ? null : asOf;
}
