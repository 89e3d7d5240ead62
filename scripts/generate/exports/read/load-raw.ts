import { GenerateError } from '#generate/generate-error.ts';
import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import type { Binding } from '../adapter.ts';
import type { FilePlan } from '../plan/file-plan.ts';

/** A record that the reader could not split into the file's columns. */
export interface RawReject {
  /** Number of the record with blank lines counted, 1-based, from the header on. */
  index: number;
  problem: 'columns' | 'quote' | 'encoding' | 'length' | 'other';
  /** The record as it stands; never shown, only searched for its order. */
  text: string;
}

export interface RawLoad {
  loaded: number;
  /** How many records could not be split. */
  rejected: number;
  /** The first of them. */
  rejects: RawReject[];
}

/** Cells of a record that are compared with the format's footers. */
export const FOOTER_CELLS = [0, 1, 2];

const MEGABYTE = 1024 * 1024;
/** What one thread of the reader takes at a time: at least as much as the longest record, at most what memory is kept for. */
const PORTION_BYTES = { least: 16 * MEGABYTE, most: 64 * MEGABYTE };
/** Rows of which the engine makes its tables. */
export const ROW_GROUP = 122_880;
/** Rows of a file are not all as long as they are on average. */
const MARGIN = 1.2;
/** A file is divided into so many portions at least, or one thread would wait for the other. */
const FEWEST_PORTIONS = 4;

const PROBLEMS: Record<string, RawReject['problem']> = {
  'MISSING COLUMNS': 'columns',
  'TOO MANY COLUMNS': 'columns',
  'UNQUOTED VALUE': 'quote',
  'INVALID ENCODING': 'encoding',
  'INVALID UNICODE': 'encoding',
  'LINE SIZE OVER MAXIMUM': 'length',
};

/** How much of a text the reader has to expect. */
export interface TextSize {
  bytes: number;
  records: number;
}

/**
 * Bytes that one thread takes at a time. Rows of a portion that fills a group of rows are written once; smaller ones are
 * put together anew to keep the order of the file, which takes as long as writing them.
 */
export function portionBytes({ bytes, records }: TextSize): number {
  const { least, most } = PORTION_BYTES;
  const group = Math.ceil((bytes / Math.max(1, records)) * ROW_GROUP * MARGIN);
  return group > most || group * FEWEST_PORTIONS > bytes ? least : Math.max(least, group);
}

/**
 * Loads a file as text into the table "raw", columns c0, c1 …, in the order of the file (rowid).
 *
 * @param most so many records that could not be split are told, the first ones
 */
export async function loadRaw(engine: Engine, file: CsvFile, most: number): Promise<RawLoad> {
  const { plan } = file;
  const target = plan.wide === undefined ? 'raw' : await wideTable(engine);
  await dropRaw(engine);
  await splitting(plan, async () => {
    const parameters: Parameter[] = [];
    const rows = csvRows(file, (value) => `$${parameters.push(value)}`);
    await engine.run(`CREATE TABLE ${target} AS ${rows}`, parameters);
  });
  if (plan.wide !== undefined) await splitWide(engine, plan, plan.wide.kept);
  const [count] = await engine.rows<{ loaded: string; rejected: string }>(
    'SELECT (SELECT count(*) FROM raw) AS loaded, (SELECT count(DISTINCT line) FROM raw_errors) AS rejected',
  );
  const skip = recordsAbove(plan);
  const rejects = await engine.rows<{ line: string; type: string; text: string | null }>(
    `SELECT line, min(error_type::VARCHAR) AS type, min(csv_line) AS text FROM raw_errors
    WHERE line IN (SELECT DISTINCT line FROM raw_errors ORDER BY line LIMIT ${most}) GROUP BY line ORDER BY line`,
  );
  return {
    loaded: Number(count?.loaded ?? 0),
    rejected: Number(count?.rejected ?? 0),
    rejects: rejects.map(({ line, type, text }) => ({
      index: Number(line) - skip,
      problem: PROBLEMS[type] ?? 'other',
      text: text ?? '',
    })),
  };
}

/** A file as the engine's reader takes it. */
export interface CsvFile {
  plan: FilePlan;
  /** UTF-8 with one kind of line break. */
  path: string;
  compressed: boolean;
  size: TextSize;
}

/** Records that the reader puts into "raw_errors": all that it rejects, or one, to tell that there is any. */
const NOTED = { all: 0, any: 1 };

/**
 * SQL of the rows of a file, the columns that are read of them as text. The reader is strict and keeps what it rejects in
 * "raw_errors"; its lenient options would drop or mangle good rows after a stray quote.
 */
export function csvRows(
  { plan, path, compressed, size }: CsvFile,
  bind: (value: Parameter) => string,
  noted: keyof typeof NOTED = 'all',
): string {
  const columns = Array.from({ length: plan.columnCount }, (_, i) => `'c${i}': 'VARCHAR'`);
  const portion = portionBytes(size);
  const quote = plan.quotes ? `'"'` : "''";
  const used = plan.fixedWidth === null ? usedColumns(plan) : ['c0'];
  return `SELECT ${used.join(', ')} FROM read_csv(${bind(path)}, delim = ${bind(plan.delimiter ?? '\u001f')}, quote = ${quote},
    escape = ${quote}, header = ${plan.headerLine > 0}, skip = ${recordsAbove(plan)}, auto_detect = false,
    compression = '${compressed ? 'gzip' : 'none'}', max_line_size = ${portion}, buffer_size = ${Math.max(portion, 2 * PORTION_BYTES.least)},
    store_rejects = true, rejects_limit = ${NOTED[noted]}, rejects_table = 'raw_errors', rejects_scan = 'raw_scans', columns = {${columns.join(', ')}})`;
}

/** The reader skips whole records where lines above the header are in quotes. */
function recordsAbove(plan: FilePlan): number {
  return plan.recordsAbove ?? Math.max(0, plan.headerLine - 1);
}

/** Drops what a file was loaded into. */
export async function dropRaw(engine: Engine): Promise<void> {
  for (const table of ['raw', 'raw_errors', 'raw_scans'])
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
}

/** The cells of a file that is kept as it stands, until it is called by its number. */
export const WIDE_CELLS = 'wide.cells';

/** Makes room for a table of thousands of columns: in a database of its own that is packed while it is written. */
async function wideTable(engine: Engine): Promise<string> {
  await engine.run(`ATTACH IF NOT EXISTS ':memory:' AS wide (COMPRESS)`);
  await engine.run(`DROP TABLE IF EXISTS ${WIDE_CELLS}`);
  return WIDE_CELLS;
}

/** Takes the columns that are read as those of other files into "raw", row by row in the same order. */
async function splitWide(engine: Engine, plan: FilePlan, kept: readonly number[]): Promise<void> {
  const read = usedColumns({ ...plan, wide: undefined });
  await engine.run(`CREATE TABLE raw AS SELECT ${read.join(', ')} FROM ${WIDE_CELLS}`);
  const isKept = new Set(kept.map((index) => `c${index}`));
  for (const column of read.filter((name) => !isKept.has(name)))
    await engine.run(`ALTER TABLE ${WIDE_CELLS} DROP COLUMN ${column}`);
}

/** SQL of a cell of "raw" that the plan binds a column to; parameters are appended where a value is bound. */
export function rawCell(plan: FilePlan, index: number): string {
  const field = plan.fixedWidth?.[index];
  return field === undefined ? `c${index}` : `substr(c0, ${field.start}, ${field.length})`;
}

function usedColumns(
  plan: Omit<FilePlan, 'wide'> & { wide?: FilePlan['wide'] | undefined },
): string[] {
  const bindings = [
    ...plan.bindings.values(),
    ...[plan.cancelled, plan.nonProduct].flatMap((test) => (test === null ? [] : [test.binding])),
  ];
  const indexes = new Set([...bindings.flatMap(boundIndexes), ...(plan.wide?.kept ?? [])]);
  // The beginning of a record shows whether it is a footer.
  if (plan.adapter.footers !== undefined)
    for (const index of FOOTER_CELLS) if (index < plan.columnCount) indexes.add(index);
  for (const index of plan.names?.flat() ?? []) indexes.add(index);
  if (indexes.size === 0) indexes.add(0);
  return [...indexes].sort((a, b) => a - b).map((index) => `c${index}`);
}

/** Columns of the file that a binding reads. */
export function boundIndexes(binding: Binding): number[] {
  if (binding.from === 'header') return [binding.index, ...(binding.twins ?? [])];
  return binding.from === 'rest' ? binding.columns.map(({ index }) => index) : [];
}

/**
 * Runs a statement over the rows of a file.
 *
 * @throws GenerateError `export/unsplittable-file`
 */
export async function splitting<T>(plan: FilePlan, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unsplittable(plan, error);
  }
}

/** The engine's own message may quote cells, so it is not passed on. */
function unsplittable(plan: FilePlan, error: unknown): unknown {
  if (!(error instanceof Error) || !/^(Invalid Input|IO|Conversion) Error/.test(error.message))
    return error;
  return new GenerateError(
    'export/unsplittable-file',
    `Cannot read export "${plan.path}": its records cannot be told apart; expected rows of ${plan.columnCount} columns`,
    'Open the file in a text editor: a quote that is never closed or mixed line breaks are likely',
    [{ file: plan.path, found: 'records that cannot be told apart', expected: 'delimited rows' }],
  );
}
