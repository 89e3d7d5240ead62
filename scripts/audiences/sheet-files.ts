import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CALL_QUESTIONS } from '#core/audiences/call-questions.ts';
import { CALL_SHEET_COLUMNS } from '#core/audiences/call-sheet-columns.ts';
import { foldHeader } from '#generate/exports/plan/fold-header.ts';
import { splitRecords } from '#generate/exports/read/split-records.ts';

const SHEET = /^(.+)-\d{4}-\d{2}-\d{2}\.(?:csv|html)$/;

/** What is to be done with the call sheets of an earlier run. */
export interface PresentSheets {
  /** Nobody wrote on them: they go, because new ones take their place. */
  outdated: string[];
  /** CSVs with answers, which no program removes or writes over. */
  filled: string[];
}

/**
 * Looks through a folder of call sheets.
 *
 * @param audiences whose sheets are written anew
 * @param names files that are written now; of these only filled ones matter
 */
export function presentSheets(
  folder: string,
  audiences: readonly string[],
  names: readonly string[],
): PresentSheets {
  const present = existsSync(folder) ? readdirSync(folder).sort() : [];
  const theirs = present.filter((name) => audiences.includes(SHEET.exec(name)?.[1] ?? ''));
  const filled = theirs.filter(
    (name) => name.endsWith('.csv') && hasAnswers(readFileSync(join(folder, name), 'utf8')),
  );
  const kept = new Set([...names, ...filled]);
  return { outdated: theirs.filter((name) => !kept.has(name)), filled };
}

/** Columns in which a person writes. */
const WRITTEN = [CALL_SHEET_COLUMNS.calledOn, ...Object.values(CALL_QUESTIONS)].map(foldHeader);

/** Whether anybody wrote on a sheet, whichever separator their program saved it with; one that cannot be read counts. */
function hasAnswers(text: string): boolean {
  for (const delimiter of [',', ';', '\t']) {
    const [header, ...rows] = splitRecords(text, delimiter);
    const names = header?.cells.map(foldHeader) ?? [];
    const places = WRITTEN.map((name) => names.indexOf(name));
    if (places.includes(-1)) continue;
    return rows.some(({ cells }) => places.some((place) => (cells[place] ?? '').trim() !== ''));
  }
  return true;
}
