import { escapeXml } from './make-xlsx.ts';

/** A cell of an XML Spreadsheet 2003; the text is XML already. */
export function xmlCell(text: string, type = 'String', attributes = ''): string {
  return `<Cell${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`;
}

export function xmlSheet(name: string, rows: string, options = ''): string {
  return `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${options}</Worksheet>`;
}

/** The rows of a sheet, every cell as text, as Magento writes them. */
export function xmlRows(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => xmlCell(escapeXml(cell).replaceAll('\n', '&#10;'))).join('');
  return rows.map((cells) => `<Row>${line(cells)}</Row>`).join('');
}

export function makeXmlSpreadsheet(sheets: string, encoding = ''): string {
  return `<?xml version="1.0"${encoding}?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets}</Workbook>`;
}
