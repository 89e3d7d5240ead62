import { createReadStream } from 'node:fs';
import { FileRefusal } from '../file-refusal.ts';

/** Names of streams inside a compound file (MS-CFB), in UTF-16. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const WORKBOOKS = ['Workbook', 'Book'].map((name) => Buffer.from(`${name}\u0000`, 'utf16le'));

/**
 * Refuses a spreadsheet in the format before XLSX, or one with a password, which is wrapped in that format.
 *
 * @param isExport its name says that it is one, whatever is inside
 * @throws FileRefusal unless the file is of another program
 */
export async function refuseOldSpreadsheet(absolute: string, isExport: boolean): Promise<void> {
  let isWorkbook = isExport;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(absolute) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    if (bytes.includes(ENCRYPTED)) throw oldSpreadsheet('a spreadsheet with a password');
    isWorkbook ||= WORKBOOKS.some((name) => bytes.includes(name));
    rest = bytes.subarray(-ENCRYPTED.length);
  }
  if (isWorkbook) throw oldSpreadsheet('a spreadsheet of the old format (.xls)');
}

/** A spreadsheet that is none of the readable kinds. */
export function oldSpreadsheet(found: string): FileRefusal {
  return new FileRefusal({
    code: 'export/old-spreadsheet',
    found,
    expected: 'XLSX without a password, or CSV',
    hint: 'Open the file in a spreadsheet program and save it as CSV or XLSX, without a password; if it is no export, name it under ignoreFiles in portal.config.ts',
  });
}
