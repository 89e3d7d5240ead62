import { nameWords } from './person-names.ts';

/** What may stand in a text although it looks like a person's: staff, the shop's own, people who tell stories. */
export interface Allowed {
  /** Whole addresses, and domains as "@shop.example"; lower case. */
  emails: ReadonlySet<string>;
  /** Digits of phone numbers without the sign and zeros in front. */
  phones: ReadonlySet<string>;
  /** Sorted words. */
  names: ReadonlySet<string>;
}

/** Sorts the entries of `privacy.mayBeShown` by what they are; every entry that is no contact is a name. */
export function allowedContacts(entries: readonly string[]): Allowed {
  const emails = entries.filter((entry) => entry.includes('@'));
  const phones = entries.filter((entry) => !entry.includes('@') && /^[\d\s()+./-]+$/.test(entry));
  const names = entries.filter((entry) => !emails.includes(entry) && !phones.includes(entry));
  return {
    emails: new Set(emails.map((entry) => entry.trim().toLowerCase())),
    phones: new Set(phones.map(phoneDigits)),
    names: new Set(names.map((entry) => nameWords(entry).sort().join(' '))),
  };
}

/** The digits by which phone numbers are compared. */
export function phoneDigits(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+/, '');
}
