/** What the numbers of each command of a path are: a place from left, a place from top, a length, or none of these. */
const NUMBERS: Readonly<Record<string, readonly ('x' | 'y' | 'length' | 'other')[]>> = {
  m: ['x', 'y'],
  l: ['x', 'y'],
  h: ['x'],
  v: ['y'],
  c: ['x', 'y', 'x', 'y', 'x', 'y'],
  s: ['x', 'y', 'x', 'y'],
  q: ['x', 'y', 'x', 'y'],
  t: ['x', 'y'],
  // Radii, tilt and two flags before the end.
  a: ['length', 'length', 'other', 'other', 'other', 'x', 'y'],
  z: [],
};
const COMMAND = /([a-z])([^a-z]*)/gi;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)/g;
/** The same, where two flags of one digit need no space after them. */
const ARC = new RegExp(
  ['number', 'number', 'number', 'flag', 'flag', 'number', 'number']
    .map((kind) => (kind === 'flag' ? '([01])' : `(${NUMBER.source})`))
    .join('[\\s,]*'),
  'g',
);

/**
 * An SVG path with whole numbers: for drawings in a grid so fine that nobody sees half a step of it. Each point is rounded
 * where it lies, not by its distance from the last, so that no error adds up.
 *
 * @param path the attribute d, without exponents
 * @param step the width of the new grid's steps in those of the old one
 * @example roundedPath('M1.4 2.6l.4.4.4.4') // => 'M1 3l1 0 0 0'
 * @example roundedPath('M8 4l4 4', 4) // => 'M2 1l1 1'
 */
export function roundedPath(path: string, step = 1): string {
  let point = { x: 0, y: 0 };
  let start = point;
  let written = '';
  for (const [, name = '', text = ''] of path.matchAll(COMMAND)) {
    const command = name.toLowerCase();
    const kinds = NUMBERS[command] ?? [];
    const whole: number[] = [];
    for (const numbers of repeats(command, text, kinds.length)) {
      const from = name === command ? point : { x: 0, y: 0 };
      const reached = { ...point };
      for (const [index, value] of numbers.entries()) {
        const kind = kinds[index] ?? 'other';
        if (kind === 'other' || kind === 'length') {
          whole.push(Math.round(kind === 'length' ? value / step : value));
          continue;
        }
        const place = from[kind] + value / step;
        whole.push(Math.round(place) - Math.round(from[kind]));
        reached[kind] = place;
      }
      // Further numbers of a move are lines.
      if (command === 'm' && whole.length === 2) start = reached;
      point = reached;
    }
    if (command === 'z') point = start;
    written += name + whole.join(' ').replaceAll(' -', '-');
  }
  return written;
}

/** The numbers after a letter: it can stand for the same command several times. */
function repeats(command: string, text: string, length: number): number[][] {
  if (length === 0) return [];
  if (command === 'a') return [...text.matchAll(ARC)].map(([, ...arc]) => arc.map(Number));
  const numbers = (text.match(NUMBER) ?? []).map(Number);
  return Array.from({ length: numbers.length / length }, (_, index) =>
    numbers.slice(index * length, (index + 1) * length),
  );
}
