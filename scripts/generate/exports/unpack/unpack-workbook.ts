import type { ExportFile } from './export-file.ts';
import type { InflationGuard } from './inflation-guard.ts';
import { sheetRows } from './sheet-rows.ts';
import type { UnpackContext } from './unpack-context.ts';
import { readWorkbook } from './workbook.ts';
import { writeSheets } from './write-sheets.ts';
import { withZip } from './zip-archive.ts';

/** Makes the sheets of an XLSX file plain text. */
export async function unpackWorkbook(
  file: ExportFile,
  mainDocument: string,
  context: UnpackContext,
  guard: InflationGuard,
): Promise<ExportFile[]> {
  return withZip(file.absolute, context.limits, async (archive) => {
    const workbook = await readWorkbook(archive, mainDocument, guard);
    const sheets = workbook.sheets.map((sheet) => ({
      name: sheet.name,
      isHidden: sheet.isHidden,
      rows: () => sheetRows(archive, workbook, sheet, guard),
    }));
    return writeSheets(file, sheets, context, guard);
  });
}
