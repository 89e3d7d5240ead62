import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateFile } from '#generate/content/apply-content.ts';
import { localSecret } from '#generate/local-secret.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { NAMES_TABLE, createNames } from './collect-names.ts';
import { insideForms } from './national-phone.ts';
import { plainLetters, plainLettersSql } from './person-names.ts';

/** Keyed digests of everything that would name a customer, for the scan of built sites. */
export const KNOWN_PEOPLE_FILE = 'known-people.txt';

/** Hexadecimal digits kept of each digest: 56 bits, so that no two things are taken for one another by chance. */
const DIGITS = 14;

/**
 * What a text is compared with. `inside` are phones as they are dialled inside their country, without the zero. `word` and `start` only tell quickly that a text cannot hold a name or a phone; `short` are
 * order numbers of three to eight digits, which are looked up only where a word in front says what they are.
 */
export type KnownKind =
  'name' | 'word' | 'email' | 'phone' | 'inside' | 'start' | 'order' | 'short';

/** Whether something is of a customer. */
export interface KnownPeople {
  has(kind: KnownKind, value: string): boolean;
  /** Whether a word, as it stands in a text, is part of a customer's name. */
  isNameWord(word: string): boolean;
}

/** For a folder in which nothing was generated yet: shapes alone decide. */
export const NOBODY: KnownPeople = { has: () => false, isNameWord: () => false };

/** The beginning of a phone number with its length: what the scan looks up before it looks up a whole number. */
export function phoneStart(digits: string): string {
  return `${digits.length}:${digits.slice(0, 4)}`;
}

/**
 * Digests of every name, e-mail address, phone and order number that the exports hold, sorted, one a line. Brands that
 * are called like a customer are no names, where at least so many customers bought them.
 */
export async function knownPeopleText(
  engine: Engine,
  secret: string,
  floor: number,
): Promise<string> {
  await createNames(engine);
  const digest = `left(sha256($1 || ':known:' || kind || ':' || value), ${DIGITS})`;
  const [row] = await engine.rows<{ text: string | null }>(
    `WITH names AS (
      SELECT DISTINCT name FROM ${NAMES_TABLE} WHERE name NOT IN (
        SELECT array_to_string(list_sort(regexp_extract_all(${plainLettersSql('brand')}, '\\p{L}+')), ' ')
        FROM order_lines JOIN orders USING (order_id)
        WHERE brand IS NOT NULL GROUP BY brand HAVING count(DISTINCT customer_id) >= $2
      )
    ), written_phones AS (
      SELECT phone FROM customers WHERE phone IS NOT NULL UNION SELECT phone FROM customer_phones
    ), phones AS (
      SELECT ltrim(phone, '+0') AS phone FROM written_phones
      -- North America dials without a zero.
      UNION SELECT substr(phone, 3) FROM written_phones WHERE regexp_full_match(phone, '\\+1\\d{10}')
    ), numbers AS (
      SELECT lower(substr(order_key, length(source) + 2)) AS number FROM orders
      UNION SELECT lower(number) FROM orders WHERE number IS NOT NULL
    ), known AS (
      SELECT 'name' AS kind, name AS value FROM names
      UNION ALL SELECT DISTINCT 'word', unnest(string_split(name, ' ')) FROM names
      UNION ALL SELECT 'email', email FROM customers WHERE email IS NOT NULL
      UNION ALL SELECT 'phone', phone FROM phones
      UNION ALL SELECT DISTINCT 'inside', unnest(${insideForms('phone')}) FROM written_phones
      UNION ALL SELECT DISTINCT 'start', length(phone) || ':' || left(phone, 4) FROM phones
      UNION ALL SELECT 'order', ltrim(number, '#') FROM numbers
        WHERE starts_with(number, '#') OR regexp_matches(number, '[^0-9]') OR length(number) >= 9
      UNION ALL SELECT 'short', number FROM numbers
        WHERE length(number) BETWEEN 3 AND 8 AND NOT regexp_matches(number, '[^0-9]')
    )
    SELECT string_agg(digest, chr(10) ORDER BY digest) AS text FROM (SELECT DISTINCT ${digest} AS digest FROM known)`,
    [secret, floor],
  );
  await engine.run(`DROP TABLE ${NAMES_TABLE}`);
  return row?.text == null ? '' : `${row.text}\n`;
}

export function knownPeopleFile(stateDirectory: string, text: string): StateFile {
  return { path: join(stateDirectory, KNOWN_PEOPLE_FILE), mode: 0o600, text };
}

/** What the last run of generate knew; nobody where there was none. */
export function readKnownPeople(stateDirectory: string): KnownPeople {
  const path = join(stateDirectory, KNOWN_PEOPLE_FILE);
  if (!existsSync(path)) return NOBODY;
  return knownPeople(readFileSync(path), localSecret(stateDirectory));
}

/** Looks digests up in the sorted lines as they stand, however many they are. */
export function knownPeople(lines: Buffer, secret: string): KnownPeople {
  const width = DIGITS + 1;
  const count = lines.length / width;
  const isKnown = (digest: Buffer): boolean => {
    let [low, high] = [0, count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = lines.compare(digest, 0, DIGITS, middle * width, middle * width + DIGITS);
      if (order === 0) return true;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  };
  const has = remembered((key) => {
    const digest = hash('sha256', `${secret}:known:${key}`).slice(0, DIGITS);
    return isKnown(Buffer.from(digest, 'latin1'));
  });
  return {
    has: (kind, value) => has(`${kind}:${value}`),
    isNameWord: remembered((word) => has(`word:${plainLetters(word)}`)),
  };
}

/** The same answer without asking twice: texts repeat themselves. */
function remembered(ask: (key: string) => boolean): (key: string) => boolean {
  const answers = new Map<string, boolean>();
  return (key) => {
    const before = answers.get(key);
    if (before !== undefined) return before;
    const answer = ask(key);
    answers.set(key, answer);
    return answer;
  };
}
