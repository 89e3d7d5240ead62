import { stat, symlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import { FileRefusal, refusedFile } from '../file-refusal.ts';
import { unreadable } from '../plan/sniff-file.ts';
import { decodeHead, openBytes, readHead, sniffEncoding } from '../read/file-bytes.ts';
import { isExportName } from '../plan/export-name.ts';
import type { ExportFile, RecordOrigin } from './export-file.ts';
import { refuseForeignText } from './foreign-text.ts';
import { fileKind, kindOfBytes, type FileKind } from './file-kind.ts';
import { InflationGuard } from './inflation-guard.ts';
import { jsonKind, jsonToText, type JsonKind } from './json-lines.ts';
import { oldSpreadsheet, refuseOldSpreadsheet } from './old-spreadsheet.ts';
import { parquetToText } from './parquet-table.ts';
import { writeScratch, type UnpackContext } from './unpack-context.ts';
import { unpackWorkbook } from './unpack-workbook.ts';
import { mainDocument } from './workbook.ts';
import { isXmlSpreadsheet, unpackXmlSpreadsheet } from './xml-spreadsheet.ts';
import { readMember, withZip, type ZipArchive } from './zip-archive.ts';

/** A zip file may hold zip files, and those none. */
const MAX_DEPTH = 2;

/**
 * Makes plain text files of a file: the members of an archive, the sheets of a workbook, the records of JSON and Parquet.
 * What is text already, or unknown, is returned as it is. The kind is told by the bytes, not by the name.
 *
 * @throws GenerateError for a file that is damaged, encrypted, or made to do harm
 */
export async function unpackFile(file: ExportFile, context: UnpackContext): Promise<ExportFile[]> {
  try {
    const { size } = await stat(file.absolute);
    const plain = { ...file, absolute: await plainPath(file.absolute, context) };
    return await unpack(plain, context, new InflationGuard(size, context.limits), 0);
  } catch (error) {
    throw isOfSystem(error) ? unreadable(file.path, error) : error;
  }
}

/** The engine takes some letters of a path for a pattern of many; a link stands in for such a path. */
async function plainPath(absolute: string, context: UnpackContext): Promise<string> {
  if (!/[*?[\]{}\\]/.test(absolute)) return absolute;
  const link = context.newPath();
  await symlink(resolve(absolute), link);
  return link;
}

/** Errors of the file system and of inflating have a code and a number. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'errno' in error;
}

type Unpacker = (
  file: ExportFile,
  context: UnpackContext,
  guard: InflationGuard,
  depth: number,
) => Promise<ExportFile[]>;

const UNPACKERS: Record<FileKind, Unpacker> = {
  zip: unpackZip,
  gzip: unpackGzip,
  ole: async (file) => {
    await refuseOldSpreadsheet(file.absolute, isExportName(file.path));
    return [file];
  },
  parquet: async (file, context) => [
    made(file, await parquetToText(file.absolute, context), { kind: 'parquet', shift: -1 }),
  ],
  other: unpackText,
};

async function unpack(
  ...[file, context, guard, depth]: Parameters<Unpacker>
): Promise<ExportFile[]> {
  try {
    return await UNPACKERS[await fileKind(file.absolute)](file, context, guard, depth);
  } catch (error) {
    throw error instanceof FileRefusal ? refusedFile(file.path, error.refusal) : error;
  }
}

/** The same file, its content now in another place. */
function made(file: ExportFile, absolute: string, origin: RecordOrigin | null): ExportFile {
  return { ...file, absolute, origin };
}

async function unpackText(
  file: ExportFile,
  context: UnpackContext,
  guard: InflationGuard,
): Promise<ExportFile[]> {
  const head = await readHead(file.absolute, false);
  const kind = packedKind(file.path, head);
  if (kind === null) return [file];
  if (kind === 'xml-spreadsheet') return unpackXmlSpreadsheet(file, context, guard);
  const text = await jsonToText(file.absolute, head, kind, context);
  return [text === null ? file : made(file, text, { kind, shift: -1 })];
}

/**
 * In which form other than lines of cells a text holds a table; null: in none that is known.
 *
 * @throws FileRefusal for a text that holds a table in a form that is not read
 */
function packedKind(path: string, head: Buffer): JsonKind | 'xml-spreadsheet' | null {
  const encoding = sniffEncoding(head);
  if (encoding === null) return null;
  const text = decodeHead(head, encoding);
  if (isXmlSpreadsheet(text)) return 'xml-spreadsheet';
  refuseForeignText(path, text);
  return jsonKind(path, text);
}

/** A compressed table stays as it is; what must be unpacked further is written out first. */
async function unpackGzip(
  ...[file, context, guard, depth]: Parameters<Unpacker>
): Promise<ExportFile[]> {
  const head = await readHead(file.absolute, true).catch(() => Buffer.alloc(0));
  const kind = kindOfBytes(head);
  if (kind === 'gzip' || (kind === 'other' && packedKind(file.path, head) === null)) return [file];
  const absolute = await writeScratch(context, guard.count(openBytes(file.absolute, true)));
  return UNPACKERS[kind](made(file, absolute, null), context, guard, depth);
}

async function unpackZip(
  ...[file, context, guard, depth]: Parameters<Unpacker>
): Promise<ExportFile[]> {
  const office = await officeDocument(file, context, guard).catch((error: unknown) => {
    // A damaged archive that nobody calls an export is only listed.
    if (error instanceof FileRefusal && !isExportName(file.path)) return '';
    throw error;
  });
  if (office === null) return unpackArchive(file, context, guard, depth);
  if (/(^|\/)xl\/|workbook/i.test(office)) {
    if (office.endsWith('.bin')) throw oldSpreadsheet('a binary spreadsheet (.xlsb)');
    return unpackWorkbook(file, office, context, guard);
  }
  return [file];
}

/** The main part of an Office file, whatever it is called; null: an archive like any other. */
function officeDocument(
  file: ExportFile,
  context: UnpackContext,
  guard: InflationGuard,
): Promise<string | null> {
  return withZip(file.absolute, context.limits, async (archive) => {
    const type = await openDocumentType(archive, guard);
    if (type?.includes('spreadsheet') === true) throw oldSpreadsheet('an OpenDocument spreadsheet');
    return type ?? (await mainDocument(archive, guard));
  });
}

/** OpenDocument files say first what they are. */
async function openDocumentType(
  archive: ZipArchive,
  guard: InflationGuard,
): Promise<string | null> {
  const [first] = archive.members;
  if (first?.path !== 'mimetype') return null;
  const parts: Buffer[] = [];
  for await (const part of readMember(archive, first, guard)) parts.push(part.subarray(0, 200));
  const type = Buffer.concat(parts).toString('latin1').trim();
  return type.startsWith('application/vnd.oasis.opendocument.') ? type : null;
}

async function unpackArchive(
  ...[file, context, guard, depth]: Parameters<Unpacker>
): Promise<ExportFile[]> {
  if (depth >= MAX_DEPTH)
    throw new FileRefusal({
      code: 'export/unsafe-archive',
      found: 'an archive inside an archive inside an archive',
      expected: 'at most one inside another',
      hint: 'Unpack it yourself and put its exports into the folder',
    });
  const containers = [...file.containers, file.path];
  const members = await withZip(file.absolute, context.limits, async (archive) => {
    if (archive.members.length === 0) return [{ ...file, leftOut: 'empty-container' as const }];
    const unpacked: ExportFile[] = [];
    for (const member of archive.members) {
      const path = `${file.path}/${member.path}`;
      if (context.isIgnored(path)) continue;
      const absolute = await writeScratch(context, readMember(archive, member, guard));
      unpacked.push({ path, absolute, containers, origin: null, leftOut: null });
    }
    return unpacked;
  });
  const files: ExportFile[] = [];
  for (const member of members)
    files.push(
      ...(member.leftOut === null ? await unpack(member, context, guard, depth + 1) : [member]),
    );
  return files;
}
