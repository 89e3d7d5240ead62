import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** Written to disk in pieces of about this many characters. */
const PIECE = 1 << 18;

/**
 * Writes a table whose rows are made one by one: commas, LF, quotes only where needed, UTF-8 without a mark. Columns
 * that a row does not name stay empty. Returns the number of rows.
 */
export async function writeCsv(
  path: string,
  columns: readonly string[],
  rows: Iterable<Row>,
): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    return await writeRows(file, columns, rows);
  } finally {
    await file.close();
  }
}

async function writeRows(
  file: FileHandle,
  columns: readonly string[],
  rows: Iterable<Row>,
): Promise<number> {
  const positions = new Map(columns.map((name, position) => [name, position]));
  let waiting = `${columns.map(cellText).join(',')}\n`;
  let count = 0;
  for (const row of rows) {
    waiting += `${rowText(row, positions)}\n`;
    count += 1;
    if (waiting.length < PIECE) continue;
    await file.write(waiting);
    waiting = '';
  }
  await file.write(waiting);
  return count;
}

function rowText(row: Row, positions: ReadonlyMap<string, number>): string {
  const cells = new Array<string>(positions.size).fill('');
  for (const name in row) {
    const position = positions.get(name);
    if (position === undefined)
      throw new RangeError(`Cannot write column "${name}": not in the header`);
    cells[position] = cellText(row[name] ?? null);
  }
  return cells.join(',');
}

function cellText(cell: Cell): string {
  if (cell === null || cell === '') return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
