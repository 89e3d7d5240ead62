import type { Audience } from '#core/audiences/audience.ts';
import type { AudienceContact } from '#generate/warehouse/audiences/audience-lists.ts';
import { formulaSafeCsv, isFormula } from './formula-safe-csv.ts';

/** Where a list goes, relative to the folder of the lists, and what it says. */
export interface ListFile {
  path: string;
  text: string;
}

/** One audience's list for people and for each e-mail tool. */
export function listFiles(
  { id, label }: Pick<Audience, 'id' | 'label'>,
  contacts: readonly AudienceContact[],
): ListFile[] {
  const phones = uniquePhones(contacts);
  return [
    {
      path: `${id}.csv`,
      text: formulaSafeCsv(
        ['email', 'phone', 'reason', 'write_on'],
        contacts.map(({ email, phone, reason, writeOn }) => [email, phone, reason, writeOn]),
      ),
    },
    {
      path: `klaviyo/${id}.csv`,
      // Every row needs an address or a number, and none may come twice; other columns become custom properties.
      text: formulaSafeCsv(
        ['Email', 'Phone Number', 'Audience', 'Write On'],
        contacts
          .map((one) => ({
            ...one,
            email: importable(one.email),
            phone: phones.get(one.customer) ?? null,
          }))
          .filter(({ email, phone }) => email !== null || phone !== null)
          .map(({ email, phone, writeOn }) => [email, phone, label, writeOn]),
      ),
    },
    {
      path: `mailchimp/${id}.csv`,
      // Commas part tags, so a label with one would become two.
      text: formulaSafeCsv(
        ['Email Address', 'Phone Number', 'Tags', 'Write On'],
        contacts
          .filter(({ email }) => importable(email) !== null)
          .map(({ email, customer, writeOn }) => [
            email,
            phones.get(customer) ?? null,
            label.replaceAll(',', ''),
            writeOn,
          ]),
      ),
    },
  ];
}

/** An address that had to be changed for the spreadsheet would be somebody else's, or nobody's. */
function importable(email: string | null): string | null {
  return email === null || isFormula(email) ? null : email;
}

const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;

/** By customer: telephone numbers as the tools take them (E.164), each once. */
function uniquePhones(contacts: readonly AudienceContact[]): Map<string, string> {
  const seen = new Set<string>();
  const phones = new Map<string, string>();
  for (const { customer, phone } of contacts) {
    if (phone === null || !INTERNATIONAL.test(phone) || seen.has(phone)) continue;
    seen.add(phone);
    phones.set(customer, phone);
  }
  return phones;
}
