/** How many numbers each command of a path takes. */
const TAKEN: Readonly<Record<string, number>> = {
  ...{ m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 },
};
const COMMAND = /([a-z])([^a-z]*)/gi;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)/g;
/** Radii, tilt, two flags of one digit that need no space after them, end. */
const ARC =
  /([-+]?[\d.]+)[\s,]*([-+]?[\d.]+)[\s,]*([-+]?[\d.]+)[\s,]*([01])[\s,]*([01])[\s,]*([-+]?(?:\d+\.?\d*|\.\d+))[\s,]*([-+]?(?:\d+\.?\d*|\.\d+))/g;

/**
 * An SVG path with whole numbers: for drawings in a grid so fine that nobody sees half a step of it. Each point is rounded
 * where it lies, not by its distance from the last, so that no error adds up.
 *
 * @param path the attribute d, without exponents
 * @example roundedPath('M1.4 2.6l.4.4.4.4') // => 'M1 3l1 0 0 0'
 */
export function roundedPath(path: string): string {
  /** The point reached and the start of the line it belongs to, as drawn and as written. */
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let written = '';
  for (const [, name = '', text = ''] of path.matchAll(COMMAND)) {
    const command = name.toLowerCase();
    const isRelative = name === command;
    written += name;
    if (command === 'z') [x, y] = [startX, startY];
    const parts = partsOf(command, text);
    const numbers: number[] = [];
    for (const [index, part] of parts.entries()) {
      const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
      const round = (value: number, from: number) => Math.round(from + value) - Math.round(from);
      if (command === 'h' || command === 'v') {
        const from = command === 'h' ? fromX : fromY;
        numbers.push(...part.map((value) => round(value, from)));
        if (command === 'h') x = fromX + (part[0] ?? 0);
        else y = fromY + (part[0] ?? 0);
        continue;
      }
      // Of an arc only the last two numbers are a point.
      const before = command === 'a' ? part.slice(0, 5) : [];
      numbers.push(
        ...before.map(Math.round),
        ...part
          .slice(before.length)
          .map((value, place) => round(value, place % 2 === 0 ? fromX : fromY)),
      );
      [x, y] = [fromX + (part.at(-2) ?? 0), fromY + (part.at(-1) ?? 0)];
      if (command === 'm' && index === 0) [startX, startY] = [x, y];
    }
    written += numbers.join(' ').replaceAll(' -', '-');
  }
  return written;
}

/** The numbers of a command, cut into as many as it takes at once. */
function partsOf(command: string, text: string): number[][] {
  if (command === 'a') return [...text.matchAll(ARC)].map(([, ...numbers]) => numbers.map(Number));
  const taken = TAKEN[command] ?? 0;
  const numbers = (text.match(NUMBER) ?? []).map(Number);
  return Array.from({ length: taken === 0 ? 0 : numbers.length / taken }, (_, index) =>
    numbers.slice(index * taken, (index + 1) * taken),
  );
}
