/** What a word is made of. */
const WORD_LETTER = /^[\p{L}\p{M}\p{N}]$/u;

const LETTER = 1;
const DIGIT = 2;
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (/\d/.test(letter)) return DIGIT;
  return WORD_LETTER.test(letter) ? LETTER : 0;
});
const others = new Map<number, number>();

/**
 * Visits every run of letters, marks and figures in a text, as `/[\p{L}\p{M}\p{N}]+/gu` finds them, in a fraction of its
 * time: the scan for customers reads every word of every page.
 *
 * @param visit is told where a word begins and ends, and whether one of 0 to 9 is in it
 */
export function eachWord(
  text: string,
  visit: (start: number, end: number, hasDigit: boolean) => void,
): void {
  let start = -1;
  let hasDigit = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    let width = 1;
    let kind = ASCII[code] ?? 0;
    if (code >= 128) {
      const point = text.codePointAt(at) ?? code;
      kind = kindOf(point);
      if (point > 0xffff) width = 2;
    }
    if (kind === 0) {
      if (start >= 0) visit(start, at, hasDigit);
      start = -1;
      hasDigit = false;
    } else {
      if (start < 0) start = at;
      if (kind === DIGIT) hasDigit = true;
    }
    at += width - 1;
  }
  if (start >= 0) visit(start, text.length, hasDigit);
}

function kindOf(point: number): number {
  const known = others.get(point);
  if (known !== undefined) return known;
  const kind = WORD_LETTER.test(String.fromCodePoint(point)) ? LETTER : 0;
  others.set(point, kind);
  return kind;
}
