import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openBytes } from './file-bytes.ts';

const [QUOTE, LINE_FEED, RETURN] = [0x22, 0x0a, 0x0d];

/**
 * Copies a file whose rows a spreadsheet program has put in quotes as a whole (wrapped-rows.ts) without those quotes and
 * without the separators that it has written behind rows; lines stay where they are. A row with a separator in it was taken for
 * several cells, each in quotes: they are one row again.
 *
 * @param separator what parts columns there: not the file's delimiter
 */
export async function unwrapRows(
  path: string,
  compressed: boolean,
  separator: string,
  copy: string,
): Promise<void> {
  await pipeline(
    Readable.from(unwrapped(openBytes(path, compressed), separator.charCodeAt(0))),
    createWriteStream(copy, { mode: 0o600 }),
  );
}

/** Where in a row the next byte stands. `quote`: behind one inside a wrapped row, which ends it unless another follows. */
type Place = 'start' | 'plain' | 'wrapped' | 'quote';

/** The bytes of the copy, as they come. */
export async function* unwrapped(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  separator: number,
): AsyncGenerator<Buffer> {
  let place: Place = 'start';
  /** Separators that are written only if something else follows in the row. */
  let waiting = 0;
  for await (const chunk of chunks) {
    const out = Buffer.allocUnsafe(chunk.length + waiting);
    let length = 0;
    const flush = (): void => {
      out.fill(separator, length, length + waiting);
      length += waiting;
      waiting = 0;
    };
    const write = (byte: number): void => {
      flush();
      out[length++] = byte;
    };
    for (const byte of chunk) {
      if (place === 'quote') {
        place = byte === QUOTE ? 'wrapped' : 'plain';
        if (place === 'wrapped') {
          write(byte);
          continue;
        }
      }
      if (place === 'wrapped') {
        if (byte === QUOTE) place = 'quote';
        else write(byte);
      } else if (byte === LINE_FEED || byte === RETURN) {
        waiting = 0;
        write(byte);
        place = 'start';
      } else if (byte === QUOTE && (place === 'start' || waiting > 0)) {
        flush();
        place = 'wrapped';
      } else {
        place = 'plain';
        if (byte === separator) waiting += 1;
        else write(byte);
      }
    }
    yield out.subarray(0, length);
  }
}
