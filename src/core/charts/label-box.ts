/** A bubble in pixels, and the words that stand at it. */
export interface Bubble {
  x: number;
  y: number;
  radius: number;
  /** Lines are parted by line breaks. */
  text: string;
  /** What stands there instead where the words have no place that is surely this bubble's; without it they cover another. */
  short?: string;
}

/** Where the anchor of a label's first line lies, seen from the bubble's centre. */
export interface Spot {
  dx: number;
  dy: number;
  align: 'left' | 'right' | 'center';
}

/** What the words of a label cover, in pixels of the picture. */
export interface LabelBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A line in pixels of the picture. */
export interface Line {
  x: number;
  y: number;
  x2: number;
  y2: number;
}

const LETTER = 0.56;
/** From one line of a label to the next, in font sizes. */
export const LABEL_LINE = 1.2;
/** Kept free around a label, in pixels: words that touch are read as one, and those of one line sooner. */
const AIR = { beside: 8, above: 3 } as const;
/** From a bubble's edge to words that are seen to be its own without a line, and a little. */
const FAR = 12;

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

/**
 * From the edge of a bubble to words; below zero where they cover it.
 * @example edgeDistance({ left: 65, right: 80, top: 45, bottom: 55 }, { x: 50, y: 50, radius: 10, text: 'Ann' }) // => 5
 */
export function edgeDistance(box: LabelBox, bubble: Bubble): number {
  return nearestPoint(box, bubble).distance - bubble.radius;
}

/**
 * From the edge of a bubble to its label; a label beside its bubble needs none.
 * @example lineTo({ left: 90, right: 110, top: 45, bottom: 55 }, { x: 50, y: 50, radius: 10, text: 'Ann' }) // => { x: 60, y: 50, x2: 88, y2: 50 }
 */
export function lineTo(box: LabelBox, bubble: Bubble): Line | null {
  const { dx, dy, distance } = nearestPoint(box, bubble);
  if (distance < bubble.radius + FAR) return null;
  const [begin, end] = [bubble.radius / distance, (distance - 2) / distance];
  return {
    x: bubble.x + dx * begin,
    y: bubble.y + dy * begin,
    x2: bubble.x + dx * end,
    y2: bubble.y + dy * end,
  };
}

/**
 * Whether a line runs through a box, or grazes it.
 * Source: Liang and Barsky, "A new concept and method for line clipping" (1984).
 * @example crosses({ x: 0, y: 5, x2: 20, y2: 5 }, { left: 8, right: 12, top: 0, bottom: 9 }) // => true
 */
export function crosses({ x, y, x2, y2 }: Line, { left, right, top, bottom }: LabelBox): boolean {
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

/**
 * Whether a line runs through a bubble, or grazes it: words at its end would be taken for that one's name.
 * @example runsThrough({ x: 0, y: 5, x2: 20, y2: 5 }, { x: 10, y: 9, radius: 6, text: 'Ann' }) // => true
 */
export function runsThrough({ x, y, x2, y2 }: Line, bubble: Bubble): boolean {
  const [dx, dy] = [x2 - x, y2 - y];
  const along = ((bubble.x - x) * dx + (bubble.y - y) * dy) / (dx * dx + dy * dy || 1);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x + at * dx - bubble.x, y + at * dy - bubble.y) < bubble.radius + 1;
}

/**
 * Whether words cover a bubble, or nearly.
 * @example touches({ left: 62, right: 80, top: 45, bottom: 55 }, { x: 50, y: 50, radius: 10, text: 'Ann' }) // => true
 */
export function touches(box: LabelBox, bubble: Bubble): boolean {
  return edgeDistance(box, bubble) < AIR.above;
}

/**
 * Whether two labels are so near that they could be read as one.
 * @example overlap({ left: 0, right: 9, top: 0, bottom: 9 }, { left: 12, right: 20, top: 0, bottom: 9 }) // => true
 */
export function overlap(one: LabelBox, other: LabelBox): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > -AIR.beside &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > -AIR.above
  );
}

function nearestPoint(
  box: LabelBox,
  { x, y }: Bubble,
): { dx: number; dy: number; distance: number } {
  const dx = Math.min(Math.max(x, box.left), box.right) - x;
  const dy = Math.min(Math.max(y, box.top), box.bottom) - y;
  return { dx, dy, distance: Math.hypot(dx, dy) };
}
