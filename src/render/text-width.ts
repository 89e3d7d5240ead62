import { readFont } from './fonts.ts';
import { type Advances, readAdvances } from './woff-advances.ts';

/** Letters that the font lacks are set in another face by the browser: wide ones, to be safe. */
const UNKNOWN_LETTER = 0.62;

const cuts = new Map<number, Advances>();

/** Width of a text in CSS pixels, as Instrument Sans sets it. */
export function textWidth(text: string, fontSize: number, weight: 400 | 600 = 400): number {
  let advances = cuts.get(weight);
  if (!advances) {
    advances = readAdvances(readFont('instrument-sans', `latin-${weight}-normal`));
    cuts.set(weight, advances);
  }
  let width = 0;
  for (const letter of text) width += advances.of(letter.codePointAt(0) ?? 0) ?? UNKNOWN_LETTER;
  return width * fontSize;
}
