import type { CardType } from '#core/cards/card-element.ts';
import type { MeasureText } from '#core/cards/fit-text.ts';
import { DISPLAY_FAMILY, type FontFile, TEXT_FAMILY, readFont } from './fonts.ts';
import { type Advances, readAdvances } from './woff-advances.ts';

/** The second file of a family holds the letters of the other Latin alphabets (ł, ő, ş …). */
const EXTENDED = ' Extended';

export const CARD_FONTS: readonly FontFile[] = [
  {
    family: DISPLAY_FAMILY,
    weight: 400,
    style: 'normal',
    data: readFont('newsreader', 'latin-400-normal'),
  },
  {
    family: DISPLAY_FAMILY + EXTENDED,
    weight: 400,
    style: 'normal',
    data: readFont('newsreader', 'latin-ext-400-normal'),
  },
  {
    family: TEXT_FAMILY,
    weight: 400,
    style: 'normal',
    data: readFont('instrument-sans', 'latin-400-normal'),
  },
  {
    family: TEXT_FAMILY + EXTENDED,
    weight: 400,
    style: 'normal',
    data: readFont('instrument-sans', 'latin-ext-400-normal'),
  },
  {
    family: TEXT_FAMILY,
    weight: 600,
    style: 'normal',
    data: readFont('instrument-sans', 'latin-600-normal'),
  },
  {
    family: TEXT_FAMILY + EXTENDED,
    weight: 600,
    style: 'normal',
    data: readFont('instrument-sans', 'latin-ext-600-normal'),
  },
];

const advances = new Map<string, Advances>(
  CARD_FONTS.map((font) => [`${font.family} ${font.weight}`, readAdvances(font.data)]),
);

/** True where both faces of a card have the letter. */
export function cardHasGlyph(codePoint: number): boolean {
  return [DISPLAY_FAMILY, TEXT_FAMILY].every(
    (family) => advanceOf(family, 400, codePoint) !== undefined,
  );
}

function advanceOf(family: string, weight: 400 | 600, codePoint: number): number | undefined {
  return (
    advances.get(`${family} ${weight}`)?.of(codePoint) ??
    advances.get(`${family}${EXTENDED} ${weight}`)?.of(codePoint)
  );
}

/** A little generous (2 %): lines are broken by advances alone, and satori rounds glyphs to pixels. */
function measureIn(family: string, weight: 400 | 600): MeasureText {
  return (text, fontSize) => {
    let width = 0;
    for (const letter of text) width += advanceOf(family, weight, letter.codePointAt(0) ?? 0) ?? 1;
    return width * fontSize * 1.02;
  };
}

/** The text face is measured in its bolder cut, so that a line fits in either. */
export const CARD_TYPE: CardType = {
  display: {
    family: `${DISPLAY_FAMILY}, ${DISPLAY_FAMILY}${EXTENDED}`,
    measure: measureIn(DISPLAY_FAMILY, 400),
  },
  text: {
    family: `${TEXT_FAMILY}, ${TEXT_FAMILY}${EXTENDED}`,
    measure: measureIn(TEXT_FAMILY, 600),
  },
};
