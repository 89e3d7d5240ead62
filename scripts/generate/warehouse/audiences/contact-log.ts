import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIENCE_IDS } from '#core/audiences/audience.ts';
import { DaySchema } from '#core/schemas/identifiers.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '../engine.ts';

/** Who was put on which list on which day: what the contact limit counts. Lies in the state folder. */
export const CONTACT_LOG_FILE = 'contact-log.csv';

const HEADER = 'key,audience,day';
const ROW = /^[^,"\s]+,([a-z-]+),(\d{4}-\d{2}-\d{2})$/;

/**
 * Table `contact_log`: customer, audience, day, each once; empty where no list was ever made.
 *
 * @throws GenerateError `state/damaged-contact-log`: a limit must not be passed over because a file cannot be read
 */
export async function loadContactLog(engine: Engine, stateDirectory: string): Promise<void> {
  await engine.run(
    'CREATE OR REPLACE TEMP TABLE contact_log (customer VARCHAR, audience VARCHAR, day DATE)',
  );
  const path = join(stateDirectory, CONTACT_LOG_FILE);
  if (!existsSync(path)) return;
  refuseDamaged(path);
  await engine.run(
    `INSERT INTO contact_log
     SELECT DISTINCT customer, audience, CAST(day AS DATE)
     FROM read_csv($1, header = true, delim = ',', quote = '', auto_detect = false,
       columns = {'customer': 'VARCHAR', 'audience': 'VARCHAR', 'day': 'VARCHAR'})`,
    [path],
  );
}

/** The log as text, in an order that tells nothing but the day. */
export async function contactLogText(engine: Engine): Promise<string> {
  const rows = await engine.rows<{ line: string }>(
    `SELECT concat_ws(',', customer, audience, day) AS line FROM contact_log ORDER BY day, audience, customer`,
  );
  return [HEADER, ...rows.map(({ line }) => line)].map((line) => `${line}\n`).join('');
}

function refuseDamaged(path: string): void {
  const [header, ...rows] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  if (header !== HEADER) throw damaged(path, 1);
  const known: readonly string[] = AUDIENCE_IDS;
  const bad = rows.findIndex((row) => {
    const [, audience = '', day = ''] = ROW.exec(row) ?? [];
    return !known.includes(audience) || !DaySchema.safeParse(day).success;
  });
  if (bad >= 0) throw damaged(path, bad + 2);
}

function damaged(path: string, line: number): GenerateError {
  return new GenerateError(
    'state/damaged-contact-log',
    `Cannot tell who was written to: "${path}" is damaged; expected what "npm run audiences" wrote`,
    'Put the file back from a backup; deleted, everybody counts as never written to',
    [{ file: path, line, found: 'another line', expected: HEADER }],
  );
}
