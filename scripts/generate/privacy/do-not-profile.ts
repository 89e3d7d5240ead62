import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '#core/schemas/issue.ts';
import { splitRecords } from '#generate/exports/read/split-records.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { digestsOf, readContacts } from './contact-digests.ts';

/** The list that people keep: whoever does not want to be profiled, an e-mail address or a phone number a line. */
export const DO_NOT_PROFILE_FILE = 'do-not-profile.csv';

/** What a header may say; every other first line is somebody. */
const HEADER_CELL =
  /^(?:e-?mails?|phones?|telephones?|mobiles?|contacts?)(?:[ _-]?(?:address(?:es)?|numbers?))?$/i;

const EXPECTED = 'an e-mail address or a phone number';

/**
 * Digests of the people on `.portal/do-not-profile.csv`; none where there is no such file. Whom the run cannot read it
 * must not profile by mistake, so a line that is no contact stops it.
 *
 * @throws GenerateError `privacy/unreadable-list`, `privacy/bad-list`
 */
export async function readDoNotProfile(
  engine: Engine,
  stateDirectory: string,
  secret: string,
): Promise<string[]> {
  const path = join(stateDirectory, DO_NOT_PROFILE_FILE);
  if (!existsSync(path)) return [];
  const entries = listEntries(readText(path));
  const contacts = await readContacts(
    engine,
    secret,
    entries.map(({ text }) => text),
  );
  const issues = entries.flatMap(({ text, line }, index): Issue[] =>
    contacts[index]?.digest == null
      ? [{ file: path, line, found: `text, ${text.length} characters`, expected: EXPECTED }]
      : [],
  );
  if (issues.length > 0) {
    throw new GenerateError(
      'privacy/bad-list',
      `Cannot tell who does not want to be profiled: ${issues.length === 1 ? 'a line' : `${issues.length} lines`} of "${path}" cannot be read; expected ${EXPECTED} on each`,
      'Correct the list: one contact a line, as the exports have it; a first line "email" or "phone" may be there',
      issues,
    );
  }
  return [...new Set(contacts.flatMap(digestsOf))];
}

function listEntries(text: string): { text: string; line: number }[] {
  const records = splitRecords(text, ',').map(({ cells, line }) => ({
    line,
    cells: cells
      .flatMap((cell) => cell.split(/[;\t]/))
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ''),
  }));
  const [first] = records;
  const isHeader = first?.cells.every((cell) => HEADER_CELL.test(cell)) === true;
  return (isHeader ? records.slice(1) : records).flatMap(({ cells, line }) =>
    cells.map((cell) => ({ text: cell, line })),
  );
}

/** UTF-8, or UTF-16 as spreadsheet programs save "Unicode text". */
function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && typeof error.code === 'string'
        ? error.code
        : 'it is no text';
    throw new GenerateError(
      'privacy/unreadable-list',
      `Cannot read "${path}": ${reason}; expected the list of people who do not want to be profiled`,
      'Save it as UTF-8 text, readable for whoever runs the portal',
      [{ file: path, line: 1, found: reason, expected: EXPECTED }],
    );
  }
}
