import { digestsOf, readContacts, type Contact } from '#generate/privacy/contact-digests.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { namesPeople, type CsvTable } from './csv-table.ts';

/** Somebody in the files of a state folder. */
export interface Person {
  /** Of everything they are known by: what later runs recognise them by. */
  digests: string[];
  /** Path of a table → numbers of the records about them. */
  records: Map<string, number[]>;
}

interface Entry {
  path: string;
  record: number;
  key: string | null;
  email: Contact | null;
  phone: Contact | null;
}

/**
 * Who is behind the contacts of one person: every record that names it, and what these records say besides. By an e-mail address the
 * phone beside it is found too, unless somebody else has the same phone; by a phone, every address that has it.
 */
export async function findPerson(
  engine: Engine,
  secret: string,
  asked: readonly Contact[],
  tables: readonly CsvTable[],
): Promise<Person> {
  const entries = await readEntries(engine, secret, tables);
  const named = new Set(asked.flatMap(({ digest }) => digest ?? []));
  const digests = new Set(asked.flatMap(digestsOf));
  const keys = new Set(asked.flatMap(({ key }) => key ?? []));
  const owners = phoneOwners(entries);
  for (const { key, email, phone } of entries) {
    if (!named.has(email?.digest ?? '') && !named.has(phone?.digest ?? '')) continue;
    for (const contact of [email, phone]) {
      if (contact?.digest == null || contact.key === null) continue;
      const isShared = (owners.get(contact.digest)?.size ?? 0) > 1;
      if (!named.has(contact.digest) && isShared) continue;
      digests.add(contact.digest);
      keys.add(contact.key);
    }
    if (key !== null) keys.add(key);
  }
  const records = new Map<string, number[]>();
  for (const { path, record, key, email, phone } of entries) {
    const isTheirs =
      (key !== null && keys.has(key)) ||
      (email?.digest != null && digests.has(email.digest)) ||
      (phone?.digest != null && digests.has(phone.digest));
    if (isTheirs) records.set(path, [...(records.get(path) ?? []), record]);
  }
  return { digests: [...digests], records };
}

/** Digest of a phone → the e-mail addresses it stands beside. */
function phoneOwners(entries: readonly Entry[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { email, phone } of entries) {
    if (phone?.digest == null || email?.digest == null) continue;
    owners.set(phone.digest, (owners.get(phone.digest) ?? new Set()).add(email.digest));
  }
  return owners;
}

async function readEntries(
  engine: Engine,
  secret: string,
  tables: readonly CsvTable[],
): Promise<Entry[]> {
  const named = tables.filter(namesPeople).flatMap(({ path, records, columns }) =>
    records.map(({ cells }, record) => ({
      path,
      record,
      key: cells[columns.key] ?? null,
      email: cells[columns.email] ?? '',
      phone: cells[columns.phone] ?? '',
    })),
  );
  const emails = await readContacts(
    engine,
    secret,
    named.map(({ email }) => email),
  );
  const phones = await readContacts(
    engine,
    secret,
    named.map(({ phone }) => phone),
  );
  return named.map((entry, index) => ({
    ...entry,
    email: emails[index] ?? null,
    phone: phones[index] ?? null,
  }));
}
