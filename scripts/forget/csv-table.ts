import { readFileSync } from 'node:fs';
import type { StateFile } from '#generate/content/apply-content.ts';
import { splitRecords } from '#generate/exports/read/split-records.ts';

/** A CSV that the portal wrote, with its rows as they stand. */
export interface CsvTable {
  path: string;
  header: string;
  records: { text: string; cells: string[] }[];
  /** Places of the columns that say who a row is about: none in tables of orders. */
  columns: { key: number; contact: number[] };
}

export function readTable(path: string): CsvTable {
  const [header = '', ...records] = recordTexts(readFileSync(path, 'utf8'));
  const names = cellsOf(header);
  const key = names.indexOf('key');
  const contact = names.flatMap((name, place) =>
    ['key', 'email', 'phone'].includes(name) ? [place] : [],
  );
  return {
    path,
    header,
    records: records.map((text) => ({ text, cells: cellsOf(text) })),
    columns: { key, contact },
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
