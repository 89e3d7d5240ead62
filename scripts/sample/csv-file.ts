import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

export type Cell = string | number | null;

/** Written to disk in pieces of about this many characters. */
const PIECE = 1 << 18;

/** A CSV that is written while it is made: commas, LF, quotes only where needed, UTF-8 without a mark. */
export class CsvFile {
  readonly #file: FileHandle;
  readonly #columns: readonly string[];
  readonly #known: ReadonlySet<string>;
  #waiting = '';
  rows = 0;

  private constructor(file: FileHandle, columns: readonly string[]) {
    this.#file = file;
    this.#columns = columns;
    this.#known = new Set(columns);
    this.#waiting = line(columns);
  }

  static async create(path: string, columns: readonly string[]): Promise<CsvFile> {
    await mkdir(dirname(path), { recursive: true });
    return new CsvFile(await open(path, 'w'), columns);
  }

  /** Columns that the row does not name stay empty; one that the file does not have is a mistake of the caller. */
  async write(row: Readonly<Record<string, Cell>>): Promise<void> {
    for (const name in row) {
      if (!this.#known.has(name)) throw new RangeError(`Unknown column "${name}"`);
    }
    this.#waiting += line(this.#columns.map((name) => row[name] ?? null));
    this.rows += 1;
    if (this.#waiting.length >= PIECE) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    const piece = this.#waiting;
    this.#waiting = '';
    await this.#file.write(piece);
  }
}

/** Writes a whole table whose rows are made one by one. */
export async function writeCsv(
  path: string,
  columns: readonly string[],
  rows: Iterable<Readonly<Record<string, Cell>>>,
): Promise<number> {
  const file = await CsvFile.create(path, columns);
  try {
    for (const row of rows) await file.write(row);
  } finally {
    await file.close();
  }
  return file.rows;
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null || cell === '') return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
