import {
  type Bubble,
  type LabelBox,
  type Line,
  type Spot,
  crosses,
  edgeDistance,
  labelBox,
  lineTo,
  overlap,
  runsThrough,
  touches,
} from './label-box.ts';
import { nearestSpot, spotsAround, spotsOn } from './label-spots.ts';

/** Where the words of a bubble stand. */
export interface LabelPlace extends Spot {
  /** Far from its bubble: where a line from the bubble's edge to the words begins and ends, from its centre too. */
  line: { from: Offset; to: Offset } | null;
  /** The short words stand there. */
  isShort: boolean;
}

interface Offset {
  dx: number;
  dy: number;
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
/** How much nearer words stand to their own bubble than to any other. */
const NEARER = 3;

/**
 * Label places – a place for each name where it covers no other name and no bubble, beside its own where one is free.
 * Definition: greedy, those in a crowd first, and again with those first that found no place beside their bubble, of
 * which tries the best is kept; of twelve places around each bubble the first that is free, else the free place
 * of the picture that is nearest, with a line to it. Words stay in the picture, nearer to their own bubble than to any
 * other, and their line runs through no other. Widths are estimated at 0.56 of the font
 * size a letter. Words without such a place, or far away, give way to the short ones, where a bubble has some; those may stand upon it.
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

/** What a place costs that is not beside its bubble, a pixel of the line to it, one of short words, one that may be taken for another's, and none. */
const COST = { line: 1, length: 0.02, short: 5, doubtful: 10, none: 100 } as const;

/** Words that found a place. */
interface Found {
  of: Bubble;
  spot: Spot;
  kind: 'beside' | 'near' | 'on' | 'doubtful';
  /** No line to them can be led. */
  isCutOff?: boolean;
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
  for (const index of order) {
    const bubble = bubbles[index];
    if (!bubble) continue;
    const others = bubbles.filter((_, at) => at !== index);
    const found = foundPlace(bubble, others, picture, { taken, lines });
    const isShort = found !== null && found.of.text !== bubble.text;
    if (isShort || found?.kind !== 'beside') crowdedOut.push(index);
    if (!found) {
      cost += COST.none;
      continue;
    }
    const { of, spot, kind, isCutOff } = found;
    const box = labelBox(of, spot, picture.fontSize);
    const line = isCutOff ? null : lineTo(box, of);
    places[index] = { ...spot, line: line && fromCentre(line, of), isShort };
    taken.push(box);
    if (line) lines.push(line);
    cost += (isShort ? COST.short : 0) + costOf(kind, line);
  }
  return { places, cost, crowdedOut };
}

function costOf(kind: Found['kind'], line: Line | null): number {
  if (kind === 'beside') return 0;
  if (kind === 'doubtful') return COST.doubtful;
  return COST.line + COST.length * (line ? Math.hypot(line.x2 - line.x, line.y2 - line.y) : 0);
}

/** The best place that is left for the words of a bubble, or for its short ones. */
function foundPlace(
  bubble: Bubble,
  others: readonly Bubble[],
  picture: Picture,
  { taken, lines }: { taken: readonly LabelBox[]; lines: readonly Line[] },
): Found | null {
  const { fontSize } = picture;
  const isFree = (box: LabelBox): boolean =>
    !taken.some((other) => overlap(box, other)) && !lines.some((line) => crosses(line, box));
  const isOpen = (box: LabelBox): boolean =>
    isFree(box) && !others.some((other) => touches(box, other));
  const isOwn = (box: LabelBox): boolean =>
    others.every((other) => edgeDistance(box, bubble) + NEARER <= edgeDistance(box, other));
  const hasWay = (box: LabelBox): boolean => {
    const line = lineTo(box, bubble);
    return line === null || !taken.some((other) => crosses(line, other));
  };
  const isUncrossed = (box: LabelBox): boolean => {
    const line = lineTo(box, bubble);
    return line === null || !others.some((other) => runsThrough(line, other));
  };
  const isNear = (box: LabelBox): boolean =>
    bubble.short === undefined || edgeDistance(box, bubble) < FARTHEST;
  const beside = (of: Bubble, isGood: (box: LabelBox) => boolean): Spot | undefined =>
    spotsAround(of, fontSize).find((spot) => {
      const box = labelBox(of, spot, fontSize);
      return isInside(box, picture) && isOpen(box) && isGood(box);
    });
  /** Where nobody can take the words for another's. */
  const clear = (of: Bubble): Found | null => {
    const spot = beside(of, isOwn);
    if (spot) return { of, spot, kind: 'beside' };
    const near = nearestSpot(
      of,
      picture,
      (box) =>
        !touches(box, of) &&
        isOpen(box) &&
        isOwn(box) &&
        hasWay(box) &&
        isUncrossed(box) &&
        isNear(box),
    );
    return near && { of, spot: near, kind: 'near' };
  };
  const of = { ...bubble, text: bubble.short ?? bubble.text };
  const upon = (): Found | null => {
    const spot = spotsOn(of, others, fontSize).find((one) => isFree(labelBox(of, one, fontSize)));
    return spot ? { of, spot, kind: 'on' } : null;
  };
  const doubtful = (): Found | null => {
    const spot =
      beside(of, () => true) ??
      nearestSpot(of, picture, (box) => !touches(box, of) && isOpen(box) && hasWay(box)) ??
      // Over another bubble; a line says whose name it is wherever one can be led.
      nearestSpot(of, picture, (box) => isFree(box) && hasWay(box));
    if (spot) return { of, spot, kind: 'doubtful' };
    const cutOff = nearestSpot(of, picture, isFree);
    return cutOff && { of, spot: cutOff, kind: 'doubtful', isCutOff: true };
  };
  return bubble.short === undefined
    ? (clear(bubble) ?? doubtful())
    : (clear(bubble) ?? clear(of) ?? upon() ?? doubtful());
}

/** How many bubbles are so near that their names may want the same place. */
function crowdAt({ x, y }: Bubble, bubbles: readonly Bubble[]): number {
  return bubbles.filter((other) => Math.abs(other.x - x) < 160 && Math.abs(other.y - y) < 60)
    .length;
}

function fromCentre({ x, y, x2, y2 }: Line, bubble: Bubble): LabelPlace['line'] {
  return {
    from: { dx: Math.round(x - bubble.x), dy: Math.round(y - bubble.y) },
    to: { dx: Math.round(x2 - bubble.x), dy: Math.round(y2 - bubble.y) },
  };
}

function isInside(box: LabelBox, { width, height }: Picture): boolean {
  return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
}
