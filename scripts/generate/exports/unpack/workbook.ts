import { posix } from 'node:path';
import type { InflationGuard } from './inflation-guard.ts';
import { isDateFormat, isDurationFormat } from './number-format.ts';
import { damagedSpreadsheet, readXml } from './xml-stream.ts';
import { readMember, type ZipArchive, type ZipMember } from './zip-archive.ts';

export interface Sheet {
  name: string;
  isHidden: boolean;
  member: ZipMember;
}

/** A number is shown as it is, as a day or a time of day, or as hours that go on beyond a day. */
export type NumberStyle = 'number' | 'date' | 'duration';

/** What the cells of an XLSX file mean, and where its sheets are (ECMA-376, SpreadsheetML). */
export interface Workbook {
  sheets: Sheet[];
  /** Days are counted from 1904 and not from 1900. */
  date1904: boolean;
  /** By the index of a cell's style: what its number is shown as. */
  styles: NumberStyle[];
  sharedStrings: string[];
}

const OFFICE_DOCUMENT = /\/officeDocument$/;

/** Path of the main document of an Office file; null: the archive is none. */
export async function mainDocument(
  archive: ZipArchive,
  guard: InflationGuard,
): Promise<string | null> {
  if (findMember(archive, '[Content_Types].xml') === undefined) return null;
  const links = await readRelationships(archive, '', guard);
  const link = [...links.values()].find(({ type }) => OFFICE_DOCUMENT.test(type));
  return link?.target ?? null;
}

/** @throws FileRefusal for a workbook that is damaged */
export async function readWorkbook(
  archive: ZipArchive,
  path: string,
  guard: InflationGuard,
): Promise<Workbook> {
  const workbook = findMember(archive, path);
  if (workbook === undefined) throw damagedSpreadsheet();
  const listed: { name: string; id: string; isHidden: boolean }[] = [];
  let date1904 = false;
  await readXml(readMember(archive, workbook, guard), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const { name: sheet = '', state = 'visible' } = attributes;
      listed.push({
        name: sheet,
        id: relationId(attributes),
        isHidden: state !== 'visible',
      });
    },
  });
  const links = await readRelationships(archive, path, guard);
  const linked = (type: RegExp): ZipMember | undefined => {
    const link = [...links.values()].find((candidate) => type.test(candidate.type));
    return link === undefined ? undefined : findMember(archive, link.target);
  };
  const styles = linked(/\/styles$/);
  const strings = linked(/\/sharedStrings$/);
  return {
    sheets: listed.flatMap(({ id, ...sheet }) => {
      const link = links.get(id);
      if (link === undefined || !link.type.endsWith('/worksheet')) return [];
      const member = findMember(archive, link.target);
      if (member === undefined) throw damagedSpreadsheet();
      return [{ ...sheet, member }];
    }),
    date1904,
    styles: styles === undefined ? [] : await readStyles(archive, styles, guard),
    sharedStrings: strings === undefined ? [] : await readSharedStrings(archive, strings, guard),
  };
}

/** A part by its path; Office compares paths without regard to capitals. */
function findMember({ members }: ZipArchive, path: string): ZipMember | undefined {
  const folded = path.toLowerCase();
  return members.find((member) => member.path.toLowerCase() === folded);
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** "r:id", whatever prefix the file gives the namespace. */
function relationId(attributes: Record<string, string>): string {
  const entry = Object.entries(attributes).find(([name]) => name.endsWith(':id'));
  return entry?.[1] ?? '';
}

/** What a part refers to, by id; targets as paths inside the archive. */
async function readRelationships(
  archive: ZipArchive,
  part: string,
  guard: InflationGuard,
): Promise<Map<string, { type: string; target: string }>> {
  const folder = posix.dirname(part);
  const member = findMember(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  const links = new Map<string, { type: string; target: string }>();
  if (member === undefined) return links;
  await readXml(readMember(archive, member, guard), {
    open(name, { Id, Type = '', Target = '' }) {
      if (name !== 'Relationship' || Id === undefined) return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      links.set(Id, { type: Type, target });
    },
  });
  return links;
}

async function readStyles(
  archive: ZipArchive,
  member: ZipMember,
  guard: InflationGuard,
): Promise<NumberStyle[]> {
  const codes = new Map<string, string>();
  const styles: NumberStyle[] = [];
  let inCellFormats = false;
  await readXml(readMember(archive, member, guard), {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(numFmtId, formatCode);
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats)
        styles.push(numberStyle(Number(numFmtId), codes.get(numFmtId)));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

function numberStyle(id: number, code: string | undefined): NumberStyle {
  if (!isDateFormat(id, code)) return 'number';
  return isDurationFormat(id, code) ? 'duration' : 'date';
}

async function readSharedStrings(
  archive: ZipArchive,
  member: ZipMember,
  guard: InflationGuard,
): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let isShown = false;
  let isPhonetic = false;
  await readXml(readMember(archive, member, guard), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      if (name === 't') isShown = !isPhonetic;
    },
    text(part) {
      if (isShown) text += part;
    },
    close(name) {
      if (name === 't') isShown = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
}
