import { GenerateError } from '#generate/generate-error.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import type { FileScan } from './file-bytes.ts';
import type { RawReject } from './load-raw.ts';

/** A file that ends inside a row was cut: the rest of it is missing, not only that row. */
export function refuseCut(plan: FilePlan, scan: FileScan, broken: RawReject[]): void {
  const last = broken.at(-1);
  const lastIsBroken =
    last?.problem === 'columns' && !scan.endsWithLineBreak && last.index === scan.lastIndex;
  if (!scan.endsInQuotes && !lastIsBroken) return;
  throw new GenerateError(
    'export/cut-file',
    `Cannot read export "${plan.path}": the file ends in the middle of a row; expected whole rows`,
    'The download or copy was interrupted: export the file again',
    [
      {
        file: plan.path,
        line: scan.lines,
        found: scan.endsInQuotes
          ? 'the end of the file inside quotes'
          : 'the end of the file inside a row',
        expected: `a row of ${plan.columnCount} columns and a line break`,
      },
    ],
  );
}

/** A header and nothing behind it, not even a line break: whether it is whole, nobody can tell. */
export function cutHeader(plan: FilePlan): GenerateError {
  return new GenerateError(
    'export/cut-file',
    `Cannot read export "${plan.path}": the file ends in its header; expected a line break and rows`,
    'The download or copy was interrupted: export the file again. If there is nothing to export, end the header with a line break',
    [
      {
        file: plan.path,
        line: plan.headerLine,
        found: 'the end of the file inside the header',
        expected: 'a line break and rows',
      },
    ],
  );
}
