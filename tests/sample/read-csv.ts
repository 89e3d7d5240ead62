import { readFileSync } from 'node:fs';

/** A small quote-aware reader of its own, so that the tests do not trust the writer's idea of CSV. */
export function readCsv(path: string): Record<string, string>[] {
  const [header = [], ...records] = splitRecords(readFileSync(path, 'utf8'));
  return records.map((cells) =>
    Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])),
  );
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
