import type { Adapter, Binding } from './adapter.ts';
import type { CellForm } from './cell-sql.ts';
import type { Encoding } from './file-bytes.ts';

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
  compressed: boolean;
  encoding: Encoding;
  /** Null: fixed width. */
  delimiter: string | null;
  fixedWidth: { start: number; length: number }[] | null;
  /** Physical line of the header, 1-based; 0: none. */
  headerLine: number;
  /** Columns of the file. */
  columnCount: number;
  adapter: Adapter;
  /** What the report and Facts call it: the adapter's id, or the name of the config's source. */
  source: string;
  /** Adapter column → where it comes from; a column that is missing here is empty in each row. */
  bindings: Map<string, Binding>;
  form: CellForm;
  cancelled: RowTest | null;
  nonProduct: RowTest | null;
}

export const PLAIN_CELLS: CellForm = { decimal: '.', grouped: false, dateFormat: null };
