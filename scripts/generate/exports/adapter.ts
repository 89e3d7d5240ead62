import type { ExportTable } from './interchange.ts';

/**
 * What a cell of a column must be. `number` is for ready-made figures that are never summed; `share` is a rate
 * ("12.5%", "0.125" in a column of rates stays as it is, "< 10%") that becomes 0–1; `cells` is the list of all cells of
 * the columns that nothing else takes.
 */
export type CellType =
  'text' | 'decimal' | 'integer' | 'number' | 'share' | 'timestamp' | 'date' | 'boolean' | 'cells';

/** One column that an adapter reads. */
export interface ColumnDeclaration {
  /**
   * Header names it goes by; compared after folding (fold-header.ts). The column "fileName" without any is the name of
   * the file without folder and ending.
   */
  headers: string[];
  /**
   * A regular expression over the whole folded header (letters and digits only, lower case) for names that vary:
   * "amountspent([a-z]{3})". A group in it is the currency of all money of the file. For `cells`: which of the columns
   * that are left over are taken; without it all.
   */
  headerPattern?: string;
  type: CellType;
  /** It must be the first column of the file. */
  first?: true;
  /** Every row must fill it; the file must have it. */
  required?: boolean;
  /** The file must have it, but rows may leave it empty (continuation rows). */
  requiredHeader?: boolean;
  /** Holds something about a person: never quoted, not even in part. */
  personal?: boolean;
  /**
   * An identifier: "9.21E+11" in it is the damage of a spreadsheet program, and the row is rejected with the hint to
   * export again. With a number, an identifier of fewer digits than that has lost its zeros.
   */
  identifier?: true | number;
  /** The adapter itself says what becomes of a cell that a spreadsheet program has shortened; else it is left out. */
  ownDamage?: true;
  /** Cells that mean "nothing" in this column, besides those that mean it everywhere: "All" among days. */
  empty?: string[];
  /** A further test of the cell, as a regular expression that must match it whole. */
  pattern?: string;
  /** SQL that is true for a cell that means something, for what a pattern cannot say (a day that exists). */
  holds?: (cell: string) => string;
  /** What the pattern wants, in words: "a period such as 2026-03". */
  expected?: string;
}

/** Rows that are left out, and why. */
export interface IgnoredKind {
  code: string;
  reason: string;
  /** SQL over the typed columns: true for such a row. A cell that is not of its column's type is null there too. */
  where: string;
  /** What the row is about has come to nothing since: what an older file said of it is left out too (a cancelled return). */
  cancels?: true;
}

/** Rows that say again what others say: "Total: Campaigns". They are left out with proof. */
export interface SummaryRows {
  /** What the report calls them. */
  reason: string;
  /** SQL over the typed columns: true for such a row. */
  where: string;
  /** Columns whose value in each such row must equal the sum over the kept rows it stands for. */
  sums: string[];
  /** What else must be equal, by what the report calls it: SQL of the value over the row of that name. */
  sumsOf?: Record<string, (row: string) => string>;
  /** SQL over "s" (the summary row) and "k" (a kept row): whether s stands for k; without it, for all. */
  covers?: string;
}

/** A file that is no single table (sections, stacked tables) made into one. */
export interface Reshaped {
  header: string[];
  rows: {
    /** Physical line of the original, 1-based. */
    line: number;
    cells: string[];
  }[];
  /** Rows of the original that are no rows of the table, with the reason; `line` is the first one's. */
  ignored: { code: string; reason: string; rows: number; line: number }[];
}

/**
 * One export format: a signature (its headers), typed columns, and SQL from its typed rows to the columns of one
 * generic table (interchange.ts). A `timestamp` column gives two columns to the SQL: "name" in UTC and "name_on",
 * the day in the shop's zone; a `decimal` column also "name_currency", the ISO code that its cells state ("AU $3.00"),
 * if any; a `share` column also "name_bound" ("<" or ">", else null); a `cells` column is a list of
 * {header, cell, place} without empty cells, where the place is that of the column in the file. Besides there are "row"
 * (position in the file), and "rowCancelled" and "rowNonProduct" (what the config's tests say about the row).
 */
export interface Adapter {
  /** The platform's folder name of the export formats, or an id that begins with it. */
  id: string;
  /** What the file is called where it is downloaded. */
  label: string;
  table: ExportTable;
  /** Adapters whose rows complete each other (orders and their items) name the same platform; else the id. */
  platform?: string;
  columns: Record<string, ColumnDeclaration>;
  /** Headers that belong to the format and are not read: they help to recognise it. */
  otherHeaders?: string[];
  /** Columns that people leave out of the export: what the report says is done without each. */
  without?: Record<string, string>;
  /** Of each list, the file must have one column: [["unitPrice", "lineTotal"]]. */
  oneOf?: string[][];
  /** Cells that mean "nothing", besides those that mean it everywhere (null-tokens.ts). */
  emptyCells?: string[];
  /**
   * Dumps of a database table without a header (MySQL's INTO OUTFILE: tabs, and a backslash before tabs and line breaks in
   * cells): told by the file's name, as a regular expression over it without folder and ending in lower case, and read in
   * the order of the table's columns; of several that they can have, in the one that the first cells fit. Extensions can
   * have added some behind them.
   */
  headerless?: { fileName: string; layouts: readonly (readonly string[])[] };
  /** `false`: the format knows no quotes; a quotation mark is a letter (Amazon). */
  quotes?: false;
  /**
   * The header is two records (SurveyMonkey): the name of a column is the first one's, carried on over blank cells,
   * and behind U+001F the second one's where it has one.
   */
  doubleHeader?: true;
  /**
   * For a format that has hardly a name of its own (a form): whether the header as written and the row below it are of
   * it all the same.
   */
  recognises?: (header: string[], firstRow: string[]) => boolean;
  /** The zone of times without an offset, unless the config says another; without both it is the shop's. */
  timeZone?: string;
  /** With a currency, `timeZone` is only that of accounts in it. */
  timeZoneOf?: string;
  /** The currency of amounts that state none, unless the config says another; without both it is the portal's. */
  currency?: string;
  /** How "04/05/2026" is meant where the format fixes it; else it is inferred from the file. */
  dateOrder?: 'dmy' | 'mdy';
  /** Values of columns that stand above the header; `lines` are those before it. Cells of the column go before. */
  preamble?: (lines: string[]) => Record<string, string>;
  /** Values of columns that stand in the file's name, its folder included. Cells of the column go before. */
  named?: (path: string) => Record<string, string>;
  /** Regular expressions of whole records at the end that are no data: "45,record(s) downloaded,". */
  footers?: string[];
  /** The same of records that are too short to be rows, where the words are in the account's language. */
  shortFooters?: string[];
  /** Rows that are no data, and why: drafts, test sends, a row of descriptions. */
  ignore?: IgnoredKind[];
  summaries?: SummaryRows[];
  /** Rows with the same value here belong together: one bad row rejects all of them. */
  group?: string;
  /** What makes a row the same thing in two files; without it whole rows are compared. */
  overlap?: {
    key: string[];
    /** Column that names the thing alone in rows that fill it: the key is for those that do not. */
    id?: string;
    /** The file with the latest of these is the newest. */
    newest: string;
    /** Column that parts two things of one key where all of their rows fill it: the account of a campaign. */
    apart?: string;
    /**
     * SQL: when a row was made, where every export holds all there is: what a newer one no longer has was deleted or
     * changed since (withdraw-rows.ts).
     */
    whole?: string;
    /** The key also names one thing inside a file: of several rows the last is kept. */
    unique?: true;
    /** SQL: true for the row that begins an order, where an export in parts can be cut in the middle of one (cut-orders.ts). */
    begins?: string;
    /**
     * SQL: true for a row that begins a statement of an order, and over all rows of one what two statements of the same
     * order have in common where each is whole by itself; null where it is not (repeated-states.ts).
     */
    states?: { begins: string; same: string };
    /**
     * SQL: how far the row's order has come, a larger number for what comes later: of two files that differ in nothing else
     * the one whose orders have come farther is the newer.
     */
    progress?: string;
    /** The key names one line of an order where all of it is filled. */
    line?: true;
    /** When an order was placed, where another shop of the platform can give out the same number: it never changes. */
    placed?: string;
    /** SQL: true for refunds that are rows of their own and name their order by the first column of the key alone (part-by-time.ts). */
    refunds?: string;
    /** Other files mean orders by this key: those of two shops cannot be told apart by anything else. */
    inner?: true;
    /** SQL over the typed columns: who bought, and the platform's own number of the order, which no two shops share. */
    buyer?: string;
    platformId?: string;
  };
  /**
   * First and last day of the whole report, in a format whose rows state the first and last day on which something
   * happened to them: every row gets the file's earliest and latest.
   */
  reportPeriod?: { first: string; last: string };
  /** SQL that makes several rows of one: given the typed table, a SELECT that keeps "row". */
  expand?: (typed: string) => string;
  /** Interchange column → SQL over the typed (or expanded) columns; what is left out is null. */
  select: Record<string, string>;
  /** Further tables that the same rows fill: returned quantities of an order file. `where`: rows that have any. */
  also?: { table: ExportTable; select: Record<string, string>; where: string }[];
  /** Informative counts, apart from rejections: code → SQL condition over the typed columns. */
  notes?: { code: string; reason: string; where: string }[];
  /** For a file that is no single table: whether its first text is of this format, and the table in it. */
  reshape?: {
    recognises: (head: string) => boolean;
    /** @param text the whole file */
    toTable: (text: string) => Reshaped;
  };
}

/** Where a column of the adapter comes from in one file. */
export type Binding =
  | {
      from: 'header';
      index: number;
      header: string;
      /** Further columns of the same name: they must say the same or nothing. */
      twins?: number[];
    }
  | { from: 'constant'; text: string }
  | { from: 'rowNumber' }
  | { from: 'rest'; columns: { index: number; header: string }[] };

/** The portal's own CSVs are written as documented; what tools write is read as they write it. */
export function isDocumented(adapter: Adapter): boolean {
  return adapter.id.startsWith('generic-');
}
