/** A stretch of the line. */
export interface Stretch {
  x: number;
  width: number;
}

const GAP = 4;
/** From one stripe to the next, in the line's own units; more stripes are closer together. */
const STEP = 10;
const LEAST_WIDTH = 2;

/** Where each part of a line of boxes stands, and where its stripes; a line without an order has none. */
export function barOf<Part extends { orders: number; stripes: number }>(
  parts: readonly Part[],
  width: number,
): (Stretch & { part: Part; stripes: Stretch[] })[] {
  const total = parts.reduce((sum, { orders }) => sum + orders, 0);
  if (total === 0) return [];
  let end = 0;
  return parts.map((part) => {
    const x = end;
    end += (part.orders / total) * width;
    const own = Math.max(LEAST_WIDTH, end - x - (parts.length > 1 ? GAP : 0));
    return { part, x, width: own, stripes: stripesOf({ x, width: own }, part.stripes) };
  });
}

/** The stripes of a stretch; `every` from each to the next, and less where there are more. */
export function stripesOf({ x, width }: Stretch, times: number, every = STEP): Stretch[] {
  if (times === 0) return [];
  const step = every / times;
  const count = Math.floor(width / step);
  return Array.from({ length: count }, (_, at) => ({ x: x + (at + 0.5) * step, width: step / 2 }));
}
