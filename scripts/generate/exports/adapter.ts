import type { ExportTable } from './interchange.ts';

/** What a cell of a column must be. `number` is for ready-made figures that are never summed. */
export type CellType = 'text' | 'decimal' | 'integer' | 'number' | 'timestamp' | 'date' | 'boolean';

/** One column that an adapter reads. */
export interface ColumnDeclaration {
  /** Header names it goes by; compared after folding (fold-header.ts). */
  headers: string[];
  type: CellType;
  /** Every row must fill it; the file must have it. */
  required?: boolean;
  /** The file must have it, but rows may leave it empty (continuation rows). */
  requiredHeader?: boolean;
  /** Holds something about a person: never quoted, not even in part. */
  personal?: boolean;
  /** A further test of the cell, as a regular expression that must match it whole. */
  pattern?: string;
  /** SQL that is true for a cell that means something, for what a pattern cannot say (a day that exists). */
  holds?: (cell: string) => string;
  /** What the pattern wants, in words: "a period such as 2026-03". */
  expected?: string;
}

/**
 * One export format: a signature (its headers), typed columns, and SQL from its typed rows to the columns of one
 * generic table (interchange.ts). A `timestamp` column gives two columns to the SQL: "name" in UTC and "name_on",
 * the day in the shop's zone. Besides there are "row" (position in the file), and "rowCancelled" and "rowNonProduct"
 * (what the config's tests say about the row).
 */
export interface Adapter {
  /** The platform's folder name of the export formats, or an id that begins with it. */
  id: string;
  /** What the file is called where it is downloaded. */
  label: string;
  table: ExportTable;
  columns: Record<string, ColumnDeclaration>;
  /** Headers that belong to the format and are not read: they help to recognise it. */
  otherHeaders?: string[];
  /** Of each list, the file must have one column: [["unitPrice", "lineTotal"]]. */
  oneOf?: string[][];
  /** Cells that mean "nothing". */
  emptyCells?: string[];
  /** Rows with the same value here belong together: one bad row rejects all of them. */
  group?: string;
  /** What makes a row the same thing in two files; without it whole rows are compared. */
  overlap?: {
    key: string[];
    /** The file with the latest of these is the newest. */
    newest: string;
  };
  /** Interchange column → SQL over the typed columns; what is left out is null. */
  select: Record<string, string>;
  /** Informative counts, apart from rejections: code → SQL condition over the typed columns. */
  notes?: { code: string; reason: string; where: string }[];
}

/** Where a column of the adapter comes from in one file. */
export type Binding =
  | { from: 'header'; index: number; header: string }
  | { from: 'constant'; text: string }
  | { from: 'rowNumber' };
