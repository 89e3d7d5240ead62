import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Formats } from '#core/format/formats.ts';
import { formatValue } from '#core/format/format-value.ts';
import { COLOR, FONT_SIZE } from './chart-colors.ts';
import { NARROW_WIDTH } from './chart-spec.ts';

/** What a label on the map of the Portraits is about. */
export interface LabelledPortrait {
  name: string;
  /** Orders a year. */
  x: number;
  /** Order value. */
  y: number;
  isCore: boolean;
}

/** A line of a label, as it is written. */
export interface LabelLine {
  text: string;
  size: number;
  weight: 400 | 600;
  color: string;
}

/** A longer name is broken in two. */
const LONGEST_LINE = { wide: 30, narrow: 14 } as const;

/**
 * Whose bubble it is and, where there is room, what it says.
 * @example bubbleLabel({ name: 'The gift giver', x: 2, y: 80, isCore: false }, 640, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }).map(({ text }) => text) // => ['The gift giver', '2 a year at £80']
 */
export function bubbleLabel(
  { name, x, y, isCore }: LabelledPortrait,
  width: number,
  formats: Formats,
): LabelLine[] {
  const { charts, coreCustomer } = wordsOf(formats);
  const isNarrow = width === NARROW_WIDTH;
  const soft = { size: FONT_SIZE.axis, weight: 400, color: COLOR.soft } as const;
  return [
    ...(isCore
      ? [{ text: coreCustomer.label, ...soft, weight: 600, color: COLOR.accent } as const]
      : []),
    ...broken(name, isNarrow ? LONGEST_LINE.narrow : LONGEST_LINE.wide).map((text) => ({
      text,
      size: isNarrow ? FONT_SIZE.axis : FONT_SIZE.label,
      weight: 600 as const,
      color: COLOR.ink,
    })),
    ...(isNarrow
      ? []
      : [
          {
            text: filled(charts.atMap, {
              often: formatValue(x, 'perYear', formats),
              value: formatValue(y, 'money', formats),
            }),
            ...soft,
          },
        ]),
  ];
}

/** A name in two lines of about one length, where it is too long for one. */
function broken(name: string, longest: number): string[] {
  const words = name.split(' ');
  if (name.length <= longest || words.length < 2) return [name];
  const splits = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const widest = (lines: readonly string[]): number =>
    Math.max(...lines.map(({ length }) => length));
  return splits.reduce((best, one) => (widest(one) < widest(best) ? one : best));
}
