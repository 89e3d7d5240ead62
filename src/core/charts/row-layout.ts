import { COLOR, FONT_SIZE } from './chart-colors.ts';
import { IS_NARROW, type Layer, NARROW_WIDTH, type Row, layer, pixel } from './chart-spec.ts';

/**
 * Charts of rows: a line of words (what it is on the left, its figure on the right), and under it the mark. Labels
 * need no column of their own, so the same drawing works at 340 and at 640 pixels.
 */
export const ROW = { height: 50, words: 16, mark: 31 } as const;
/** What a label of two lines adds to its row. */
const LINE = 18;
/** A name above the rows that belong to it, and the space over it where rows stand above. */
const GROUP = { height: 28, space: 14 } as const;
const LETTER = 0.57;

/** A row before it has a place. */
export interface StackedRow {
  label: string;
  /** Pixels at the end of its line that its figure needs on a phone. */
  reserve: number;
  /** What it belongs to; rows of one group stand together. */
  group?: string;
}

/** A row's label on a phone, and where its words and its mark stand, in pixels from the top. */
export interface RowPlace {
  /** The line above, where the label needs two; else empty. */
  upper: string;
  lower: string;
  words: number;
  mark: number;
}

/**
 * Where the rows of a chart stand, one under the other. A label that is too long for a phone gets a second line, and
 * its row the room for it.
 * @example stackRows([{ label: 'Tarn', reserve: 40 }, { label: 'Fell', reserve: 40 }]).places.map(({ mark }) => mark) // => [31, 81]
 */
export function stackRows(rows: readonly StackedRow[]): {
  places: RowPlace[];
  groups: Row[];
  height: number;
} {
  let top = 0;
  let group: string | undefined;
  const groups: Row[] = [];
  const places = rows.map((row) => {
    if (row.group !== undefined && row.group !== group) {
      if (top > 0) top += GROUP.space;
      const lines = twoLines(row.group, 0);
      if (lines.upper !== '') top += LINE;
      groups.push({ label: row.group, ...lines, words: top + ROW.words });
      top += GROUP.height;
    }
    group = row.group;
    const lines = twoLines(row.label, row.reserve);
    if (lines.upper !== '') top += LINE;
    const place = { ...lines, words: top + ROW.words, mark: top + ROW.mark };
    top += ROW.height;
    return place;
  });
  return { places, groups, height: top };
}

/** A label as a phone has room for it: its second line is the one that shares its height with the figure. */
function twoLines(label: string, reserve: number): { upper: string; lower: string } {
  const fits = (text: string, room: number): boolean =>
    text.length * FONT_SIZE.label * LETTER <= room;
  const words = label.split(' ');
  if (fits(label, NARROW_WIDTH - reserve) || words.length < 2) return { upper: '', lower: label };
  // Where both lines are as long as each other, unless the second then had no room beside the figure.
  const breaks = words.slice(1).map((_, index) => ({
    upper: words.slice(0, index + 1).join(' '),
    lower: words.slice(index + 1).join(' '),
  }));
  const isFree = breaks.filter(
    ({ upper, lower }) => fits(upper, NARROW_WIDTH) && fits(lower, NARROW_WIDTH - reserve),
  );
  const difference = ({ upper, lower }: (typeof breaks)[number]): number =>
    Math.abs(upper.length - lower.length);
  const [best = { upper: '', lower: label }] = (isFree.length > 0 ? isFree : breaks).toSorted(
    (one, other) => difference(one) - difference(other),
  );
  return best;
}

/**
 * The rows among them whose label has a line above, for the data set that `rowWords` draws it from.
 * @example upperLines([{ upper: '' }, { upper: 'A long' }]) // => [{ upper: 'A long' }]
 */
export function upperLines<T extends { upper: string }>(rows: readonly T[]): T[] {
  return rows.filter(({ upper }) => upper !== '');
}

/**
 * The words of every row; the left ones are cut before they run into the right ones. A row may bring a `shortFigure`
 * with its `shortReserve` for phones. Needs the data sets `data` and, for second lines, `upper`.
 * @example rowWords('words').map(({ data }) => data.name) // => ['words', 'upper', 'words']
 */
export function rowWords(data: string, weight: 400 | 600 = 600): Layer[] {
  return [
    ...labelLayers(data, 'upper', weight, {
      expr: `width - (${IS_NARROW} && datum.shortFigure ? datum.shortReserve : datum.reserve)`,
    }),
    layer(
      data,
      {
        type: 'text',
        align: 'right',
        baseline: 'alphabetic',
        fontSize: FONT_SIZE.label,
        color: COLOR.ink,
        text: { expr: `${IS_NARROW} && datum.shortFigure ? datum.shortFigure : datum.figure` },
      },
      { x: { value: 'width' }, y: pixel('words') },
    ),
  ];
}

/**
 * The names above the rows of a group. Needs the data sets `groups` and `upperGroups`.
 * @example groupWords().map(({ data }) => data.name) // => ['groups', 'upperGroups']
 */
export function groupWords(): Layer[] {
  return labelLayers('groups', 'upperGroups', 600, { expr: 'width' });
}

function labelLayers(
  data: string,
  upper: string,
  fontWeight: 400 | 600,
  limit: { expr: string },
): Layer[] {
  const label = (from: string, text: string, dy: number, room: { expr: string }): Layer =>
    layer(
      from,
      {
        type: 'text',
        align: 'left',
        baseline: 'alphabetic',
        fontSize: FONT_SIZE.label,
        color: COLOR.ink,
        fontWeight,
        limit: room,
        dy,
        text: { expr: text },
      },
      { x: { value: 0 }, y: pixel('words') },
    );
  return [
    label(data, `${IS_NARROW} ? datum.lower : datum.label`, 0, limit),
    label(upper, `${IS_NARROW} ? datum.upper : ''`, -LINE, { expr: 'width' }),
  ];
}

/** More letters than this leave no room for a label on a phone: reasons are long. */
const LONGEST_ON_PHONE = 22;

/**
 * A figure as a phone has room for it, and the pixels it keeps there.
 * @example shortFigure('12%', '–') // => { shortFigure: '12%', shortReserve: 40 }
 */
export function shortFigure(
  figure: string,
  otherwise: string,
): { shortFigure: string; shortReserve: number } {
  const short = figure.length > LONGEST_ON_PHONE ? otherwise : figure;
  return { shortFigure: short, shortReserve: reserveFor(short) };
}

/**
 * Pixels that a figure of so many letters keeps for itself at the end of the line.
 * @example reserveFor('12%') // => 40
 */
export function reserveFor(figure: string): number {
  return Math.ceil(figure.length * FONT_SIZE.label * 0.56) + 16;
}
