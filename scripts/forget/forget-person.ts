import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { applyChanges, recoverContent, type StateFile } from '#generate/content/apply-content.ts';
import { lockContent } from '#generate/content/content-lock.ts';
import { diskEffects, type FileEffects } from '#generate/content/file-effects.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { localSecret } from '#generate/local-secret.ts';
import { usablePhone } from '#generate/exports/load/identities.ts';
import { readContacts, type Contact } from '#generate/privacy/contact-digests.ts';
import { DO_NOT_PROFILE_FILE } from '#generate/privacy/do-not-profile.ts';
import { FORGOTTEN_FILE, forgottenFile, readForgotten } from '#generate/privacy/forgotten.ts';
import { dialsInside } from '#generate/privacy/national-phone.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { namesPeople, readTable, removeRecords, type CsvTable } from './csv-table.ts';
import { findPerson, type Person } from './find-person.ts';

export interface ForgettingPlaces {
  /** Folder of the vault and the lists. */
  state: string;
  /** Content that it belongs to: runs write both together. */
  content: string;
}

/** What was done; nothing in it says who. */
export interface Forgetting {
  /** Files that held the person, relative to the state folder, with the rows taken out. */
  removed: { file: string; rows: number }[];
  /** Files in which nobody can tell whose row is whose (tags of orders, sheets to print), and which were emptied. */
  emptied: string[];
  /** The person is on the people's own list too, in these lines. */
  listedLines: number[];
  /** The digest was there before this call. */
  wasForgotten: boolean;
}

/**
 * Removes a person from the vault, the assignments and every list of a state folder, and remembers a keyed digest by
 * which later runs leave them out. As a whole or not at all, under the folder's lock; doing it twice changes nothing.
 *
 * @param contact e-mail address or phone number, as anybody writes it
 * @throws GenerateError `call/no-contact`, `call/several-phones`, `content/locked`, and what a damaged forgotten.csv throws
 */
export async function forgetPerson(
  engine: Engine,
  { state: stateDirectory, content }: ForgettingPlaces,
  contact: string,
  effects: FileEffects = diskEffects,
): Promise<Forgetting> {
  const state = resolve(stateDirectory);
  const releases = [lockContent(content, effects)];
  try {
    // A run that was killed while it moved its files would else bring the former vault back.
    recoverContent(content, effects);
    releases.push(lockContent(state, effects));
    recoverContent(state, effects);
    const secret = localSecret(state);
    const [asked] = await readContacts(engine, secret, [contact]);
    if (asked?.digest == null) throw noContact(contact);
    const tables = listTables(state);
    const person = await findPerson(
      engine,
      secret,
      await askedContacts(engine, secret, asked, tables),
      tables,
    );
    const { files, ...done } = await planForgetting(engine, { state, secret, person, tables });
    applyChanges(state, [], files, effects);
    return done;
  } finally {
    for (const release of releases.reverse()) release();
  }
}

/**
 * The contact, and where it is a phone as people dial it inside its country, the one in the files that it is there.
 *
 * @throws GenerateError `call/several-phones`
 */
async function askedContacts(
  engine: Engine,
  secret: string,
  asked: Contact,
  tables: readonly CsvTable[],
): Promise<Contact[]> {
  const cells = tables.flatMap(({ records, columns }) =>
    records.map((record) => record.cells[columns.phone] ?? ''),
  );
  const phones = await engine.rows<{ phone: string }>(
    `SELECT DISTINCT ${usablePhone('cell')} AS phone
    FROM (SELECT unnest(CAST(json_transform($2, '["VARCHAR"]') AS VARCHAR[])) AS cell)
    WHERE ${dialsInside('CAST($1 AS VARCHAR)', usablePhone('cell'))}`,
    [asked.phone, JSON.stringify([...new Set(cells)])],
  );
  if (phones.length > 1) throw severalPhones(phones.length);
  const international = await readContacts(
    engine,
    secret,
    phones.map(({ phone }) => phone),
  );
  return [asked, ...international];
}

interface ForgettingRequest {
  state: string;
  secret: string;
  person: Person;
  tables: CsvTable[];
}

async function planForgetting(
  engine: Engine,
  { state, secret, person, tables }: ForgettingRequest,
): Promise<Forgetting & { files: StateFile[] }> {
  const remembered = readForgotten(state, secret);
  const wasForgotten = person.digests.every((digest) => remembered.includes(digest));
  const removed = tables.flatMap((table) => {
    const records = person.records.get(table.path) ?? [];
    return records.length === 0 ? [] : [{ table, records }];
  });
  // Tags that a run wrote since the person was forgotten do not know them.
  const isKnown = wasForgotten && removed.length === 0;
  const emptied = isKnown
    ? []
    : tables.filter((table) => !namesPeople(table) && table.records.length > 0);
  const sheets = isKnown ? [] : printedSheets(state);
  return {
    removed: removed.map(({ table, records }) => ({
      file: relative(state, table.path),
      rows: records.length,
    })),
    emptied: [...emptied.map(({ path }) => path), ...sheets].map((path) => relative(state, path)),
    listedLines: await listedLines(engine, secret, state, person),
    wasForgotten,
    files: [
      forgottenFile(state, secret, [...remembered, ...person.digests]),
      ...removed.map(({ table, records }) => removeRecords(table, records)),
      ...emptied.map((table) =>
        removeRecords(
          table,
          table.records.map((_, index) => index),
        ),
      ),
      ...sheets.map((path) => ({ path, mode: 0o600, text: EMPTIED_SHEET })),
    ],
  };
}

/** Call sheets to print that still name somebody: pages, in which no person can be found by a column. */
function printedSheets(state: string): string[] {
  return readdirSync(state, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, 'utf8') !== EMPTIED_SHEET)
    .sort();
}

const EMPTIED_SHEET =
  '<!doctype html>\n<meta charset="utf-8">\n<title>Call sheet</title>\n<p>Somebody was forgotten since: npm run audiences makes the sheet anew.</p>\n';

/** Every CSV that the portal wrote into the state folder. */
function listTables(state: string): CsvTable[] {
  const own = [FORGOTTEN_FILE, DO_NOT_PROFILE_FILE];
  return readdirSync(state, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !own.includes(relative(state, path)))
    .sort()
    .map((path) => readTable(path));
}

async function listedLines(
  engine: Engine,
  secret: string,
  state: string,
  person: Person,
): Promise<number[]> {
  const path = join(state, DO_NOT_PROFILE_FILE);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split(/\r\n|\n|\r/);
  const contacts = await readContacts(
    engine,
    secret,
    lines.map((line) => line.replace(/^\uFEFF|["\s]+/g, ' ').trim()),
  );
  return contacts.flatMap(({ digest }: Contact, index) =>
    digest !== null && person.digests.includes(digest) ? [index + 1] : [],
  );
}

function severalPhones(phones: number): GenerateError {
  return new GenerateError(
    'call/several-phones',
    `Cannot forget anybody: ${phones} telephone numbers are dialled so inside their countries; expected one`,
    'Give the number with that of its country: npm run forget -- "+1 555 017 0001"',
  );
}

function noContact(text: string): GenerateError {
  return new GenerateError(
    'call/no-contact',
    `Cannot forget anybody: found text, ${text.length} characters; expected an e-mail address or a phone number`,
    'For example: npm run forget -- ann@example.com, or npm run forget -- "+1 555 017 0001"',
  );
}
