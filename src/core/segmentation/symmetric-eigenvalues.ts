import type { Matrix } from 'ml-matrix';

/** More turns than this never happen; they would mean that the matrix holds something that is no number. */
const MOST_TURNS = 60;

/**
 * Eigenvalues of a symmetric matrix, largest first, without the vectors – enough for parallel analysis, which needs
 * hundreds of sets, and several times faster. Definition: Householder's reduction to three diagonals, then the QL
 * algorithm with implicit shifts. Source: Wilkinson and Reinsch, Handbook for Automatic Computation II (1971), II/2 and
 * II/4. A matrix without rows has none.
 *
 * @throws RangeError when the matrix holds NaN
 * @example symmetricEigenvalues(new Matrix([[1, 0.5], [0.5, 1]])).map((value) => value.toFixed(2)) // => ['1.50', '0.50']
 */
export function symmetricEigenvalues(matrix: Matrix): number[] {
  const { diagonal, beside } = tridiagonal(matrix);
  for (let first = 0; first < diagonal.length; first += 1) {
    for (let turn = 0; ; turn += 1) {
      const last = endOfBlock(diagonal, beside, first);
      if (last === first) break;
      if (turn === MOST_TURNS) throw new RangeError('Cannot find the eigenvalues of such a matrix');
      turnBlock(diagonal, beside, first, last);
    }
  }
  return [...diagonal].sort((a, b) => b - a);
}

/** The first position from `first` on that is no longer tied to its next one. */
function endOfBlock(diagonal: Float64Array, beside: Float64Array, first: number): number {
  for (let at = first; at < diagonal.length - 1; at += 1) {
    const size = Math.abs(diagonal[at] ?? 0) + Math.abs(diagonal[at + 1] ?? 0);
    if (Math.abs(beside[at] ?? 0) <= Number.EPSILON * size) return at;
  }
  return diagonal.length - 1;
}

/** One QL step with Wilkinson's shift: plane rotations from the end of the block to its beginning. */
function turnBlock(d: Float64Array, e: Float64Array, first: number, last: number): void {
  const side = e[first] ?? 0;
  const slope = ((d[first + 1] ?? 0) - (d[first] ?? 0)) / (2 * side);
  const shift = side / (slope + (slope < 0 ? -1 : 1) * Math.sqrt(slope * slope + 1));
  let g = (d[last] ?? 0) - (d[first] ?? 0) + shift;
  let [sine, cosine, moved] = [1, 1, 0];
  for (let i = last - 1; i >= first; i -= 1) {
    const f = sine * (e[i] ?? 0);
    const b = cosine * (e[i] ?? 0);
    const length = Math.sqrt(f * f + g * g);
    if (i + 1 < last) e[i + 1] = length;
    if (length === 0) {
      // The block falls apart here; the next step works on its first part.
      d[i + 1] = (d[i + 1] ?? 0) - moved;
      return;
    }
    sine = f / length;
    cosine = g / length;
    g = (d[i + 1] ?? 0) - moved;
    const added = ((d[i] ?? 0) - g) * sine + 2 * cosine * b;
    moved = sine * added;
    d[i + 1] = g + moved;
    g = cosine * added - b;
  }
  d[first] = (d[first] ?? 0) - moved;
  e[first] = g;
}

interface Tridiagonal {
  diagonal: Float64Array;
  /** Absolute values beside the diagonal; their signs do not matter. */
  beside: Float64Array;
}

/** Mirrors one column after the other so that only three diagonals are left. */
function tridiagonal(matrix: Matrix): Tridiagonal {
  const size = matrix.rows;
  const rows = Array.from({ length: size }, (_, row) => Float64Array.from(matrix.getRow(row)));
  const beside = new Float64Array(Math.max(0, size - 1));
  const mirror = new Float64Array(size);
  const image = new Float64Array(size);
  for (let k = 0; k < size - 1; k += 1) {
    let square = 0;
    for (let i = k + 1; i < size; i += 1) {
      mirror[i] = rows[i]?.[k] ?? 0;
      square += (mirror[i] ?? 0) ** 2;
    }
    const length = Math.sqrt(square);
    beside[k] = length;
    const head = mirror[k + 1] ?? 0;
    if (square === head * head) continue;
    mirror[k + 1] = head + (head < 0 ? -length : length);
    reflect(rows, mirror, image, k + 1, 1 / (square + Math.abs(head) * length));
  }
  return { diagonal: Float64Array.from(rows, (row, at) => row[at] ?? 0), beside };
}

/** rows − v·wᵀ − w·vᵀ from `first` on, lower half: the mirror applied from both sides. */
function reflect(
  rows: Float64Array[],
  v: Float64Array,
  w: Float64Array,
  first: number,
  scale: number,
): void {
  const size = v.length;
  w.fill(0, first);
  for (let i = first; i < size; i += 1) {
    const row = rows[i];
    if (!row) continue;
    const vi = v[i] ?? 0;
    let sum = (row[i] ?? 0) * vi;
    for (let j = first; j < i; j += 1) {
      const entry = row[j] ?? 0;
      sum += entry * (v[j] ?? 0);
      w[j] = (w[j] ?? 0) + entry * vi;
    }
    w[i] = (w[i] ?? 0) + sum;
  }
  let along = 0;
  for (let i = first; i < size; i += 1) {
    w[i] = (w[i] ?? 0) * scale;
    along += (w[i] ?? 0) * (v[i] ?? 0);
  }
  const half = (along * scale) / 2;
  for (let i = first; i < size; i += 1) w[i] = (w[i] ?? 0) - half * (v[i] ?? 0);
  for (let i = first; i < size; i += 1) {
    const row = rows[i];
    if (!row) continue;
    const [vi, wi] = [v[i] ?? 0, w[i] ?? 0];
    for (let j = first; j <= i; j += 1) {
      row[j] = (row[j] ?? 0) - vi * (w[j] ?? 0) - wi * (v[j] ?? 0);
    }
  }
}
