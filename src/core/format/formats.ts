import type { Worded } from '#core/language/words-of.ts';

/** How this portal writes numbers and days, and the words around them; taken from portal.config.ts, never from the machine. */
export interface Formats extends Worded {
  /** BCP 47: "en-GB". */
  locale: string;
  /** ISO 4217: "EUR". */
  currency: string;
  /** IANA: "Europe/Berlin". */
  timeZone: string;
}
