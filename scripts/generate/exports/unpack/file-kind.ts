import { open } from 'node:fs/promises';

export type FileKind = 'zip' | 'gzip' | 'ole' | 'parquet' | 'other';

const KIND_BYTES = 8;

/** First bytes of each kind. */
const SIGNATURES: [FileKind, Buffer][] = [
  ['zip', Buffer.from('PK\u0003\u0004', 'latin1')],
  ['zip', Buffer.from('PK\u0005\u0006', 'latin1')],
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['ole', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['parquet', Buffer.from('PAR1')],
  ['parquet', Buffer.from('PARE')],
];

/** What a file is by its first bytes, whatever it is called. */
export async function fileKind(path: string): Promise<FileKind> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(KIND_BYTES), 0, KIND_BYTES, 0);
    return kindOfBytes(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

export function kindOfBytes(head: Buffer): FileKind {
  const known = SIGNATURES.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes));
  return known?.[0] ?? 'other';
}
