/** What the numbers of each command of a path are: a place from left, a place from top, or something that is no place. */
const NUMBERS: Readonly<Record<string, readonly ('x' | 'y' | 'other')[]>> = {
  m: ['x', 'y'],
  l: ['x', 'y'],
  h: ['x'],
  v: ['y'],
  c: ['x', 'y', 'x', 'y', 'x', 'y'],
  s: ['x', 'y', 'x', 'y'],
  q: ['x', 'y', 'x', 'y'],
  t: ['x', 'y'],
  // Radii, tilt and two flags before the end.
  a: ['other', 'other', 'other', 'other', 'other', 'x', 'y'],
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
 * @example roundedPath('M1.4 2.6l.4.4.4.4') // => 'M1 3l1 0 0 0'
 */
export function roundedPath(path: string): string {
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
        if (kind === 'other') {
          whole.push(Math.round(value));
          continue;
        }
        whole.push(Math.round(from[kind] + value) - Math.round(from[kind]));
        reached[kind] = from[kind] + value;
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
