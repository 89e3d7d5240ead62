import { makeZip, type ZipEntry } from './make-zip.ts';

export interface SheetInput {
  name: string;
  /** XML inside <sheetData>. */
  rows: string;
  state?: 'hidden' | 'veryHidden';
}

export interface WorkbookInput {
  sheets: SheetInput[];
  date1904?: boolean;
  sharedStrings?: string[];
  /** Format codes; style 1 is the first, style 0 is General. */
  formats?: string[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** An XLSX file with what a spreadsheet program would write, reduced to what matters. */
export function makeXlsx(workbook: WorkbookInput): Buffer {
  return makeZip(xlsxParts(workbook));
}

export function xlsxParts(workbook: WorkbookInput): ZipEntry[] {
  const { sheets, date1904 = false, sharedStrings = [], formats = [] } = workbook;
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`,
  );
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  return [
    { path: '[Content_Types].xml', content: '<Types/>' },
    {
      path: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}">${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      path: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}">${sheets
        .map((_, index) => link(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join(
          '',
        )}${link('rIdA', 'styles', 'styles.xml')}${link('rIdB', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    },
    {
      path: 'xl/styles.xml',
      content: `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    },
    {
      path: 'xl/sharedStrings.xml',
      content: `<sst xmlns="${MAIN}">${sharedStrings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    },
    ...sheets.map(({ rows }, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ];
}

/** Rows of text cells written into the sheet, empty ones left out. */
export function textRows(rows: string[][]): string {
  return rows
    .map(
      (cells, index) =>
        `<row r="${index + 1}">${cells
          .map((cell, column) =>
            cell === ''
              ? ''
              : `<c r="${columnName(column)}${index + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('');
}

/** @example columnName(27) // => 'AB' */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnName(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
