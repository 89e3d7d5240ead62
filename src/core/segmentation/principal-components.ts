import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

export interface PrincipalComponents {
  /** Largest first. */
  eigenvalues: number[];
  /** Unit length; column c belongs to eigenvalue c. */
  eigenvectors: Matrix;
}

/**
 * Principal components of a correlation matrix – the few directions in which customers differ most. Definition:
 * eigen-decomposition of the symmetric matrix, largest eigenvalue first, each vector turned so that its entries sum
 * to a positive number (the sign of an eigenvector is arbitrary). Source: Hotelling (1933).
 *
 * @example principalComponents(new Matrix([[1, 0.5], [0.5, 1]])).eigenvalues.map((value) => value.toFixed(2)) // => ['1.50', '0.50']
 */
export function principalComponents(correlations: Matrix): PrincipalComponents {
  const decomposition = new EigenvalueDecomposition(correlations, { assumeSymmetric: true });
  const order = decomposition.realEigenvalues
    .map((value, column) => ({ value, column }))
    .sort((a, b) => b.value - a.value);
  const eigenvectors = new Matrix(correlations.rows, order.length);
  order.forEach(({ column }, position) => {
    const vector = decomposition.eigenvectorMatrix.getColumn(column);
    eigenvectors.setColumn(position, positiveSum(vector));
  });
  return { eigenvalues: order.map(({ value }) => value), eigenvectors };
}

/**
 * Loadings of the first components – how strongly each feature belongs to each. Definition: eigenvector times the
 * square root of its eigenvalue; one row a variable, one column a component. Source: Harman (1976), chapter 8.
 *
 * @example componentLoadings(principalComponents(Matrix.eye(2)), 1).columns // => 1
 */
export function componentLoadings(components: PrincipalComponents, count: number): Matrix {
  const { eigenvectors, eigenvalues } = components;
  const loadings = new Matrix(eigenvectors.rows, count);
  for (let column = 0; column < count; column += 1) {
    const scale = Math.sqrt(Math.max(0, eigenvalues[column] ?? 0));
    loadings.setColumn(
      column,
      eigenvectors.getColumn(column).map((entry) => entry * scale),
    );
  }
  return loadings;
}

function positiveSum(vector: number[]): number[] {
  const sum = vector.reduce((total, entry) => total + entry, 0);
  return sum < 0 ? vector.map((entry) => -entry) : vector;
}
