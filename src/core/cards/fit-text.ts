/** Width in pixels of a text set in one cut at one size. */
export type MeasureText = (text: string, fontSize: number) => number;

export interface TextBox {
  width: number;
  maxLines: number;
  /** Font sizes to try, the largest first. */
  sizes: readonly number[];
}

export interface FittedText {
  fontSize: number;
  lines: string[];
}

/**
 * Fit text – breaks a text into lines that are certain to fit a box.
 * Definition: the largest size at which all words fit in the allowed lines, then lines of even length; where even the
 * smallest size is too large, the last line ends in an ellipsis, and a word wider than the box is cut.
 * Empty case: an empty text has no lines.
 * @example fitText('A basket is saved', { width: 100, maxLines: 2, sizes: [20, 10] }, (text, size) => text.length * size / 2) // => { fontSize: 20, lines: ['A basket', 'is saved'] }
 */
export function fitText(text: string, box: TextBox, measure: MeasureText): FittedText {
  return fitTextIn(text, [box], measure);
}

/**
 * Fit text in the first of several boxes that takes it whole; otherwise it is cut to fit the last one.
 * Definition: as `fitText`. Empty case: without a box there are no lines.
 * @example fitTextIn('A basket is saved', [{ width: 100, maxLines: 1, sizes: [20] }, { width: 100, maxLines: 1, sizes: [10] }], (text, size) => text.length * size / 2) // => { fontSize: 10, lines: ['A basket is saved'] }
 */
export function fitTextIn(
  text: string,
  boxes: readonly TextBox[],
  measure: MeasureText,
): FittedText {
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (const { width, maxLines, sizes } of boxes) {
    for (const fontSize of sizes) {
      const lines = breakLines(words, width, fontSize, measure);
      if (lines.length <= maxLines && lines.every((line) => measure(line, fontSize) <= width)) {
        return { fontSize, lines: balance(words, lines.length, width, fontSize, measure) };
      }
    }
  }
  const last = boxes.at(-1);
  return last ? cutText(words, last, measure) : { fontSize: 0, lines: [] };
}

function cutText(
  words: string[],
  { width, maxLines, sizes }: TextBox,
  measure: MeasureText,
): FittedText {
  const fontSize = sizes.at(-1) ?? 12;
  const pieces = words.flatMap((word) => cutWord(word, width, fontSize, measure));
  const lines = breakLines(pieces, width, fontSize, measure);
  if (lines.length <= maxLines) return { fontSize, lines };
  const kept = lines.slice(0, maxLines);
  kept.push(ellipsis(kept.pop() ?? '', width, fontSize, measure));
  return { fontSize, lines: kept };
}

function breakLines(
  words: string[],
  width: number,
  fontSize: number,
  measure: MeasureText,
): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && measure(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The narrowest measure that needs no more lines: no single word is left over on the last one. */
function balance(
  words: string[],
  count: number,
  width: number,
  fontSize: number,
  measure: MeasureText,
): string[] {
  let best = breakLines(words, width, fontSize, measure);
  for (let narrower = width - 12; narrower > width * 0.5; narrower -= 12) {
    const lines = breakLines(words, narrower, fontSize, measure);
    if (lines.length > count || lines.some((line) => measure(line, fontSize) > width)) break;
    best = lines;
  }
  return best;
}

function cutWord(word: string, width: number, fontSize: number, measure: MeasureText): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter, fontSize) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function ellipsis(line: string, width: number, fontSize: number, measure: MeasureText): string {
  let letters = [...line];
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`, fontSize) > width) {
    letters = letters.slice(0, -1);
  }
  return `${letters.join('').trimEnd()}…`;
}
