import type { LeftOut } from '../plan/left-out-files.ts';
import { matchesAny } from '../plan/list-files.ts';

/** What the records of a text were in the file that it was made from. */
export interface RecordOrigin {
  kind: 'sheet' | 'json-lines' | 'json-array' | 'parquet';
  /** Number of a record there, less its number here (blank ones counted): the header of JSON lines is no line of it. */
  shift: number;
}

/** One file to read: as it lies in the folder, a member of an archive, or a table that was made into text. */
export interface ExportFile {
  /** Relative to the exports folder: "orders.zip/folder/orders.csv", "report.xlsx/Sheet name". */
  path: string;
  /** Where its bytes are; for what was unpacked, in the scratch folder. */
  absolute: string;
  /** Paths of the files that it came out of, outermost first. */
  containers: string[];
  /** Null: its lines are its own. */
  origin: RecordOrigin | null;
  /** Why it is not read; null: it is. */
  leftOut: LeftOut | null;
}

/** A file as it lies in the folder. */
export function listedFile(path: string, absolute: string): ExportFile {
  return { path, absolute, containers: [], origin: null, leftOut: null };
}

/** Whether a glob names the file, or something that it came out of. */
export function isNamedBy(file: ExportFile, globs: string[]): boolean {
  return [file.path, ...file.containers].some((path) => matchesAny(path, globs));
}
