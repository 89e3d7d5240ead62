import { type Circle, type LabelBox, type Offset, nearestPoint } from './label-box.ts';

/** A line in pixels of the picture. */
export interface Line {
  x: number;
  y: number;
  x2: number;
  y2: number;
}

/**
 * The line from the edge of a circle to its label; a label beside its circle needs none.
 * @example lineTo({ left: 40, right: 60, top: -5, bottom: 5 }, { x: 0, y: 0, radius: 10 }) // => { x: 10, y: 0, x2: 38, y2: 0 }
 */
export function lineTo(box: LabelBox, { x, y, radius }: Circle): Line | null {
  const { dx, dy, distance } = nearestPoint(box, { x, y });
  if (distance < radius + 12) return null;
  const [begin, end] = [radius / distance, (distance - 2) / distance];
  return { x: x + dx * begin, y: y + dy * begin, x2: x + dx * end, y2: y + dy * end };
}

/**
 * A line as seen from the centre of its circle, in whole pixels.
 * @example fromCentre({ x: 60, y: 50, x2: 88, y2: 50 }, { x: 50, y: 50 }) // => { from: { dx: 10, dy: 0 }, to: { dx: 38, dy: 0 } }
 */
export function fromCentre(
  line: Line,
  { x, y }: Pick<Circle, 'x' | 'y'>,
): { from: Offset; to: Offset } {
  return {
    from: { dx: Math.round(line.x - x), dy: Math.round(line.y - y) },
    to: { dx: Math.round(line.x2 - x), dy: Math.round(line.y2 - y) },
  };
}

/**
 * Whether a line runs through a box, or grazes it.
 * Source: Liang and Barsky, "A new concept and method for line clipping" (1984).
 * @example crosses({ x: 0, y: 0, x2: 10, y2: 0 }, { left: 4, right: 6, top: 2, bottom: 8 }) // => false
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
