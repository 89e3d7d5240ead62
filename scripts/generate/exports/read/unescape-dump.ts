import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openBytes } from './file-bytes.ts';

const BACKSLASH = 0x5c;
const SPACE = 0x20;
/** What a line break inside a cell becomes: it still parts lines and ends no row. */
const VERTICAL_TAB = 0x0b;
/** What stands behind a backslash for a line break, and for other characters between words: \t \0 \b \Z. */
const BREAKS = new Set([...'nr\n\r'].map((letter) => letter.charCodeAt(0)));
const BLANKS = new Set([...'t0bZ\t'].map((letter) => letter.charCodeAt(0)));
/** \N is NULL and stays. */
const NULL_LETTER = 'N'.charCodeAt(0);

/**
 * Copies a dump in which a backslash stands before what would end a cell or a row (MySQL's INTO OUTFILE), so that each line
 * is a row: line breaks inside cells become vertical tabs, and tabs spaces.
 */
export async function unescapeDump(path: string, compressed: boolean, copy: string): Promise<void> {
  await pipeline(
    Readable.from(unescaped(openBytes(path, compressed))),
    createWriteStream(copy, { mode: 0o600 }),
  );
}

async function* unescaped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isEscaped = false;
  for await (const chunk of chunks) {
    const out = Buffer.allocUnsafe(chunk.length + 1);
    let length = 0;
    for (const byte of chunk) {
      if (isEscaped) {
        isEscaped = false;
        if (byte === NULL_LETTER) out[length++] = BACKSLASH;
        out[length++] = BREAKS.has(byte) ? VERTICAL_TAB : BLANKS.has(byte) ? SPACE : byte;
      } else if (byte === BACKSLASH) isEscaped = true;
      else out[length++] = byte;
    }
    yield out.subarray(0, length);
  }
}
