import type { GenerateError } from '#generate/generate-error.ts';
import { refusedFile } from '../file-refusal.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import type { RecordPlace } from './count-records.ts';
import {
  describeBroken,
  OTHER_HEADER,
  WRONG_COLUMNS,
  type RejectDescription,
} from './describe-rejects.ts';
import type { RawLoad } from './load-raw.ts';
import { LISTED } from './too-many-rejected.ts';

/**
 * Finds out whether records that cannot be split are those of another export, which was put behind the first into one
 * file: one is a header itself, or from one of them on all have the same other number of columns.
 *
 * @param load its rejects in the order of the file, without footers
 * @returns the error that says where it begins; null: nothing looks like it
 */
export function secondExport(
  plan: FilePlan,
  { loaded, rejects }: Pick<RawLoad, 'loaded' | 'rejects'>,
  places: ReadonlyMap<number, RecordPlace>,
): GenerateError | null {
  // Of millions of rows so many are rejected that splitting all anew takes a quarter of a minute.
  const described = rejects.slice(0, LISTED).map((reject) => describeBroken(plan, reject));
  const header = rejects[described.findIndex(({ code }) => code === OTHER_HEADER.code)];
  if (header !== undefined) return secondHeader(plan, places.get(header.index)?.from);
  const begin = places.get(rejects[0]?.index ?? 0);
  if (begin === undefined || loaded === 0 || loaded !== rowsAbove(plan, begin)) return null;
  const columns = described[0]?.found;
  if (!described.every(({ code, found }) => code === WRONG_COLUMNS && found === columns))
    return null;
  return twoExports(
    plan,
    begin.from,
    { found: `${columns} from here on`, expected: `${plan.columnCount}, as in the header` },
    `Probably two exports were put one behind the other: give what begins ${placeOf(begin.from)} a file of its own, below its own header, or download it again`,
  );
}

/** Rows above a record: where as many could be split, none below it could. */
function rowsAbove({ headerLine }: FilePlan, { ordinal }: RecordPlace): number {
  return ordinal - 1 - (headerLine > 0 ? 1 : 0);
}

/** A header with other columns stands below rows: those on one side of it are not what the other header says. */
export function secondHeader(
  file: Pick<FilePlan, 'path'>,
  line: number | undefined,
): GenerateError {
  return twoExports(
    file,
    line,
    { found: OTHER_HEADER.found, expected: 'one export in a file' },
    `Two exports were put one behind the other: give what begins ${placeOf(line)} a file of its own`,
  );
}

function twoExports(
  { path }: Pick<FilePlan, 'path'>,
  line: number | undefined,
  { found, expected }: Pick<RejectDescription, 'found' | 'expected'>,
  hint: string,
): GenerateError {
  const refusal = { code: 'export/two-exports', found, expected, hint };
  return refusedFile(path, line === undefined ? refusal : { ...refusal, line });
}

function placeOf(line: number | undefined): string {
  return line === undefined ? 'there' : `in line ${line}`;
}
