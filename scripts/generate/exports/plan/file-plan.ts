import type { Adapter, Binding } from '../adapter.ts';
import type { CellForm } from '../cells/cell-form.ts';
import type { PlatformAccount } from '#core/schemas/portal-config.ts';
import type { Encoding } from '../read/file-bytes.ts';
import type { RecordOrigin } from '../unpack/export-file.ts';
import type { SummaryBlock } from './summary-block.ts';

/** A test of rows by one cell. */
export interface RowTest {
  binding: Binding;
  pattern: string;
}

/** Everything that is decided about one file before its rows are read. */
export interface FilePlan {
  /** Relative to the exports folder. */
  path: string;
  absolute: string;
  /** What its records were in the file that it was made from; without it its lines are its own. */
  origin?: RecordOrigin | null;
  compressed: boolean;
  encoding: Encoding;
  /** Null: fixed width. */
  delimiter: string | null;
  /** Whether a quotation mark opens a cell. */
  quotes: boolean;
  /** A backslash keeps tabs and line breaks inside cells (unescape-dump.ts). */
  escapes?: boolean;
  /** Rows stand in quotes as a whole (wrapped-rows.ts): what a spreadsheet program has parted columns by. */
  wrappedBy?: string;
  fixedWidth: { start: number; length: number }[] | null;
  /** Physical line of the header, 1-based; 0: none. */
  headerLine: number;
  /** Records and blank lines above the header; by default as many as lines. */
  recordsAbove?: number;
  /** A small table above the header, which has to prove that it is a summary of this one. */
  summaryBlock?: SummaryBlock;
  /** Columns of the file. */
  columnCount: number;
  /** The customer table's: its headers, each different, and the columns that are kept as they stand. */
  wide?: { headers: string[]; kept: number[] };
  /** Columns that hold people's names (name-columns.ts); none by default. */
  names?: number[][];
  adapter: Adapter;
  /** What the report and Facts call it: the adapter's id, or the name of the config's source. */
  source: string;
  /** Adapter column → where it comes from; a column that is missing here is empty in each row. */
  bindings: Map<string, Binding>;
  form: CellForm;
  /** Columns in which a spreadsheet program may have taken the month for the day (serial-days.ts). */
  turnedDays?: string[];
  /** The config says how cells are written: nothing is inferred from the file. */
  formIsGiven: boolean;
  /** The zone of times without an offset. */
  timeZone: string | null;
  /** What the config says of the platform's account. */
  account: PlatformAccount;
  cancelled: RowTest | null;
  nonProduct: RowTest | null;
}
