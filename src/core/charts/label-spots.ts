import {
  type Bubble,
  LABEL_LINE,
  type LabelBox,
  type Spot,
  edgeDistance,
  labelBox,
} from './label-box.ts';

/** From one place to try to the next, where none beside the bubble is free. */
const STEP = 8;

/**
 * The twelve places beside a bubble, the easiest to read first.
 * @example spotsAround({ x: 50, y: 50, radius: 10, text: 'Ann' }, 14)[0] // => { dx: 15, dy: 5, align: 'left' }
 */
export function spotsAround({ radius, text }: Bubble, fontSize: number): Spot[] {
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

/**
 * Where a number can stand upon its bubble: in the middle, else towards the edge. Small bubbles lie upon large ones, so it
 * must be this one that is seen there.
 * Empty case: a bubble smaller than the number has no such place, nor one that others hide.
 * @example spotsOn({ x: 50, y: 50, radius: 20, text: '3' }, [], 14)[0] // => { dx: 0, dy: 5, align: 'center' }
 */
export function spotsOn(bubble: Bubble, others: readonly Bubble[], fontSize: number): Spot[] {
  if (bubble.radius < fontSize / 2) return [];
  const upon = others.filter(({ radius }) => radius <= bubble.radius);
  const angles = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => (at * Math.PI) / 4);
  const outwards = [bubble.radius * 0.4, bubble.radius * 0.8].flatMap((far) =>
    angles.map((angle) => ({ dx: far * Math.cos(angle), dy: far * Math.sin(angle) })),
  );
  return [{ dx: 0, dy: 0 }, ...outwards]
    .filter(({ dx, dy }) =>
      upon.every(
        ({ x, y, radius }) =>
          Math.hypot(bubble.x + dx - x, bubble.y + dy - y) > radius + fontSize * 0.35,
      ),
    )
    .map(({ dx, dy }) => ({
      dx: Math.round(dx),
      dy: Math.round(dy + fontSize * 0.35),
      align: 'center',
    }));
}

/**
 * The free spot of the whole picture whose words are nearest to the bubble, written towards it.
 * Empty case: null where none is free.
 * @example nearestSpot({ x: 50, y: 50, radius: 10, text: 'Ann' }, { width: 200, height: 100, fontSize: 10 }, ({ left }) => left > 80) // => { dx: 38, dy: -2, align: 'left' }
 */
export function nearestSpot(
  bubble: Bubble,
  { width, height, fontSize }: { width: number; height: number; fontSize: number },
  isFree: (box: LabelBox) => boolean,
): Spot | null {
  const own = labelBox(bubble, { dx: 0, dy: 0, align: 'left' }, fontSize);
  const [wide, high] = [own.right - own.left, own.bottom - own.top];
  let best: { spot: Spot; distance: number } | null = null;
  for (let top = 0; top + high <= height; top += STEP) {
    for (let left = 0; left + wide <= width; left += STEP) {
      const box = { left, right: left + wide, top, bottom: top + high };
      const distance = edgeDistance(box, bubble);
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
