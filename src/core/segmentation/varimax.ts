import { Matrix } from 'ml-matrix';

const MOST_SWEEPS = 500;
const SMALLEST_TURN = 1e-10;

export interface Rotation {
  loadings: Matrix;
  /** Orthogonal: rotated = unrotated × rotation. */
  rotation: Matrix;
}

/**
 * Varimax rotation – turns factors so that each feature belongs to as few as possible, and a person can name them.
 * Definition: the orthogonal rotation that maximises the variance of the squared loadings, pair by pair, with Kaiser's
 * normalisation (rows scaled to length 1 while rotating). Source: Kaiser (1958). One factor stays as it is. The
 * columns come with the most explained variance first, and the strongest loading of each is positive.
 *
 * @example varimax(new Matrix([[0.8], [0.6]])).loadings.to2DArray() // => [[0.8], [0.6]]
 */
export function varimax(unrotated: Matrix): Rotation {
  const lengths = unrotated.to2DArray().map((row) => Math.hypot(...row) || 1);
  const turned = unrotated.clone();
  lengths.forEach((length, row) => turned.mulRow(row, 1 / length));
  const rotation = Matrix.eye(unrotated.columns);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let largest = 0;
    for (let i = 0; i < turned.columns; i += 1) {
      for (let j = i + 1; j < turned.columns; j += 1) {
        const angle = pairAngle(turned.getColumn(i), turned.getColumn(j));
        largest = Math.max(largest, Math.abs(angle));
        turnPair(turned, i, j, angle);
        turnPair(rotation, i, j, angle);
      }
    }
    if (largest < SMALLEST_TURN) break;
  }
  return arranged(unrotated, rotation);
}

/** Kaiser's closed form for two columns. */
function pairAngle(x: number[], y: number[]): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  x.forEach((left, row) => {
    const right = y[row] ?? 0;
    const u = left * left - right * right;
    const v = 2 * left * right;
    a += u;
    b += v;
    c += u * u - v * v;
    d += 2 * u * v;
  });
  return Math.atan2(d - (2 * a * b) / x.length, c - (a * a - b * b) / x.length) / 4;
}

function turnPair(matrix: Matrix, i: number, j: number, angle: number): void {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  for (let row = 0; row < matrix.rows; row += 1) {
    const left = matrix.get(row, i);
    const right = matrix.get(row, j);
    matrix.set(row, i, cos * left + sin * right);
    matrix.set(row, j, -sin * left + cos * right);
  }
}

function arranged(unrotated: Matrix, rotation: Matrix): Rotation {
  const loadings = unrotated.mmul(rotation);
  const columns = Array.from({ length: loadings.columns }, (_, column) => {
    const entries = loadings.getColumn(column);
    return {
      column,
      explained: entries.reduce((sum, entry) => sum + entry * entry, 0),
      sign: strongest(entries) < 0 ? -1 : 1,
    };
  }).sort((a, b) => b.explained - a.explained);
  const take = (matrix: Matrix): Matrix =>
    new Matrix(
      matrix.to2DArray().map((row) => columns.map(({ column, sign }) => sign * (row[column] ?? 0))),
    );
  return { loadings: take(loadings), rotation: take(rotation) };
}

function strongest(entries: readonly number[]): number {
  return entries.reduce((most, entry) => (Math.abs(entry) > Math.abs(most) ? entry : most), 0);
}
