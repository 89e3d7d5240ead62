import { csvCell } from './csv-cell.ts';
import type { ExportFile } from './export-file.ts';
import type { InflationGuard } from './inflation-guard.ts';
import { sheetRows } from './sheet-rows.ts';
import { writeScratch, type UnpackContext } from './unpack-context.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { withZip, type ZipArchive } from './zip-archive.ts';

/** Characters of comma-separated text that are written at once. */
const WRITE_LENGTH = 256 * 1024;

interface SheetSize {
  columns: number;
  rows: number;
}

/**
 * Makes each sheet with content a comma-separated text whose records are the sheet's rows, blank ones included. One
 * sheet is called like its file, several like "report.xlsx/Sheet name". Hidden sheets are listed and not read.
 */
export async function unpackWorkbook(
  file: ExportFile,
  mainDocument: string,
  context: UnpackContext,
  guard: InflationGuard,
): Promise<ExportFile[]> {
  return withZip(file.absolute, context.limits, async (archive) => {
    const workbook = await readWorkbook(archive, mainDocument, guard);
    const paths = sheetPaths(file, workbook.sheets);
    const hidden = workbook.sheets.flatMap((sheet, index) =>
      sheet.isHidden ? [sheetFile(file, paths[index] ?? '', file.absolute, 'hidden-sheet')] : [],
    );
    const texts: ExportFile[] = [];
    for (const [index, sheet] of workbook.sheets.entries()) {
      const path = paths[index] ?? '';
      if (sheet.isHidden || context.isIgnored(path)) continue;
      const size = await measure(archive, workbook, sheet, guard.again());
      if (size.rows === 0) continue;
      const text = guard.count(csvText(archive, workbook, sheet, size.columns, guard));
      texts.push(sheetFile(file, path, await writeScratch(context, text), null));
    }
    const [only] = texts;
    if (texts.length === 1 && only !== undefined) texts[0] = { ...only, path: file.path };
    return [...texts, ...hidden];
  });
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
function sheetPaths(file: ExportFile, sheets: Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const plain = name.replaceAll(/[\u0000-\u001f\u007f/\\]/g, ' ').trim() || 'Sheet';
    let path = `${file.path}/${plain}`;
    for (let next = 2; taken.has(path); next += 1) path = `${file.path}/${plain} (${next})`;
    taken.add(path);
    return path;
  });
}

async function measure(
  archive: ZipArchive,
  workbook: Workbook,
  sheet: Sheet,
  guard: InflationGuard,
): Promise<SheetSize> {
  const size: SheetSize = { columns: 0, rows: 0 };
  for await (const { number, cells } of sheetRows(archive, workbook, sheet, guard)) {
    size.rows = number;
    size.columns = Math.max(size.columns, cells.length);
  }
  return size;
}

async function* csvText(
  archive: ZipArchive,
  workbook: Workbook,
  sheet: Sheet,
  columns: number,
  guard: InflationGuard,
): AsyncGenerator<Buffer> {
  let text = '';
  let next = 1;
  for await (const { number, cells } of sheetRows(archive, workbook, sheet, guard)) {
    text += '\n'.repeat(number - next);
    text += cells.map(csvCell).join(',') + ','.repeat(columns - cells.length) + '\n';
    next = number + 1;
    if (text.length < WRITE_LENGTH) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
