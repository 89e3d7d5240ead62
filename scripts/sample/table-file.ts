import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { encodeWindows1252 } from './windows-1252.ts';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** How a tool writes its table; without a word: commas, LF, quotes only where needed, UTF-8 without a mark. */
export interface Dialect {
  delimiter: ',' | '\t';
  endOfLine: '\n' | '\r\n';
  /** `none`: the tool knows no quotes, and a quotation mark is a letter. */
  quotes: 'needed' | 'none';
  encoding: 'utf-8' | 'utf-8 with mark' | 'windows-1252';
  /** Lines above the header. */
  above: readonly string[];
  /** The header's records, where they are not simply the names of the columns. */
  header: readonly (readonly string[])[];
}

export interface Table {
  /** Relative to the folder of exports. */
  path: string;
  /** By what the rows name their cells; unique. */
  columns: readonly string[];
  rows: Iterable<Row>;
  dialect?: Partial<Dialect>;
}

/** Written to disk in pieces of about this many characters. */
const PIECE = 1 << 18;

/**
 * Writes a table whose rows are made one by one. Columns that a row does not name stay empty. Returns the number of
 * rows below the header.
 */
export async function writeTable(path: string, table: Table): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    return await writeRows(file, table);
  } finally {
    await file.close();
  }
}

async function writeRows(file: FileHandle, { columns, rows, dialect }: Table): Promise<number> {
  const form: Dialect = {
    delimiter: ',',
    endOfLine: '\n',
    quotes: 'needed',
    encoding: 'utf-8',
    above: [],
    header: [columns],
    ...dialect,
  };
  const positions = new Map(columns.map((name, position) => [name, position]));
  const write = (text: string) => file.write(encoded(text, form.encoding));
  const mark = form.encoding === 'utf-8 with mark' ? '\uFEFF' : '';
  let waiting = mark + form.above.map((line) => line + form.endOfLine).join('');
  for (const record of form.header) waiting += recordText(record, form);
  let count = 0;
  for (const row of rows) {
    waiting += recordText(cellsOf(row, positions), form);
    count += 1;
    if (waiting.length < PIECE) continue;
    await write(waiting);
    waiting = '';
  }
  await write(waiting);
  return count;
}

function encoded(text: string, encoding: Dialect['encoding']): Buffer {
  return encoding === 'windows-1252' ? encodeWindows1252(text) : Buffer.from(text, 'utf8');
}

function cellsOf(row: Row, positions: ReadonlyMap<string, number>): Cell[] {
  const cells = new Array<Cell>(positions.size).fill(null);
  for (const name in row) {
    const position = positions.get(name);
    if (position === undefined)
      throw new RangeError(`Cannot write column "${name}": not in the header`);
    cells[position] = row[name] ?? null;
  }
  return cells;
}

function recordText(cells: readonly Cell[], form: Dialect): string {
  const text = form.quotes === 'none' ? plainText : quotedText;
  return cells.map(text).join(form.delimiter) + form.endOfLine;
}

function quotedText(cell: Cell): string {
  if (cell === null || cell === '') return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function plainText(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  if (/[\t\n\r]/.test(text))
    throw new RangeError(`Cannot write "${text}": a tab or new line where the tool has no quotes`);
  return text;
}
