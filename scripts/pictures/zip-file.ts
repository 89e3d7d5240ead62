import { crc32, deflateRawSync } from 'node:zlib';

export interface ZippedFile {
  /** With forward slashes: "scripts/screen.js". */
  path: string;
  content: Uint8Array;
}

const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;
/** 1980-01-01, the first day that the format knows: the same files give the same bytes on every day. */
const NO_DAY = 0x21;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
const VERSION_NEEDED = 20;

/**
 * A zip file (APPNOTE.TXT 6.3.10: local headers, central directory, end record), in the order given.
 *
 * @throws RangeError beyond 65,535 files or 4 GB, which would need ZIP64
 */
export function zipFile(files: readonly ZippedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of files) {
    const packed = deflateRawSync(content, { level: 9 });
    const name = Buffer.from(path);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(VERSION_NEEDED, 0);
    head.writeUInt16LE(FLAGS, 2);
    head.writeUInt16LE(DEFLATED, 4);
    head.writeUInt16LE(NO_DAY, 8);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([VERSION_NEEDED, 0]), head, place, name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, packed]);
    parts.push(local);
    offset += local.length;
    if (offset > MOST_BYTES) throw new RangeError('Cannot zip more than 4 GB');
  }
  if (files.length > MOST_FILES) throw new RangeError(`Cannot zip more than ${MOST_FILES} files`);
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}
