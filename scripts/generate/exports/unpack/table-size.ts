import { FileRefusal } from '../file-refusal.ts';
import type { UnpackLimits } from '../file-limits.ts';

/** A table whose cells cost nothing where they are packed could fill the disk as text. */
export function refuseHugeTable(rows: number, columns: number, limits: UnpackLimits): void {
  if (rows * columns <= limits.cells) return;
  throw new FileRefusal({
    code: 'export/unsafe-archive',
    found: `a table of ${rows} rows and ${columns} columns`,
    expected: `at most ${limits.cells} cells`,
    hint: 'Export the file again in parts, or with fewer columns',
  });
}

/** Two counts of the same records that were made apart from each other. */
export function refuseLostRecords(expected: number, seen: number): void {
  if (seen === expected) return;
  throw new FileRefusal({
    code: 'export/records-disagree',
    found: `${seen} records could be told apart`,
    expected: `${expected}, as counted apart from the reader`,
    hint: 'Export the file again, or as CSV',
  });
}
