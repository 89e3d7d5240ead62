import { splitRecords } from '../read/split-records.ts';
import { foldHeader } from './fold-header.ts';
import { DELIMITERS, type FileHead } from './sniff-file.ts';

/** Fewer columns say too little of customers to make Portraits. */
const FEWEST_COLUMNS = 6;
/** Rows that are looked at; in most other tables of people somebody stands twice among them. */
const LOOKED_AT = 200;
const FEWEST_ROWS = 3;

const KEY =
  /^(?:(?:customer|contact|client|member|user|subscriber|kunden|primary)?e?mail(?:address|adresse)?)$/;
const ADDRESS = /^'?[^@\s]+@[^@\s]+\.[^@\s]+$/;

/**
 * Where to say that a file which no format knows is a customer table; null where it does not look like one. One has a
 * column of e-mail addresses in which nobody stands twice, and many others.
 */
export function customerTableHint({ text }: Pick<FileHead, 'text'>): string | null {
  const key = DELIMITERS.map((delimiter) => keyOf(text, delimiter)).find((name) => name !== null);
  if (key === undefined) return null;
  return `It looks like a table with one row a customer: customerTable of portal.config.ts makes Portraits of its columns, with its path under files and "${key}" as key (docs/configuration.md#customertable)`;
}

/** The header of the column that says who a row is of. */
function keyOf(text: string, delimiter: string): string | null {
  const records = splitRecords(text, delimiter, LOOKED_AT).map(({ cells }) => cells);
  const at = records.findIndex(
    (cells) => cells.length >= FEWEST_COLUMNS && cells.some((cell) => KEY.test(foldHeader(cell))),
  );
  const header = records[at];
  if (header === undefined) return null;
  const rows = records.slice(at + 1).filter(({ length }) => length === header.length);
  const isKey = (name: string, column: number): boolean => {
    const cells = rows.map((row) => row[column]?.trim().toLowerCase() ?? '');
    const filled = cells.filter((cell) => cell !== '');
    return (
      KEY.test(foldHeader(name)) &&
      filled.length >= FEWEST_ROWS &&
      filled.every((cell) => ADDRESS.test(cell)) &&
      new Set(filled).size === filled.length
    );
  };
  return header.find(isKey)?.trim() ?? null;
}
