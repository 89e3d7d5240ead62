import { createReadStream } from 'node:fs';
import { FileRefusal } from '../file-refusal.ts';
import type { ExportFile } from './export-file.ts';
import type { InflationGuard } from './inflation-guard.ts';
import { plainNumber } from './sheet-cell.ts';
import { RowBuilder, type SheetRow } from './sheet-row.ts';
import type { UnpackContext } from './unpack-context.ts';
import { writeSheets } from './write-sheets.ts';
import { attribute, readXml, xmlParser, type XmlHandlers } from './xml-stream.ts';

const HEAD = /^\s*<\?xml[^]{0,2000}urn:schemas-microsoft-com:office:spreadsheet/i;

/** Each sheet is one more reading of the file. */
const MOST_SHEETS = 255;

/** Whether a text is a spreadsheet as XML, as Magento calls it "Excel XML". */
export function isXmlSpreadsheet(head: string): boolean {
  return HEAD.test(head);
}

/**
 * Makes the sheets of an "XML Spreadsheet 2003" plain text. Source: Microsoft, XML Spreadsheet Reference (2001).
 *
 * @throws FileRefusal for a sheet that is damaged, has too many columns or a row that is too long
 */
export async function unpackXmlSpreadsheet(
  file: ExportFile,
  context: UnpackContext,
  guard: InflationGuard,
): Promise<ExportFile[]> {
  const sheets = await sheetNames(file.absolute);
  return writeSheets(
    file,
    sheets.map((sheet, index) => ({ ...sheet, rows: () => rowsOfSheet(file.absolute, index) })),
    context,
    guard,
  );
}

interface NamedSheet {
  name: string;
  isHidden: boolean;
}

async function sheetNames(absolute: string): Promise<NamedSheet[]> {
  const sheets: NamedSheet[] = [];
  let visible: string | null = null;
  await readXml(createReadStream(absolute), {
    open(name, attributes) {
      if (name === 'Worksheet')
        sheets.push({ name: attribute(attributes, 'Name') ?? '', isHidden: false });
      if (name === 'Visible') visible = '';
    },
    text(part) {
      if (visible !== null) visible += part;
    },
    close(name) {
      const sheet = sheets.at(-1);
      if (name !== 'Visible' || sheet === undefined) return;
      sheet.isHidden = visible?.trim().startsWith('SheetHidden') ?? false;
      visible = null;
    },
  });
  if (sheets.length <= MOST_SHEETS) return sheets;
  throw new FileRefusal({
    code: 'export/unsafe-archive',
    found: `a spreadsheet of ${sheets.length} sheets`,
    expected: `at most ${MOST_SHEETS}`,
    hint: 'Save the sheets that hold exports as files of their own',
  });
}

/** @param wanted counted from 0 */
async function* rowsOfSheet(absolute: string, wanted: number): AsyncGenerator<SheetRow> {
  const rows = new RowBuilder();
  const parser = xmlParser(rowHandlers(rows, wanted));
  for await (const chunk of createReadStream(absolute) as AsyncIterable<Buffer>) {
    parser.write(chunk);
    yield* rows.take();
  }
  parser.end();
  yield* rows.take();
}

function rowHandlers(rows: RowBuilder, wanted: number): XmlHandlers {
  let [sheet, column, span, type] = [-1, 0, 0, ''];
  /** The text of a cell; null outside one. */
  let text: string | null = null;
  let isNote = false;
  return {
    open(name, attributes) {
      if (name === 'Worksheet') sheet += 1;
      if (sheet !== wanted) return;
      if (name === 'Row') {
        rows.open(numberOf(attribute(attributes, 'Index')));
        [column, span] = [0, 0];
      } else if (name === 'Cell') {
        column = numberOf(attribute(attributes, 'Index')) ?? column + span + 1;
        span = numberOf(attribute(attributes, 'MergeAcross')) ?? 0;
      } else if (name === 'Comment' || name === 'PhoneticText') isNote = true;
      else if (name === 'Data' && !isNote) {
        type = attribute(attributes, 'Type') ?? 'String';
        text = '';
      }
    },
    text(part) {
      if (text !== null && !isNote) text += part;
    },
    close(name) {
      if (sheet !== wanted) return;
      if (name === 'Row') rows.close();
      else if (name === 'Comment' || name === 'PhoneticText') isNote = false;
      else if (name === 'Data' && !isNote && text !== null) {
        rows.put(column, cellText(type, text));
        text = null;
      }
    },
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** @example cellText('DateTime', '2026-03-14T09:30:00.000') // => '2026-03-14 09:30:00' */
function cellText(type: string, text: string): string {
  switch (type) {
    case 'Number':
      return plainNumber(text);
    case 'Boolean':
      return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text;
    case 'DateTime':
      return text.replace(/T00:00:00(?:\.0+)?$/, '').replace(/^(.{10})T(.*?)(?:\.0+)?$/, '$1 $2');
    default:
      return text;
  }
}
