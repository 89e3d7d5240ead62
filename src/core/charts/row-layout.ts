import { COLOR, FONT_SIZE } from './chart-colors.ts';
import { type Layer, layer, pixel, textLayer } from './chart-spec.ts';

/**
 * Charts of rows: a line of words (what it is on the left, its figure on the right), and under it the mark. Labels
 * need no column of their own, so the same drawing works at 340 and at 640 pixels.
 */
export const ROW = { height: 50, words: 16, mark: 31 } as const;

/** Where the row's words and its mark stand, in pixels from the top. */
export function rowPosition(index: number): { words: number; mark: number } {
  return { words: index * ROW.height + ROW.words, mark: index * ROW.height + ROW.mark };
}

/**
 * The words of every row; the left ones are cut before they run into the right ones. A row may bring a `shortFigure`
 * with its `shortReserve` for phones.
 */
export function rowWords(data: string): Layer[] {
  const isNarrow = 'width < 480';
  return [
    textLayer(
      data,
      {
        fontWeight: 600,
        limit: {
          expr: `width - (${isNarrow} && datum.shortFigure ? datum.shortReserve : datum.reserve)`,
        },
      },
      { x: { value: 0 }, y: pixel('words') },
      'label',
    ),
    layer(
      data,
      {
        type: 'text',
        align: 'right',
        baseline: 'alphabetic',
        fontSize: FONT_SIZE.label,
        color: COLOR.ink,
        text: { expr: `${isNarrow} && datum.shortFigure ? datum.shortFigure : datum.figure` },
      },
      { x: { value: 'width' }, y: pixel('words') },
    ),
  ];
}

/** Pixels that a figure of so many letters keeps for itself at the end of the line. */
export function reserveFor(figure: string): number {
  return Math.ceil(figure.length * FONT_SIZE.label * 0.56) + 16;
}
