/** Bytes that a letter of the extension can end in: capital and small letters of ASCII, then what lies beyond it. */
const ENDS = [...range(0x41, 0x5a), ...range(0x61, 0x7a), ...range(0x81, 0xfe)];
/** Behind these the ends from 0xa1 on are of the standard. */
const FIRST_STANDARD = 0xa1;

let extension: ReadonlyMap<number, string> | null = null;

/**
 * Decodes what Korean Windows writes (cp949): EUC-KR, and the syllables that the standard left out, which Microsoft put in
 * the free pairs of bytes by the alphabet. The platform's own decoder knows the standard only.
 *
 * @example new KoreanDecoder().decode(Buffer.from('8c63bee7', 'hex')) // => '똠양'
 */
export class KoreanDecoder {
  readonly #standard = new TextDecoder('euc-kr');
  #lead: number | null = null;

  decode(bytes: Uint8Array = new Uint8Array(), { stream = false } = {}): string {
    extension ??= readExtension();
    let text = '';
    let plain: number[] = [];
    const flush = (): void => {
      text += this.#standard.decode(Uint8Array.from(plain));
      plain = [];
    };
    for (const byte of bytes) {
      const lead = this.#lead;
      this.#lead = null;
      if (lead === null) {
        if (byte > 0x80 && byte < 0xff) this.#lead = byte;
        else plain.push(byte);
        continue;
      }
      const syllable = extension.get(lead * 256 + byte);
      if (syllable === undefined) plain.push(lead, byte);
      else {
        flush();
        text += syllable;
      }
    }
    if (!stream && this.#lead !== null) {
      plain.push(this.#lead);
      this.#lead = null;
    }
    flush();
    return text;
  }
}

/** The syllables outside the standard, by their two bytes. */
function readExtension(): ReadonlyMap<number, string> {
  const standard = new TextDecoder('euc-kr');
  const known = new Set(
    range(0xb0, 0xc8).flatMap((lead) =>
      range(0xa1, 0xfe).map((end) => standard.decode(Uint8Array.of(lead, end))),
    ),
  );
  const places = range(0x81, 0xc6).flatMap((lead) =>
    ENDS.filter((end) => lead < FIRST_STANDARD || end < FIRST_STANDARD).map(
      (end) => lead * 256 + end,
    ),
  );
  const others = range(0xac00, 0xd7a3)
    .map((point) => String.fromCodePoint(point))
    .filter((syllable) => !known.has(syllable));
  return new Map(others.map((syllable, index) => [places[index] ?? 0, syllable]));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
