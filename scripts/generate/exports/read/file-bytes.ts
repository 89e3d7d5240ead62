import { isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream, statSync, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import {
  RecordCounter,
  type Dialect,
  type RecordCount,
  type RecordPlace,
  type WantedRecords,
} from './count-records.ts';
import { KoreanDecoder } from './korean-decoder.ts';
import { eastAsianEncoding, type EastAsianEncoding } from './east-asian-encoding.ts';
import { singleByteEncoding, type SingleByteEncoding } from './single-byte-encoding.ts';
import { SPREADSHEET_MARKS } from '../cells/spreadsheet-damage.ts';
import { UNPACK_LIMITS } from '../file-limits.ts';
import { refuseInflation } from '../file-refusal.ts';

export type Encoding =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'cp1252' | EastAsianEncoding | SingleByteEncoding;

const HEAD_BYTES = 256 * 1024;
const READ_BYTES = 1024 * 1024;
const SMALL_READ_BYTES = 16 * 1024;

/**
 * The file's bytes, unpacked if it is compressed.
 *
 * @throws FileRefusal for a compressed file that becomes more than any export is
 */
export function openBytes(path: string, compressed: boolean): AsyncIterable<Buffer> {
  const readBytes = bufferBytes(path);
  const file = createReadStream(path, { highWaterMark: readBytes });
  return compressed ? inflated(file, readBytes) : (file as AsyncIterable<Buffer>);
}

/** No larger than the file: a buffer of a megabyte for each look at a small file costs more than the look. */
function bufferBytes(path: string): number {
  const { size } = statSync(path);
  return Math.min(READ_BYTES, Math.max(SMALL_READ_BYTES, size));
}

async function* inflated(file: ReadStream, readBytes: number): AsyncGenerator<Buffer> {
  const unpacked = createGunzip({ chunkSize: readBytes });
  file.on('error', (error) => unpacked.destroy(error));
  let bytes = 0;
  try {
    for await (const chunk of file.pipe(unpacked) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      refuseInflation(bytes, file.bytesRead, UNPACK_LIMITS);
      yield chunk;
    }
  } finally {
    file.destroy();
  }
}

export async function isCompressed(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/** The first bytes of the (unpacked) file; fewer when it is shorter. */
export async function readHead(path: string, compressed: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of openBytes(path, compressed)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

/**
 * Finds the encoding by the byte order mark, else by the zero bytes of UTF-16, else by whether the head is UTF-8, else by
 * what its letters are in an encoding of East Asia, of eastern Europe or of old Macs. Null: the file is no text.
 */
export function sniffEncoding(head: Uint8Array): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.includes(0)) {
    const encoding = utf16Order(head);
    return encoding !== null && isPrintable(textDecoder(encoding).decode(head)) ? encoding : null;
  }
  if (head.some((byte) => isControl(byte))) return null;
  if (isUtf8(head.subarray(0, wholeCharacters(head)))) return 'utf-8';
  return eastAsianEncoding(head) ?? singleByteEncoding(head) ?? 'cp1252';
}

/** Half of each character of western letters, digits and delimiters is a zero byte: the second, or the first. */
function utf16Order(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let [even, odd] = [0, 0];
  for (let i = 0; i < head.length; i += 1) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > head.length / 4 && even < odd / 10) return 'utf-16le';
  if (even > head.length / 4 && odd < even / 10) return 'utf-16be';
  return null;
}

/** Characters, not bytes: half of a "–" or of a "ł" looks like a control character. */
function isPrintable(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (isControl(text.charCodeAt(i))) return false;
  return true;
}

/** What no text holds: neither white space nor the escape of Japanese encodings. */
function isControl(code: number): boolean {
  return code < 0x09 || (code > 0x0d && code < 0x20 && code !== 0x1b);
}

export function decodeHead(head: Buffer, encoding: Encoding): string {
  return textDecoder(encoding).decode(head);
}

/** Letters that hardly any file holds: where there are none, no cell has to be asked for them. */
export interface RareLetters {
  /** Tabs or no-break spaces. */
  oddSpaces: boolean;
  backslashes: boolean;
  /** What a spreadsheet program leaves behind (SPREADSHEET_MARKS). */
  spreadsheetMarks: boolean;
}

export interface FileScan extends RecordCount, RareLetters {
  validUtf8: boolean;
  /** Accents that stand behind their letter, as a Mac decomposes "é". */
  combiningAccents: boolean;
  widths: SampledWidths;
}

/** Rows that are looked at on the way, one in each part of the file: how many have another number of columns than the header. */
export interface SampledWidths {
  seen: number;
  other: number;
  /** Offset of the first of them. */
  firstOther: number;
}

const NEWLINE = 0x0a;
const TAB = 0x09;
const BACKSLASH = 0x5c;
/** The first byte of a combining accent: such letters have two. */
const ACCENTS = [0xcc, 0xcd];
const NO_BREAK_SPACE = Buffer.from('\u00a0');
const MARKS = SPREADSHEET_MARKS.map((mark) => Buffer.from(mark));
/** Bytes of a mark that can stand at the end of one chunk, or at the beginning of the next. */
const SEAM = Math.max(...MARKS.map(({ length }) => length)) - 1;

/** Reads the whole file once: counts its records and checks that it is UTF-8. */
export async function scanFile(
  path: string,
  compressed: boolean,
  dialect: Dialect,
): Promise<FileScan> {
  const counter = new RecordCounter(dialect);
  let rest: Buffer = Buffer.alloc(0);
  let validUtf8 = true;
  let oddSpaces = false;
  let backslashes = false;
  let spreadsheetMarks = false;
  let combiningAccents = false;
  let seam: Buffer = Buffer.alloc(0);
  const widths: SampledWidths = { seen: 0, other: 0, firstOther: 0 };
  let bytes = 0;
  for await (const chunk of openBytes(path, compressed)) {
    counter.push(chunk);
    const isOther = hasOtherWidth(chunk, dialect);
    if (isOther !== null) widths.seen += 1;
    if (isOther === true && widths.other === 0) widths.firstOther = bytes;
    if (isOther === true) widths.other += 1;
    bytes += chunk.length;
    if (validUtf8) {
      const letters = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const whole = wholeCharacters(letters);
      const text = letters.subarray(0, whole);
      validUtf8 = isUtf8(text);
      oddSpaces ||= text.includes(TAB) || text.includes(NO_BREAK_SPACE);
      backslashes ||= text.includes(BACKSLASH);
      combiningAccents ||= ACCENTS.some((byte) => text.includes(byte));
      spreadsheetMarks ||=
        holdsMark(text) || holdsMark(Buffer.concat([seam, text.subarray(0, SEAM)]));
      seam = text.subarray(-SEAM);
      rest = letters.subarray(whole);
    }
  }
  return {
    ...counter.end(),
    validUtf8: validUtf8 && rest.length === 0,
    oddSpaces,
    backslashes,
    spreadsheetMarks,
    combiningAccents,
    widths,
  };
}

/** Whether the first whole line has another number of columns; null: there is none, or quotes in it would have to be understood. */
function hasOtherWidth(chunk: Buffer, { delimiter, columns }: Dialect): boolean | null {
  const from = chunk.indexOf(NEWLINE) + 1;
  const to = chunk.indexOf(NEWLINE, from);
  const line = chunk.subarray(from, to);
  if (delimiter === null || from === 0 || to < 0 || line.includes('"')) return null;
  const code = delimiter.charCodeAt(0);
  return line.reduce((cells, byte) => (byte === code ? cells + 1 : cells), 1) !== columns;
}

function holdsMark(bytes: Buffer): boolean {
  return MARKS.some((mark) => bytes.includes(mark));
}

/** Where some records stand. */
export async function findRecords(
  path: string,
  compressed: boolean,
  dialect: Dialect,
  wanted: WantedRecords,
): Promise<Map<number, RecordPlace>> {
  const counter = new RecordCounter(dialect, wanted);
  for await (const chunk of openBytes(path, compressed)) counter.push(chunk);
  counter.end();
  return counter.places();
}

/**
 * Writes the file anew as UTF-8 with one kind of line break, which is what the engine reads, and with letters and their
 * accents as one, which is what everything is compared with.
 */
export async function writeAsUtf8(
  from: { path: string; compressed: boolean; encoding: Encoding; mixedLineBreaks: boolean },
  to: string,
): Promise<void> {
  await pipeline(decodedParts(from), createWriteStream(to, { mode: 0o600 }));
}

async function* decodedParts(from: {
  path: string;
  compressed: boolean;
  encoding: Encoding;
  mixedLineBreaks: boolean;
}): AsyncGenerator<string> {
  const decoder = textDecoder(from.encoding);
  let held = '';
  const unified = (text: string): string => {
    const composed = text.normalize('NFC');
    return from.mixedLineBreaks ? composed.replaceAll(/\r\n?/g, '\n') : composed;
  };
  for await (const chunk of openBytes(from.path, from.compressed)) {
    const text = held + decoder.decode(chunk, { stream: true });
    const whole = lastLetter(text);
    held = text.slice(whole);
    yield unified(text.slice(0, whole));
  }
  yield unified(held + decoder.decode());
}

/** Where the last letter begins, of which more may follow: an accent, or the other half of a line break. */
function lastLetter(text: string): number {
  if (text.endsWith('\n')) return text.length;
  let from = text.length - 1;
  while (from > 0 && /^[\p{M}\uDC00-\uDFFF]/u.test(text.slice(from))) from -= 1;
  return Math.max(0, from);
}

export function textDecoder(encoding: Encoding): Pick<TextDecoder, 'decode'> {
  if (encoding === 'euc-kr') return new KoreanDecoder();
  return new TextDecoder(encoding === 'cp1252' ? 'windows-1252' : encoding);
}

/** Length without a UTF-8 character that is cut at the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return width > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
