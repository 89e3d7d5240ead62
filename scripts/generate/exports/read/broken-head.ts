import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Engine } from '#generate/warehouse/engine.ts';
import { openBytes, type FileScan } from './file-bytes.ts';
import { loadRaw, type CsvFile, type RawLoad } from './load-raw.ts';

/** Of a smaller file all that the reader rejects has room in memory. */
const LEAST_BYTES = 4 * 1024 * 1024;
/** A file whose first rows are in order is not broken from the first on: most files are looked at no further. */
const FIRST_BYTES = 256 * 1024;

/** A file of which more of the sampled rows have another number of columns is looked at up to behind the first of them. */
const MANY = 0.1;

/**
 * Loads the head of a large file, to refuse one whose rows are broken from the first on, or many of them from a later one
 * on: the engine's reader keeps each record that it rejects in memory, over a kilobyte, and beyond some hundred thousand it
 * loses count of them.
 *
 * @param most so many broken records do not stop a run; of rows that are all broken the head holds twice as many
 * @param copy where the head is written to
 * @returns null: the head is no reason to refuse the file, or the file is small
 */
export async function brokenHead(
  engine: Engine,
  file: CsvFile & { size: FileScan },
  most: number,
  copy: string,
): Promise<RawLoad | null> {
  const { bytes, records, widths } = file.size;
  const length = Math.max(LEAST_BYTES, Math.ceil((2 * most * bytes) / Math.max(1, records)));
  if (length >= bytes) return null;
  const loadHead = async (upTo: number): Promise<RawLoad> => {
    await pipeline(firstBytes(file, upTo), createWriteStream(copy, { mode: 0o600 }));
    return loadRaw(engine, { ...file, path: copy, compressed: false }, most);
  };
  const isBroken = (await loadHead(FIRST_BYTES)).rejected > 0;
  if (!isBroken && widths.other <= MANY * widths.seen) return null;
  const upTo = length + (isBroken ? 0 : widths.firstOther);
  if (upTo >= bytes) return null;
  const load = await loadHead(upTo);
  return load.rejected > most ? load : null;
}

/** Up to the last line break that fits. */
async function* firstBytes({ path, compressed }: CsvFile, length: number): AsyncGenerator<Buffer> {
  let left = length;
  for await (const chunk of openBytes(path, compressed)) {
    if (chunk.length < left) {
      yield chunk;
      left -= chunk.length;
      continue;
    }
    const last = chunk.subarray(0, left);
    const lineBreak = last.includes('\n') ? last.lastIndexOf('\n') : last.lastIndexOf('\r');
    yield last.subarray(0, lineBreak + 1);
    return;
  }
}
