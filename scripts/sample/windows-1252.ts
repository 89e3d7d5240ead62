/** The letters beyond Latin-1 that the sample uses, with their bytes in Windows-1252. */
const BYTES: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};

/** @throws RangeError for a letter that the encoding, or the table above, does not have */
export function encodeWindows1252(text: string): Buffer {
  return Buffer.from(text.replace(/[^\u0000-\u007F\u00A0-\u00FF]/gu, byteOf), 'latin1');
}

function byteOf(letter: string): string {
  const byte = BYTES[letter];
  if (byte === undefined) throw new RangeError(`Cannot write "${letter}" in Windows-1252`);
  return String.fromCharCode(byte);
}
