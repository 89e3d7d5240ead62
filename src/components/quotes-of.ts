import type { PersonaEntry } from '#data/personas.ts';
import { componentWords, type NamedEntries } from './component-words.ts';
import { quotesIn, type Quotation } from './quotes-in.ts';

/** What somebody said, in the text of a Portrait. */
export interface Quote extends Quotation {
  persona: PersonaEntry;
}

/** A longer quote is for a page, not for a wall. */
const LONGEST = 180;

/** The quotes of a Portrait's text that can be read on a wall, in reading order. */
export function quotesOf(portal: NamedEntries, persona: PersonaEntry): Quote[] {
  return quotesIn(persona.document?.body ?? '', componentWords(portal, `personas/${persona.id}`))
    .filter(({ text }) => text.length <= LONGEST)
    .map((quotation) => ({ ...quotation, persona }));
}
