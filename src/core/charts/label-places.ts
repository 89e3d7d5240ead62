/** A bubble in pixels, and the words that stand at it. */
export interface Bubble {
  x: number;
  y: number;
  radius: number;
  /** Lines are parted by line breaks. */
  text: string;
}

/** Where the anchor of the label's first line lies, seen from the bubble's centre. */
export interface LabelPlace {
  dx: number;
  dy: number;
  align: 'left' | 'right' | 'center';
  /** Far from its bubble: where a line from the bubble's edge to the words begins and ends, from its centre too. */
  line: { from: Offset; to: Offset } | null;
}

export interface Offset {
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

type Spot = Omit<LabelPlace, 'line'>;

const LETTER = 0.56;
/** Kept free around a label, in pixels: words that touch are read as one, and those of one line sooner. */
const AIR = { beside: 8, above: 3 } as const;
/** From one line of a label to the next, in font sizes. */
export const LABEL_LINE = 1.2;
/** From one place to try to the next, where none beside the bubble is free. */
const STEP = 8;
/** From one dot of a line to the next, where it is asked what it crosses. */
const DOTS = 3;

/**
 * Label places – a place for each name where it covers no other name and no bubble, beside its own where one is free.
 * Definition: greedy, in four orders of which the best is kept; of twelve places around each bubble the first that is
 * free, else the free place of the picture that is nearest, with a line to it. Words stay in the picture. Widths are
 * estimated at 0.56 of the font size a letter.
 * Source: Christensen, Marks and Shieber, "An empirical study of algorithms for point-feature label placement" (1995), greedy.
 * Empty case: no bubbles, no places; a name for which the picture has no room left has null.
 * @example labelPlaces([{ x: 50, y: 50, radius: 10, text: 'Ann' }], { width: 200, height: 100, fontSize: 14 }) // => [{ dx: 15, dy: 5, align: 'left', line: null }]
 */
export function labelPlaces(bubbles: readonly Bubble[], picture: Picture): (LabelPlace | null)[] {
  const tries = ORDERS.map((order) => placedInOrder(bubbles, order(bubbles), picture));
  return tries.reduce((best, one) => (one.cost < best.cost ? one : best)).places;
}

/** Greedy placing hangs on who comes first: most in a crowd, largest, from the left, from the right. */
const ORDERS = [
  (all: readonly Bubble[]) => ordered(all, (bubble) => -crowdAt(bubble, all)),
  (all: readonly Bubble[]) => ordered(all, ({ radius }) => -radius),
  (all: readonly Bubble[]) => ordered(all, ({ x }) => x),
  (all: readonly Bubble[]) => ordered(all, ({ x }) => -x),
];

function ordered(bubbles: readonly Bubble[], rank: (bubble: Bubble) => number): number[] {
  const ranks = bubbles.map(rank);
  return ranks.map((_, index) => index).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
}

/** What a place costs that is not beside its bubble, that covers one, or that cannot be found. */
const COST = { line: 1, covers: 10, none: 100 } as const;

function placedInOrder(
  bubbles: readonly Bubble[],
  order: readonly number[],
  picture: Picture,
): { places: (LabelPlace | null)[]; cost: number } {
  const places: (LabelPlace | null)[] = bubbles.map(() => null);
  const taken: LabelBox[] = [...(picture.taken ?? [])];
  let cost = 0;
  const isFree = (box: LabelBox): boolean => !taken.some((other) => overlap(box, other));
  for (const index of order) {
    const bubble = bubbles[index];
    if (!bubble) continue;
    const boxAt = (spot: Spot): LabelBox => labelBox(bubble, spot, picture.fontSize);
    const isClear = (box: LabelBox): boolean =>
      isFree(box) && !bubbles.some((other) => other !== bubble && touches(box, other));
    const isLed = (box: LabelBox): boolean =>
      isClear(box) &&
      !touches(box, bubble) &&
      !taken.some((other) =>
        pointsOf(lineTo(box, bubble), bubble).some((point) => holds(other, point)),
      );
    const beside = placesAround(bubble, picture.fontSize)
      .filter((spot) => isInside(boxAt(spot), picture))
      .find((spot) => isClear(boxAt(spot)));
    const led = beside ?? nearestSpot(bubble, picture, isLed);
    const spot = led ?? nearestSpot(bubble, picture, isFree);
    cost += beside ? 0 : led ? COST.line : spot ? COST.covers : COST.none;
    if (!spot) continue;
    const line = led ? lineTo(boxAt(spot), bubble) : null;
    places[index] = { ...spot, line };
    taken.push(boxAt(spot), ...pointsOf(line, bubble));
  }
  return { places, cost };
}

/** The box of a label at its place. */
export function labelBox({ x, y, text }: Bubble, spot: Spot, fontSize: number): LabelBox {
  const lines = text.split('\n');
  const width = Math.max(...lines.map(({ length }) => length)) * fontSize * LETTER;
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

/** A label beside its bubble needs no line. */
function lineTo(box: LabelBox, bubble: Bubble): LabelPlace['line'] {
  const { dx, dy, distance } = nearestPoint(box, bubble);
  if (distance < bubble.radius + 12) return null;
  const at = (length: number): Offset => ({
    dx: Math.round((dx / distance) * length),
    dy: Math.round((dy / distance) * length),
  });
  return { from: at(bubble.radius), to: at(distance - 2) };
}

/** A line as boxes without a size, close enough that no word slips between them. */
function pointsOf(line: LabelPlace['line'], { x, y }: Bubble): LabelBox[] {
  if (!line) return [];
  const { from, to } = line;
  const count = Math.ceil(Math.hypot(to.dx - from.dx, to.dy - from.dy) / DOTS);
  return Array.from({ length: count }, (_, at) => {
    const left = x + from.dx + ((to.dx - from.dx) * at) / count;
    const top = y + from.dy + ((to.dy - from.dy) * at) / count;
    return { left, right: left, top, bottom: top };
  });
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

/** Whether a point lies in a box, or so near that the line to the next one may. */
function holds(box: LabelBox, { left, top }: LabelBox): boolean {
  const near = DOTS / 2;
  return (
    left > box.left - near &&
    left < box.right + near &&
    top > box.top - near &&
    top < box.bottom + near
  );
}

function isInside(box: LabelBox, { width, height }: Picture): boolean {
  return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
}
