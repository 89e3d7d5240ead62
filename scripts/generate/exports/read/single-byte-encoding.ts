/** Encodings of one byte a letter, besides Windows-1252: of Russian and of Polish or Czech Windows, and of old Macs. */
export type SingleByteEncoding = 'windows-1251' | 'windows-1250' | 'macintosh';

/** So many letters must speak for it, since one or two can be a slip. */
const LEAST = 3;
const LEAST_CYRILLIC = 20;
/** Of the letters of a Russian or Ukrainian text more than a fifth are а, е, и and о; of what a Greek one would be, fewer. */
const LEAST_VOWELS = 0.2;

/** Accented letters between plain ones, as the bytes of each encoding. */
const WINDOWS_LETTERS = /[A-Za-z][\xc0-\xff][a-z]/g;
/** á à ä ç é è ê í ñ ó ö ú ü of an old Mac without those that Windows has signs or other languages letters for. */
const MAC_LETTERS = /[A-Za-z][\x87\x88\x8a\x8d\x8e\x8f\x90\x97\x9a\x9d\x9f][a-z]/g;
/** ą ł ż, where Windows-1252 has ¹ ³ ¿, which never stand inside a word. */
const POLISH_LETTERS = /[A-Za-z\xc0-\xff][\xb9\xb3\xbf][a-z\xc0-\xff]/g;
/** ě č ř ů, and š ž that Windows-1252 has too: together only Czech has them. */
const CZECH_LETTERS = /[A-Za-z][\xec\xe8\xf8\xf9][a-z]/g;
const CARON_LETTERS = /[A-Za-z][\x9a\x9e][a-z]/g;

/**
 * The encoding of a text that is neither UTF-8 nor East Asian, where its letters can be of no other; null: Windows-1252,
 * which most such files are in.
 *
 * @param head the first bytes of the file
 * @example singleByteEncoding(Buffer.from('Größe', 'latin1')) // => null
 */
export function singleByteEncoding(head: Uint8Array): SingleByteEncoding | null {
  const text = Buffer.from(head).toString('latin1');
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  if (isCyrillic(head)) return 'windows-1251';
  if (count(POLISH_LETTERS) >= LEAST) return 'windows-1250';
  if (count(CZECH_LETTERS) >= LEAST && count(CARON_LETTERS) >= LEAST) return 'windows-1250';
  if (count(MAC_LETTERS) >= LEAST && count(WINDOWS_LETTERS) === 0) return 'macintosh';
  return null;
}

/** Words of nothing but letters beyond ASCII, with the vowels and the last letters of the Cyrillic alphabet. */
function isCyrillic(head: Uint8Array): boolean {
  let [letters, others, vowels, last, run] = [0, 0, 0, 0, 0];
  for (const byte of head) {
    const isLetter =
      byte >= 0xc0 || byte === 0xa8 || byte === 0xb8 || byte === 0xb3 || byte === 0xbf;
    if (isLetter) {
      run += 1;
      letters += 1;
      const lower = byte >= 0xe0 ? byte : byte + 0x20;
      if ([0xe0, 0xe5, 0xe8, 0xee].includes(lower)) vowels += 1;
      if (lower >= 0xfb) last += 1;
      continue;
    }
    // An accented letter of a western word stands alone or beside one other.
    if (run === 1 && byte >= 0x61 && byte <= 0x7a) others += 1;
    run = 0;
  }
  return (
    letters >= LEAST_CYRILLIC &&
    others * 10 <= letters &&
    vowels >= LEAST_VOWELS * letters &&
    last > 0
  );
}
