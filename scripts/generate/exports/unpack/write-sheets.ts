import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { csvCell } from './csv-cell.ts';
import type { ExportFile } from './export-file.ts';
import type { InflationGuard } from './inflation-guard.ts';
import type { SheetRow } from './sheet-row.ts';
import { writeScratch, type UnpackContext } from './unpack-context.ts';

/** A sheet of a spreadsheet, in whatever form the file holds it. */
export interface SheetSource {
  name: string;
  /** Hidden sheets are listed and not read. */
  isHidden: boolean;
  rows: () => AsyncIterable<SheetRow>;
}

/** Characters of comma-separated text that are written at once. */
const WRITE_LENGTH = 256 * 1024;

/** A row of the text that was written: where it ends, its line break included, and how many cells it has. */
interface WrittenRow {
  end: number;
  columns: number;
}

/**
 * Makes each sheet with content a comma-separated text whose records are the sheet's rows, blank ones included. One
 * sheet is called like its file, several like "report.xlsx/Sheet name".
 */
export async function writeSheets(
  file: ExportFile,
  sheets: readonly SheetSource[],
  context: UnpackContext,
  guard: InflationGuard,
): Promise<ExportFile[]> {
  const paths = sheetPaths(file, sheets);
  const hidden = sheets.flatMap((sheet, index) =>
    sheet.isHidden ? [sheetFile(file, paths[index] ?? '', file.absolute, 'hidden-sheet')] : [],
  );
  const texts: ExportFile[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const path = paths[index] ?? '';
    if (sheet.isHidden || context.isIgnored(path)) continue;
    const rows: WrittenRow[] = [];
    const ragged = await writeScratch(context, guard.count(csvText(sheet.rows(), rows)));
    if (rows.length === 0) continue;
    const text = await writeScratch(context, guard.again().count(padded(ragged, rows)));
    await rm(ragged);
    texts.push(sheetFile(file, path, text, null));
  }
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) texts[0] = { ...only, path: file.path };
  const files = [...texts, ...hidden];
  return files.length > 0 ? files : [{ ...file, leftOut: 'empty-container' }];
}

function sheetFile(
  file: ExportFile,
  path: string,
  absolute: string,
  leftOut: ExportFile['leftOut'],
): ExportFile {
  const containers = [...file.containers, file.path];
  return { path, absolute, containers, origin: { kind: 'sheet', shift: 0 }, leftOut };
}

/** Names of sheets may hold anything in a file that no spreadsheet program wrote; no two paths are the same. */
function sheetPaths(file: ExportFile, sheets: readonly SheetSource[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const plain = name.replaceAll(/[\u0000-\u001f\u007f/\\]/g, ' ').trim() || 'Sheet';
    let path = `${file.path}/${plain}`;
    for (let next = 2; taken.has(path); next += 1) path = `${file.path}/${plain} (${next})`;
    taken.add(path);
    return path;
  });
}

/**
 * The rows as they come: how many columns the sheet has, only its end shows.
 *
 * @param written is filled with what was written
 */
async function* csvText(
  rows: AsyncIterable<SheetRow>,
  written: WrittenRow[],
): AsyncGenerator<Buffer> {
  let [end, text, next] = [0, '', 1];
  for await (const { number, cells } of rows) {
    const line = `${'\n'.repeat(number - next)}${cells.map(csvCell).join(',')}\n`;
    end += Buffer.byteLength(line);
    written.push({ end, columns: cells.length });
    text += line;
    next = number + 1;
    if (text.length < WRITE_LENGTH) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

/** The same text with as many cells in each row as the widest one has. */
async function* padded(path: string, rows: WrittenRow[]): AsyncGenerator<Buffer> {
  const columns = rows.reduce((most, row) => Math.max(most, row.columns), 0);
  let [index, offset] = [0, 0];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const parts: Buffer[] = [];
    let from = 0;
    for (let row = rows[index]; row !== undefined; row = rows[index]) {
      const lineBreak = row.end - 1 - offset;
      if (lineBreak >= chunk.length) break;
      parts.push(chunk.subarray(from, lineBreak), Buffer.from(','.repeat(columns - row.columns)));
      from = lineBreak;
      index += 1;
    }
    parts.push(chunk.subarray(from));
    offset += chunk.length;
    yield Buffer.concat(parts);
  }
}
