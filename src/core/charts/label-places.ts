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
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const LETTER = 0.56;
/** Kept free around a label, in pixels: words that touch are read as one. */
const AIR = 4;
/** From one line of a label to the next, in font sizes. */
export const LABEL_LINE = 1.2;

/**
 * Label places – a place beside each bubble where its name covers no other name and as few bubbles as possible.
 * Definition: greedy from the largest bubble on; of twelve places around each, the one with the least covered area,
 * places outside the picture last. Widths are estimated at 0.56 of the font size a letter.
 * Source: Christensen, Marks and Shieber, "An empirical study of algorithms for point-feature label placement" (1995), greedy.
 * Empty case: no bubbles, no places.
 * @example labelPlaces([{ x: 50, y: 50, radius: 10, text: 'Ann' }], { width: 200, height: 100, fontSize: 14 }) // => [{ dx: 15, dy: 5, align: 'left' }]
 */
export function labelPlaces(
  bubbles: readonly Bubble[],
  picture: { width: number; height: number; fontSize: number },
): LabelPlace[] {
  const places: LabelPlace[] = bubbles.map(() => ({ dx: 0, dy: 0, align: 'center' }));
  const taken: Box[] = [];
  const order = bubbles
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [bubbles[a], bubbles[b]];
      return one && other ? other.radius - one.radius || a - b : 0;
    });
  for (const index of order) {
    const bubble = bubbles[index];
    if (!bubble) continue;
    let best: { cost: number; place: LabelPlace; box: Box } | null = null;
    for (const [rank, place] of placesAround(bubble, picture.fontSize).entries()) {
      const box = boxOf(bubble, place, picture.fontSize);
      const cost =
        taken.reduce((sum, other) => sum + 4 * overlap(box, other), 0) +
        bubbles.reduce(
          (sum, other) => sum + (other === bubble ? 0 : overlap(box, square(other))),
          0,
        ) +
        1000 * outside(box, picture) +
        rank;
      if (!best || cost < best.cost) best = { cost, place, box };
    }
    if (!best) continue;
    places[index] = best.place;
    taken.push(best.box);
  }
  return places;
}

function placesAround({ radius, text }: Bubble, fontSize: number): LabelPlace[] {
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

function boxOf({ x, y, text }: Bubble, { dx, dy, align }: LabelPlace, fontSize: number): Box {
  const lines = text.split('\n');
  const width = Math.max(...lines.map(({ length }) => length)) * fontSize * LETTER;
  const left = x + dx - (align === 'left' ? 0 : align === 'right' ? width : width / 2);
  const baseline = y + dy;
  return {
    left: left - AIR,
    right: left + width + AIR,
    top: baseline - fontSize * 0.8,
    bottom: baseline + fontSize * (0.25 + (lines.length - 1) * LABEL_LINE) + AIR,
  };
}

function square({ x, y, radius }: Bubble): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function outside(box: Box, { width, height }: { width: number; height: number }): number {
  return (
    Math.max(0, -box.left) +
    Math.max(0, box.right - width) +
    Math.max(0, -box.top) +
    Math.max(0, box.bottom - height)
  );
}
