import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DESK_COLUMNS, DESK_FILE } from '#generate/desk-file.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { localSecret } from '#generate/local-secret.ts';
import { digestsOf, readContacts } from '#generate/privacy/contact-digests.ts';
import { readDoNotProfile } from '#generate/privacy/do-not-profile.ts';
import { readForgotten } from '#generate/privacy/forgotten.ts';
import { dialsInside } from '#generate/privacy/national-phone.ts';
import type { Engine } from '#generate/warehouse/engine.ts';

/** What the state folder knows of a caller. */
export type Caller =
  | { kind: 'unknown' }
  /** Asked not to be profiled: that, and nothing else, may be told. */
  | { kind: 'doNotProfile' }
  /** One telephone number, several customers. */
  | { kind: 'several'; people: number }
  | { kind: 'known'; persona: string | null; history: CallerHistory | null };

export interface CallerHistory {
  orders: number;
  firstOn: string;
  lastOn: string;
  gifts: number;
  openTickets: number;
  openSince: string | null;
  /** "answer", "rating" or "ticket". */
  complaint: string | null;
  complaintOn: string | null;
}

/**
 * Looks a caller up by what the last `generate` wrote; reads the state folder and writes nothing into it.
 *
 * @param contact e-mail address or phone number, as anybody writes it
 * @throws GenerateError `state/no-vault`, `call/no-contact`, and what a list that cannot be read throws
 */
export async function findCaller(engine: Engine, state: string, contact: string): Promise<Caller> {
  const [vault, desk] = [join(state, 'vault.csv'), join(state, DESK_FILE)];
  if (!existsSync(vault) || !existsSync(desk)) throw noVault(state);
  const secret = localSecret(state);
  const [asked] = await readContacts(engine, secret, [contact]);
  if (asked?.digest == null) throw noContact(contact);
  const rows = await engine.rows<{ key: string; email: string | null; phone: string | null }>(
    `SELECT "key", email, phone FROM ${csv('$1')}
     WHERE email = $2 OR ltrim(phone, '+0') = ltrim($3, '+0')
       OR ${dialsInside('$3', 'phone')} OR ${dialsInside('phone', '$3')} ORDER BY "key"`,
    [vault, asked.email, asked.phone],
  );
  // Also who is on the list by another address than the one they call from.
  const theirs = await readContacts(
    engine,
    secret,
    rows.flatMap(({ email, phone }) => [email, phone].filter((one) => one !== null)),
  );
  const digests = [asked, ...theirs].flatMap((one) => [...digestsOf(one), ...one.dialledDigests]);
  const unprofiled = await readDoNotProfile(engine, state, secret);
  if (digests.some((digest) => unprofiled.includes(digest))) return { kind: 'doNotProfile' };
  const forgotten = readForgotten(state, secret);
  const [row] = rows;
  if (row === undefined || digests.some((digest) => forgotten.includes(digest))) {
    return { kind: 'unknown' };
  }
  if (rows.length > 1) return { kind: 'several', people: rows.length };
  return {
    kind: 'known',
    persona: await personaOf(engine, join(state, 'assignments.csv'), row.key),
    history: await historyOf(engine, desk, row.key),
  };
}

function csv(place: string): string {
  return `read_csv(${place}, header = true, all_varchar = true, delim = ',', quote = '"')`;
}

async function personaOf(engine: Engine, file: string, key: string): Promise<string | null> {
  if (!existsSync(file)) return null;
  const [row] = await engine.rows<{ persona: string | null }>(
    `SELECT persona FROM ${csv('$1')} WHERE "key" = $2`,
    [file, key],
  );
  return row?.persona ?? null;
}

async function historyOf(engine: Engine, file: string, key: string): Promise<CallerHistory | null> {
  const [row] = await engine.rows<Record<(typeof DESK_COLUMNS)[number], string | null>>(
    `SELECT * FROM ${csv('$1')} WHERE "key" = $2`,
    [file, key],
  );
  if (row === undefined) return null;
  return {
    orders: Number(row.orders),
    firstOn: row.first_on ?? '',
    lastOn: row.last_on ?? '',
    gifts: Number(row.gifts),
    openTickets: Number(row.open_tickets),
    openSince: row.open_since,
    complaint: row.complaint,
    complaintOn: row.complaint_on,
  };
}

function noVault(state: string): GenerateError {
  return new GenerateError(
    'state/no-vault',
    `Cannot tell who is calling: "${state}" holds no vault; expected what "npm run generate" writes`,
    'Run "npm run generate" first, or name its folder with --state',
  );
}

function noContact(text: string): GenerateError {
  return new GenerateError(
    'call/no-contact',
    `Cannot tell who is calling: found text, ${text.length} characters; expected an e-mail address or a phone number`,
    'For example: npm run who -- ann@example.com, or npm run who -- "+1 555 017 0001"',
  );
}
