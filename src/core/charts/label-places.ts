import {
  type Circle,
  LABEL_LINE,
  type LabelBox,
  type Offset,
  type Spot,
  type Words,
  isInside,
  labelBox,
  nearestPoint,
  overlap,
  touches,
} from './label-box.ts';
import { type Line, crosses, fromCentre, lineTo } from './label-line.ts';

/** A bubble in pixels, and the words that stand at it. */
export interface Bubble extends Circle, Words {
  /** What stands there instead where the words would cover another bubble or stand far away; without it they do. */
  short?: string;
}

/** Where the words of a bubble stand. */
export interface LabelPlace extends Spot {
  /** Far from its bubble: where a line from the bubble's edge to the words begins and ends, from its centre too. */
  line: { from: Offset; to: Offset } | null;
  /** The short words stand there. */
  isShort: boolean;
}

interface Picture {
  width: number;
  height: number;
  fontSize: number;
  /** What stands in the picture already: the figures along an axis. */
  taken?: readonly LabelBox[];
}

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
