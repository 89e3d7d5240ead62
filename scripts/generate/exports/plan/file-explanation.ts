import type { GenerateError } from '#generate/generate-error.ts';
import type { CellNote } from '../cells/describe-form.ts';

/** How a file would be read, and why. Its rows are read too, since only they show how numbers and days are written. */
export interface FileExplanation {
  path: string;
  /** Null: `generate` would not read the file; `why` says whether it leaves it out or stops. */
  adapter: string | null;
  /** Share of the header that belongs to the format, 0–1. */
  score: number;
  /** Other formats that are nearly as near; most files have none. */
  runnersUp: { adapter: string; score: number; missing: string[] }[];
  encoding: string | null;
  /** Null: no delimited text, or fixed width. */
  delimiter: string | null;
  /** 1-based; null where there is none. */
  headerLine: number | null;
  /** Column of the format → column of the file. */
  columns: Record<string, string>;
  /** Required columns that the file lacks. */
  missing: string[];
  /** What was inferred or assumed about its numbers and days, on what evidence; empty where they are plain. */
  cells: CellNote[];
  why: string;
}

/** An explanation of a file of which nothing more can be said. */
export function unread(path: string, why: string): FileExplanation {
  return {
    path,
    adapter: null,
    score: 0,
    runnersUp: [],
    encoding: null,
    delimiter: null,
    headerLine: null,
    columns: {},
    missing: [],
    cells: [],
    why,
  };
}

/** Why `generate` would not go on. */
export function whyStopped(error: GenerateError): string {
  return `generate would stop: ${error.message}`;
}
