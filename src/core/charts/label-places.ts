/** A bubble in pixels, and the words that stand at it. */
export interface Bubble {
  x: number;
  y: number;
  radius: number;
  /** Lines are parted by line breaks. */
  text: string;
  /** What stands there instead where the words would cover another bubble or stand far away; without it they do. */
  short?: string;
}

/** Where the anchor of the label's first line lies, seen from the bubble's centre. */
export interface LabelPlace {
  dx: number;
  dy: number;
  align: 'left' | 'right' | 'center';
  /** Far from its bubble: where a line from the bubble's edge to the words begins and ends, from its centre too. */
  line: { from: Offset; to: Offset } | null;
  /** The short words stand there. */
  isShort: boolean;
}

interface Offset {
  dx: number;
  dy: number;
}

/** What the words of a label cover, in pixels of the picture. */
export interface LabelBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Picture {
  width: number;
  height: number;
  fontSize: number;
  /** What stands in the picture already: the figures along an axis. */
  taken?: readonly LabelBox[];
}

type Spot = Omit<LabelPlace, 'line' | 'isShort'>;

const LETTER = 0.56;
/** Kept free around a label, in pixels: words that touch are read as one, and those of one line sooner. */
const AIR = { beside: 8, above: 3 } as const;
/** From one line of a label to the next, in font sizes. */
export const LABEL_LINE = 1.2;
/** From a bubble's edge to its words, where it has short ones that can stand nearer. */
const FARTHEST = 60;
/** From one place to try to the next, where none beside the bubble is free. */
const STEP = 8;

/**
 * Label places – a place for each name where it covers no other name and no bubble, beside its own where one is free.
 * Definition: greedy, those in a crowd first, and again with those first that found no place beside their bubble, of
 * which tries the best is kept; of twelve places around each bubble the first that is free, else the free place
 * of the picture that is nearest, with a line to it. Words stay in the picture. Widths are estimated at 0.56 of the font
 * size a letter. Words that would cover another bubble or stand far away give way to the short ones, where a bubble has some.
 * Source: Christensen, Marks and Shieber, "An empirical study of algorithms for point-feature label placement" (1995), greedy.
 * Empty case: no bubbles, no places; a name for which the picture has no room left has null.
 * @example labelPlaces([{ x: 50, y: 50, radius: 10, text: 'Ann' }], { width: 200, height: 100, fontSize: 14 }) // => [{ dx: 15, dy: 5, align: 'left', line: null, isShort: false }]
 */
export function labelPlaces(bubbles: readonly Bubble[], picture: Picture): (LabelPlace | null)[] {
  let order = bubbles.map((_, index) => index);
  const crowds = bubbles.map((bubble) => crowdAt(bubble, bubbles));
  order.sort((a, b) => (crowds[b] ?? 0) - (crowds[a] ?? 0) || a - b);
  let best: Placed | null = null;
  for (let tries = 0; tries < MOST_TRIES && best?.cost !== 0; tries += 1) {
    const placed = placedInOrder(bubbles, order, picture);
    if (!best || placed.cost < best.cost) best = placed;
    const { crowdedOut } = placed;
    order = [...crowdedOut, ...order.filter((index) => !crowdedOut.includes(index))];
  }
  return best?.places ?? [];
}

const MOST_TRIES = 8;

/** The labels of one try. */
interface Placed {
  places: (LabelPlace | null)[];
  cost: number;
  /** Those that found no place beside their bubble. */
  crowdedOut: number[];
}

/** What a place costs that is not beside its bubble, a pixel of the line to it, one of short words, one that covers a bubble, and none. */
const COST = { line: 1, length: 0.02, short: 5, covers: 10, none: 100 } as const;

/** A place that covers no other bubble, and the words that have it. */
interface Clear {
  of: Bubble;
  spot: Spot;
  isBeside: boolean;
}

function placedInOrder(
  bubbles: readonly Bubble[],
  order: readonly number[],
  picture: Picture,
): Placed {
  const places: (LabelPlace | null)[] = bubbles.map(() => null);
  const taken: LabelBox[] = [...(picture.taken ?? [])];
  const lines: Line[] = [];
  const crowdedOut: number[] = [];
  let cost = 0;
  const isFree = (box: LabelBox): boolean =>
    !taken.some((other) => overlap(box, other)) && !lines.some((line) => crosses(line, box));
  for (const index of order) {
    const bubble = bubbles[index];
    if (!bubble) continue;
    const isOpen = (box: LabelBox): boolean =>
      isFree(box) && !bubbles.some((other) => other !== bubble && touches(box, other));
    const hasWay = (box: LabelBox, of: Bubble): boolean => {
      const line = lineTo(box, of);
      return line === null || !taken.some((other) => crosses(line, other));
    };
    /** Beside the bubble, else wherever a line can be led without covering another. */
    const clearSpot = (of: Bubble): Clear | null => {
      const beside = placesAround(of, picture.fontSize).find((spot) => {
        const box = labelBox(of, spot, picture.fontSize);
        return isInside(box, picture) && isOpen(box);
      });
      if (beside) return { of, spot: beside, isBeside: true };
      const spot = nearestSpot(
        of,
        picture,
        (box) =>
          !touches(box, of) &&
          isOpen(box) &&
          hasWay(box, of) &&
          (of.short === undefined || nearestPoint(box, of).distance < of.radius + FARTHEST),
      );
      return spot && { of, spot, isBeside: false };
    };
    const { short } = bubble;
    const full = clearSpot(bubble);
    const clear = full ?? (short === undefined ? null : clearSpot({ ...bubble, text: short }));
    const of = clear?.of ?? { ...bubble, text: short ?? bubble.text };
    // Where no clear place is left, over another bubble; a line says whose name it is wherever one can be led.
    const told = clear?.spot ?? nearestSpot(of, picture, (box) => isFree(box) && hasWay(box, of));
    const spot = told ?? nearestSpot(of, picture, isFree);
    const box = spot && labelBox(of, spot, picture.fontSize);
    const line = told && box && lineTo(box, of);
    const isShort = !full && short !== undefined;
    cost += spot
      ? costOf({ isBeside: clear?.isBeside === true, isClear: clear !== null, line })
      : COST.none;
    if (isShort) cost += COST.short;
    if (!full?.isBeside) crowdedOut.push(index);
    if (!spot || !box) continue;
    places[index] = { ...spot, line: line && fromCentre(line, of), isShort };
    taken.push(box);
    if (line) lines.push(line);
  }
  return { places, cost, crowdedOut };
}

function costOf({
  isBeside,
  isClear,
  line,
}: {
  isBeside: boolean;
  isClear: boolean;
  line: Line | null;
}): number {
  if (isBeside) return 0;
  if (!isClear) return COST.covers;
  return COST.line + COST.length * (line ? Math.hypot(line.x2 - line.x, line.y2 - line.y) : 0);
}

/**
 * The box of a label at its place.
 * @example labelBox({ x: 50, y: 50, radius: 10, text: 'Ann' }, { dx: 15, dy: 5, align: 'left' }, 10) // => { left: 65, right: 81.8, top: 47, bottom: 57.5 }
 */
export function labelBox({ x, y, text }: Bubble, spot: Spot, fontSize: number): LabelBox {
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => textWidth(line, fontSize)));
  const left =
    x + spot.dx - (spot.align === 'left' ? 0 : spot.align === 'right' ? width : width / 2);
  const baseline = y + spot.dy;
  return {
    left,
    right: left + width,
    top: baseline - fontSize * 0.8,
    bottom: baseline + fontSize * (0.25 + (lines.length - 1) * LABEL_LINE),
  };
}

/**
 * About how wide words are.
 * @example textWidth('Ann', 10) // => 16.8
 */
export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * LETTER;
}

/** How many bubbles are so near that their names may want the same place. */
function crowdAt({ x, y }: Bubble, bubbles: readonly Bubble[]): number {
  return bubbles.filter((other) => Math.abs(other.x - x) < 160 && Math.abs(other.y - y) < 60)
    .length;
}

function placesAround({ radius, text }: Bubble, fontSize: number): Spot[] {
  const gap = radius + 5;
  const slant = radius * 0.71 + 4;
  // What the lines below the first take: above a bubble, the label rises by it.
  const rest = (text.split('\n').length - 1) * fontSize * LABEL_LINE;
  const middle = Math.round(fontSize * 0.35 - rest / 2);
  const up = -gap - 1 - rest;
  return [
    { dx: gap, dy: middle, align: 'left' },
    { dx: -gap, dy: middle, align: 'right' },
    { dx: 0, dy: up, align: 'center' },
    { dx: 0, dy: gap + fontSize * 0.75, align: 'center' },
    { dx: slant, dy: -slant - rest, align: 'left' },
    { dx: -slant, dy: -slant - rest, align: 'right' },
    { dx: slant, dy: slant + fontSize * 0.7, align: 'left' },
    { dx: -slant, dy: slant + fontSize * 0.7, align: 'right' },
    { dx: radius, dy: up, align: 'right' },
    { dx: radius, dy: gap + fontSize * 0.75, align: 'right' },
    { dx: -radius, dy: up, align: 'left' },
    { dx: -radius, dy: gap + fontSize * 0.75, align: 'left' },
  ];
}

/** The free spot of the whole picture whose words are nearest to the bubble, written towards it. */
function nearestSpot(
  bubble: Bubble,
  picture: Picture,
  isFree: (box: LabelBox) => boolean,
): Spot | null {
  const own = labelBox(bubble, { dx: 0, dy: 0, align: 'left' }, picture.fontSize);
  const [width, height] = [own.right - own.left, own.bottom - own.top];
  let best: { spot: Spot; distance: number } | null = null;
  for (let top = 0; top + height <= picture.height; top += STEP) {
    for (let left = 0; left + width <= picture.width; left += STEP) {
      const box = { left, right: left + width, top, bottom: top + height };
      const { distance } = nearestPoint(box, bubble);
      if ((best && distance >= best.distance) || !isFree(box)) continue;
      const dy = top - own.top;
      const spot: Spot =
        box.right < bubble.x
          ? { dx: box.right - bubble.x, dy, align: 'right' }
          : { dx: left - bubble.x, dy, align: 'left' };
      best = { spot, distance };
    }
  }
  return best?.spot ?? null;
}

/** A line in pixels of the picture. */
interface Line {
  x: number;
  y: number;
  x2: number;
  y2: number;
}

/** From the edge of a bubble to its label; a label beside its bubble needs none. */
function lineTo(box: LabelBox, bubble: Bubble): Line | null {
  const { dx, dy, distance } = nearestPoint(box, bubble);
  if (distance < bubble.radius + 12) return null;
  const [begin, end] = [bubble.radius / distance, (distance - 2) / distance];
  return {
    x: bubble.x + dx * begin,
    y: bubble.y + dy * begin,
    x2: bubble.x + dx * end,
    y2: bubble.y + dy * end,
  };
}

function fromCentre({ x, y, x2, y2 }: Line, bubble: Bubble): LabelPlace['line'] {
  return {
    from: { dx: Math.round(x - bubble.x), dy: Math.round(y - bubble.y) },
    to: { dx: Math.round(x2 - bubble.x), dy: Math.round(y2 - bubble.y) },
  };
}

/** Whether a line runs through a box, or grazes it. Source: Liang and Barsky, "A new concept and method for line clipping" (1984). */
function crosses({ x, y, x2, y2 }: Line, { left, right, top, bottom }: LabelBox): boolean {
  let [enters, leaves] = [0, 1];
  for (const [at, length, low, high] of [
    [x, x2 - x, left - 1, right + 1],
    [y, y2 - y, top - 1, bottom + 1],
  ] as const) {
    if (length === 0) {
      if (at < low || at > high) return false;
      continue;
    }
    const [one, other] = [(low - at) / length, (high - at) / length];
    enters = Math.max(enters, Math.min(one, other));
    leaves = Math.min(leaves, Math.max(one, other));
  }
  return enters <= leaves;
}

function nearestPoint(box: LabelBox, { x, y }: Bubble): Offset & { distance: number } {
  const dx = Math.min(Math.max(x, box.left), box.right) - x;
  const dy = Math.min(Math.max(y, box.top), box.bottom) - y;
  return { dx, dy, distance: Math.hypot(dx, dy) };
}

function touches(box: LabelBox, bubble: Bubble): boolean {
  return nearestPoint(box, bubble).distance < bubble.radius + AIR.above;
}

function overlap(one: LabelBox, other: LabelBox): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > -AIR.beside &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > -AIR.above
  );
}

function isInside(box: LabelBox, { width, height }: Picture): boolean {
  return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
}
