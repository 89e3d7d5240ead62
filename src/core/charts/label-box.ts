/** A circle in pixels of the picture. */
export interface Circle {
  x: number;
  y: number;
  radius: number;
}

/** Words at a point of the picture; lines are parted by line breaks. */
export interface Words {
  x: number;
  y: number;
  text: string;
}

/** Where the anchor of the first line of the words lies, seen from their point. */
export interface Spot extends Offset {
  align: 'left' | 'right' | 'center';
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

const LETTER = 0.56;
/** Kept free around a label, in pixels: words that touch are read as one, and those of one line sooner. */
const AIR = { beside: 8, above: 3 } as const;
/** From one line of a label to the next, in font sizes. */
export const LABEL_LINE = 1.2;

/**
 * The box of a label at its place.
 * @example labelBox({ x: 50, y: 50, text: 'Ann' }, { dx: 15, dy: 5, align: 'left' }, 10) // => { left: 65, right: 81.8, top: 47, bottom: 57.5 }
 */
export function labelBox({ x, y, text }: Words, spot: Spot, fontSize: number): LabelBox {
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
 * The way from a point to the nearest point of a box; none where it lies in the box.
 * @example nearestPoint({ left: 53, right: 60, top: 54, bottom: 60 }, { x: 50, y: 50 }) // => { dx: 3, dy: 4, distance: 5 }
 */
export function nearestPoint(
  box: LabelBox,
  { x, y }: Pick<Circle, 'x' | 'y'>,
): Offset & { distance: number } {
  const dx = Math.min(Math.max(x, box.left), box.right) - x;
  const dy = Math.min(Math.max(y, box.top), box.bottom) - y;
  return { dx, dy, distance: Math.hypot(dx, dy) };
}

/**
 * Whether words lie on a circle, or so near that they seem to.
 * @example touches({ left: 53, right: 60, top: 54, bottom: 60 }, { x: 50, y: 50, radius: 4 }) // => true
 */
export function touches(box: LabelBox, circle: Circle): boolean {
  return nearestPoint(box, circle).distance < circle.radius + AIR.above;
}

/**
 * Whether two labels lie on each other, or so near that they are read as one.
 * @example overlap({ left: 0, right: 10, top: 0, bottom: 10 }, { left: 16, right: 20, top: 0, bottom: 10 }) // => true
 */
export function overlap(one: LabelBox, other: LabelBox): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > -AIR.beside &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > -AIR.above
  );
}

/**
 * Whether all of a label is in a picture of this size.
 * @example isInside({ left: 0, right: 10, top: 0, bottom: 10 }, { width: 10, height: 9 }) // => false
 */
export function isInside(
  box: LabelBox,
  { width, height }: { width: number; height: number },
): boolean {
  return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
}
