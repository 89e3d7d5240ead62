/** Encodings of spreadsheet programs and shops in Japan and China. */
export type EastAsianEncoding = 'shift_jis' | 'gb18030';

/** Letters that only Japanese is written with; those of half width are single bytes and would be any accented letter. */
const KANA = /[\u3041-\u30ff]/g;
const BEYOND_ASCII = /[\u0080-\uffff]/g;
/** Japanese text has far more of them; two quotes that happen to look like one have not. */
const LEAST_KANA = 2;
const LEAST_KANA_SHARE = 0.1;
const LEAST_LONG_SHARE = 0.5;
const MOST_ODD_SHARE = 0.05;

/**
 * The encoding of a text that is no UTF-8, where its letters can only be Japanese (Shift_JIS, which Windows calls cp932) or
 * Chinese (GB18030, which holds GBK and GB2312); null: neither. Western text has single bytes beyond ASCII, hardly ever
 * four in a row.
 *
 * @param head the first bytes of the file; it may end in the middle of a letter
 * @example eastAsianEncoding(Buffer.from([0x83, 0x65, 0x83, 0x42])) // => 'shift_jis'
 * @example eastAsianEncoding(Buffer.from('caf\u00e9', 'latin1')) // => null
 */
export function eastAsianEncoding(head: Uint8Array): EastAsianEncoding | null {
  if (isJapanese(head)) return 'shift_jis';
  return isChinese(head) ? 'gb18030' : null;
}

function isJapanese(head: Uint8Array): boolean {
  const text = decoded(head, 'shift_jis');
  const kana = text?.match(KANA)?.length ?? 0;
  const letters = text?.match(BEYOND_ASCII)?.length ?? 0;
  return kana >= LEAST_KANA && kana >= LEAST_KANA_SHARE * letters;
}

/** Bytes beyond ASCII in pairs, most of the pairs side by side; rare letters have one such byte only. */
function isChinese(head: Uint8Array): boolean {
  let [runs, oddRuns, longRuns, length] = [0, 0, 0, 0];
  for (const byte of head) {
    if (byte >= 0xa1) {
      length += 1;
      continue;
    }
    if (length > 0) runs += 1;
    if (length % 2 === 1) oddRuns += 1;
    if (length >= 4) longRuns += 1;
    length = 0;
  }
  const isPaired = oddRuns <= MOST_ODD_SHARE * runs && longRuns >= LEAST_LONG_SHARE * runs;
  return longRuns > 0 && isPaired && decoded(head, 'gb18030') !== null;
}

/** The text; null where the bytes are none in that encoding. */
function decoded(head: Uint8Array, encoding: EastAsianEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
}
