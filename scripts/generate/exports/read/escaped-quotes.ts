import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openBytes } from './file-bytes.ts';

const [QUOTE, BACKSLASH, LINE_FEED, RETURN] = [0x22, 0x5c, 0x0a, 0x0d];

type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>;

/** A UTF-8 file whose columns are parted by an ASCII character. */
interface QuotedFile {
  path: string;
  compressed: boolean;
  delimiter: string;
}

/** Whether a file keeps quotation marks inside cells by a backslash (hasEscapedQuotes). */
export function escapesQuotes({ path, compressed, delimiter }: QuotedFile): Promise<boolean> {
  return hasEscapedQuotes(openBytes(path, compressed), delimiter);
}

/**
 * Copies a file that keeps quotation marks inside cells by a backslash (MySQL's INTO OUTFILE … ENCLOSED BY, old versions of
 * phpMyAdmin, Spark) so that they are doubled. Lines stay where they are.
 */
export async function doubleQuotes(
  { path, compressed, delimiter }: QuotedFile,
  copy: string,
): Promise<void> {
  await pipeline(
    Readable.from(withDoubledQuotes(openBytes(path, compressed), delimiter)),
    createWriteStream(copy, { mode: 0o600 }),
  );
}

/**
 * Whether some quoted cell would end at a quotation mark behind a backslash and go on all the same: as RFC 4180 has it the
 * file is broken there, so it is written in the other way.
 */
export async function hasEscapedQuotes(chunks: Chunks, delimiter: string): Promise<boolean> {
  const ends = new Set([delimiter.charCodeAt(0), LINE_FEED, RETURN]);
  let isQuoted = false;
  /** What is left of the former chunk: the byte before the next quotation mark, and what follows must be known. */
  let rest = Buffer.from('\n');
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    let from = 1;
    for (;;) {
      const at = bytes.indexOf(QUOTE, from);
      if (at < 0 || at + 1 >= bytes.length) {
        rest = bytes.subarray(at < 0 ? bytes.length - 1 : at - 1);
        break;
      }
      const [before, next] = [bytes[at - 1] ?? 0, bytes[at + 1] ?? 0];
      from = at + 1;
      if (!isQuoted) isQuoted = ends.has(before);
      else if (next === QUOTE) from = at + 2;
      else if (before === BACKSLASH && !ends.has(next)) return true;
      else isQuoted = false;
      if (from >= bytes.length) {
        rest = bytes.subarray(bytes.length - 1);
        break;
      }
    }
  }
  return false;
}

/** Where the next byte stands. `quote`: behind one that ends the cell unless another follows. */
type Place = 'start' | 'plain' | 'quoted' | 'quote' | 'escaped';

/** The bytes of the copy, as they come: a backslash stays but where it keeps a quotation mark, a line break or another one. */
export async function* withDoubledQuotes(
  chunks: Chunks,
  delimiter: string,
): AsyncGenerator<Buffer> {
  const ends = new Set([delimiter.charCodeAt(0), LINE_FEED, RETURN]);
  let place: Place = 'start';
  for await (const chunk of chunks) {
    // A backslash waits for what follows it: at the beginning of a chunk it can be of the former one.
    const out = Buffer.allocUnsafe(chunk.length + 1);
    let length = 0;
    for (const byte of chunk) {
      if (place === 'escaped') {
        if (byte === QUOTE) out[length++] = QUOTE;
        else if (byte !== BACKSLASH && byte !== LINE_FEED && byte !== RETURN)
          out[length++] = BACKSLASH;
        out[length++] = byte;
        place = 'quoted';
      } else if (place === 'quoted' && byte === BACKSLASH) place = 'escaped';
      else {
        out[length++] = byte;
        if (place === 'quoted') place = byte === QUOTE ? 'quote' : 'quoted';
        else if (byte === QUOTE && place !== 'plain') place = 'quoted';
        else place = ends.has(byte) ? 'start' : 'plain';
      }
    }
    yield out.subarray(0, length);
  }
  if (place === 'escaped') yield Buffer.from('\\');
}
