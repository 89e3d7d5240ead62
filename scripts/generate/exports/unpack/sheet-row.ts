import { MAX_COLUMNS, MAX_RECORD_BYTES } from '../file-limits.ts';
import { FileRefusal, rowTooLong, tooManyColumns } from '../file-refusal.ts';
import { damagedSpreadsheet } from './xml-stream.ts';

/** A row that holds something. */
export interface SheetRow {
  /** 1-based. */
  number: number;
  /** Up to the last one that holds something. */
  cells: string[];
}

const MAX_ROWS = 1_048_576;

/** Puts the rows of a sheet together, cell by cell, and hands over those that are whole. */
export class RowBuilder {
  #rows: SheetRow[] = [];
  #number = 0;
  #cells: string[] = [];
  #length = 0;

  /** @param number as the file says it; undefined: the next one */
  open(number: number = this.#number + 1): void {
    if (!Number.isInteger(number) || number <= this.#number || number > MAX_ROWS)
      throw damagedSpreadsheet();
    this.#number = number;
    this.#cells = [];
    this.#length = 0;
  }

  /** @param column 1-based */
  put(column: number, text: string): void {
    if (text === '') return;
    if (!Number.isInteger(column) || column < 1) throw damagedSpreadsheet();
    if (column > MAX_COLUMNS)
      throw new FileRefusal(tooManyColumns(`at least ${column}`, this.#number));
    this.#length += text.length;
    if (this.#length > MAX_RECORD_BYTES) throw new FileRefusal(rowTooLong(this.#number));
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column - 1] = text;
  }

  close(): void {
    if (this.#cells.length > 0) this.#rows.push({ number: this.#number, cells: this.#cells });
    this.#cells = [];
  }

  /** The rows that are whole since the last time. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}
