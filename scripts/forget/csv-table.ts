import { readFileSync } from 'node:fs';
import type { StateFile } from '#generate/content/apply-content.ts';
import { splitRecords } from '#generate/exports/read/split-records.ts';

/** A CSV that the portal wrote, with its rows as they stand. */
export interface CsvTable {
  path: string;
  header: string;
  records: { text: string; cells: string[] }[];
  /** Places of the columns that say who a row is about, -1 for what the table lacks: all of it in tables of orders. */
  columns: { key: number; email: number; phone: number };
}

/** What the portal's tables, the e-mail tools' lists and the call sheets call them. */
const NAMES = {
  key: ['key'],
  email: ['email', 'email address', 'e-mail'],
  phone: ['phone', 'phone number'],
};

/** Whether a table says who its rows are about. */
export function namesPeople({ columns }: CsvTable): boolean {
  return Object.values(columns).some((place) => place >= 0);
}

export function readTable(path: string): CsvTable {
  const [header = '', ...records] = recordTexts(readFileSync(path, 'utf8'));
  const names = cellsOf(header).map((name) => name.toLowerCase());
  const place = (known: readonly string[]): number =>
    names.findIndex((name) => known.includes(name));
  return {
    path,
    header,
    records: records.map((text) => ({ text, cells: cellsOf(text) })),
    columns: { key: place(NAMES.key), email: place(NAMES.email), phone: place(NAMES.phone) },
  };
}

/** The same table without these records; all others keep their bytes. */
export function removeRecords(table: CsvTable, removed: readonly number[]): StateFile {
  const gone = new Set(removed);
  const kept = table.records.filter((_, index) => !gone.has(index));
  return {
    path: table.path,
    mode: 0o600,
    text: [table.header, ...kept.map(({ text }) => text)].map((text) => `${text}\n`).join(''),
  };
}

/** Splits at line breaks outside quotes. */
function recordTexts(text: string): string[] {
  return (text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) ?? []).filter((record) => record !== '');
}

function cellsOf(record: string): string[] {
  return splitRecords(record, ',', 1)[0]?.cells ?? [];
}
