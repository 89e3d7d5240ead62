import { readFileSync } from 'node:fs';

/** How a file of the sample is written; without a word: commas, LF, quotes, UTF-8. */
export interface ReadDialect {
  delimiter?: ',' | '\t';
  endOfLine?: '\n' | '\r\n';
  quotes?: boolean;
  encoding?: 'utf-8' | 'windows-1252';
}

/** A small quote-aware reader of its own, so that the tests do not trust the writer's idea of CSV. */
export function readCsv(path: string, dialect: ReadDialect = {}): Record<string, string>[] {
  const [header = [], ...records] = readRecords(path, dialect);
  return records.map((cells) =>
    Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])),
  );
}

/** All records of a file, the header among them. */
export function readRecords(path: string, dialect: ReadDialect = {}): string[][] {
  const text = new TextDecoder(dialect.encoding ?? 'utf-8').decode(readFileSync(path));
  const { delimiter = ',', endOfLine = '\n' } = dialect;
  return dialect.quotes === false
    ? text
        .split(endOfLine)
        .slice(0, -1)
        .map((line) => line.split(delimiter))
    : splitRecords(text);
}

function splitRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    record.push(cell);
    if (text[end] !== ',') {
      records.push(record);
      record = [];
    }
    at = end + 1;
  }
  return records;
}

function plainCell(text: string, start: number): [string, number] {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end += 1;
  return [text.slice(start, end), end];
}

function quotedCell(text: string, start: number): [string, number] {
  let end = start + 1;
  while (text[end] !== '"' || text[end + 1] === '"') end += text[end] === '"' ? 2 : 1;
  return [text.slice(start + 1, end).replaceAll('""', '"'), end + 1];
}
