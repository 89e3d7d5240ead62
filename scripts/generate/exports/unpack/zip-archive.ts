import { crc32 } from 'node:zlib';
import * as yauzl from 'yauzl';
import { FileRefusal, type Refusal } from '../file-refusal.ts';
import type { UnpackLimits } from '../file-limits.ts';
import type { InflationGuard } from './inflation-guard.ts';
import { isSystemFile } from './system-files.ts';

/** A file inside an archive. */
export interface ZipMember {
  /** With "/" between folders; never a path to write to. */
  path: string;
  entry: yauzl.Entry;
}

/** An open archive whose directory has been checked; read its members through `readMember`. */
export interface ZipArchive {
  members: ZipMember[];
  zip: yauzl.ZipFile;
}

/**
 * Opens an archive, checks its directory and closes it after use.
 *
 * @throws FileRefusal for an archive that is damaged, encrypted or made to do harm
 */
export async function withZip<T>(
  absolute: string,
  limits: UnpackLimits,
  use: (archive: ZipArchive) => Promise<T>,
): Promise<T> {
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await yauzl.openPromise(absolute, { autoClose: false, decodeStrings: false });
    return await use({ zip, members: await listMembers(zip, limits) });
  } catch (error) {
    throw isZipProblem(error) ? damaged() : error;
  } finally {
    zip?.close();
  }
}

async function listMembers(zip: yauzl.ZipFile, limits: UnpackLimits): Promise<ZipMember[]> {
  if (zip.entryCount > limits.members) {
    throw new FileRefusal({
      ...UNSAFE,
      found: `an archive of ${zip.entryCount} files`,
      expected: `at most ${limits.members}`,
    });
  }
  const members: ZipMember[] = [];
  const paths = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const path = memberPath(entry);
    if (path.endsWith('/') || isSystemFile(path)) continue;
    if (paths.has(path)) throw new FileRefusal({ ...UNSAFE, ...TWICE });
    paths.add(path);
    members.push({ path, entry });
  }
  return members;
}

/** The member's name; one that leads out of the archive's own folder refuses the whole archive. */
function memberPath(entry: yauzl.Entry): string {
  const name = yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  );

  if (yauzl.validateFileName(name) !== null || /^[A-Za-z]:|[\u0000-\u001f\u007f]/.test(name))
    throw new FileRefusal({ ...UNSAFE, ...LEADS_OUT });
  return name;
}

/**
 * The bytes of a member, counted while they are inflated and compared with the archive's checksum.
 *
 * @throws FileRefusal where they are too many, damaged, encrypted or packed in an uncommon way
 */
export async function* readMember(
  { zip }: ZipArchive,
  { entry }: ZipMember,
  guard: InflationGuard,
): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new FileRefusal(ENCRYPTED);
  if (!entry.canDecodeFileData()) throw new FileRefusal(UNCOMMON);
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of guard.count(stream as AsyncIterable<Buffer>)) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw isZipProblem(error) ? damaged() : error;
  }
  if (checksum !== entry.crc32) throw damaged();
}

const UNSAFE = {
  code: 'export/unsafe-archive',
  hint: 'Unpack the archive yourself, look at what is in it, and put its exports into the folder',
};

const LEADS_OUT = {
  found: 'a member whose path leads out of the archive',
  expected: 'paths inside it',
};

const TWICE = { found: 'two members of the same name', expected: 'each name once' };

const ENCRYPTED: Refusal = {
  code: 'export/encrypted-archive',
  found: 'a member that is encrypted',
  expected: 'an archive without a password',
  hint: 'Unpack the archive with its password and put its files into the folder',
};

const UNCOMMON: Refusal = {
  code: 'export/uncommon-archive',
  found: 'a member that is packed in an uncommon way',
  expected: 'the usual compression (deflate)',
  hint: 'Unpack the archive yourself and put its files into the folder',
};

function damaged(): FileRefusal {
  return new FileRefusal({
    code: 'export/cut-file',
    found: 'the archive ends too early or is damaged',
    expected: 'a whole zip file',
    hint: 'Download the file again',
  });
}

/** yauzl and zlib throw plain errors; those of the file system and our own have more to say. */
function isZipProblem(error: unknown): boolean {
  if (!(error instanceof Error) || error.constructor !== Error) return error instanceof RangeError;
  const code = 'code' in error ? String(error.code) : '';
  return code === '' || code.startsWith('Z_');
}
