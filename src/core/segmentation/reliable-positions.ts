import { Matrix } from 'ml-matrix';
import { principalComponents } from './principal-components.ts';

/** Components hold at least this share of the variance. */
const LEAST_HELD = 0.8;
/** Groups are sought in a plane at least. */
const FEWEST_COMPONENTS = 2;

/** Common factors of some features; a feature that takes part in none has only zeros. */
export interface ScoredFactors {
  /** One row a feature, one column a factor. */
  loadings: readonly (readonly number[])[];
  /** Factor score = Σ weight × standardised feature. */
  scoreWeights: readonly (readonly number[])[];
}

/**
 * Weights of where customers stand – by what features share, and by what each has for itself, as far as either is
 * reliable. A kind of customers that is known by one category has hardly a factor for it. Definition: beside the factor
 * scores stands of each feature its own part, √(1 − communality) × standard score. A feature's own part is multiplied by the
 * root of its reliability; a factor's scores by the root of the share of what they explain that is reliable (of each feature
 * reliability ÷ communality, at most 1, by squared loadings). Of all these the leading principal components are taken that
 * hold 80 % of their variance. A feature of unknown reliability has no own part and is taken to be reliable in what it shares;
 * where none is known, the factor scores are left as they are. Source: Spearman (1904) for uniqueness as specificity and error;
 * Arabie and Hubert (1994) and Dolnicar and Grün (2008) against groups by factor scores alone; Jolliffe (2002), 6.1, for 80 %.
 *
 * @param correlations of the features
 * @param reliabilities of the features, 0–1; null where unknown
 * @returns one row a feature, one column a direction
 * @example reliablePositions(Matrix.eye(2), { loadings: [[0], [0]], scoreWeights: [[0], [0]] }, [0.25, 1]).map((row) => row.map(Math.abs)) // => [[0, 0.5], [1, 0]]
 */
export function reliablePositions(
  correlations: Matrix,
  { loadings, scoreWeights }: ScoredFactors,
  reliabilities: readonly (number | null)[],
): number[][] {
  const parts = partWeights({ loadings, scoreWeights }, reliabilities);
  const { eigenvalues, eigenvectors } = principalComponents(
    parts.transpose().mmul(correlations).mmul(parts),
  );
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  if (total <= 0 || reliabilities.every((one) => one === null))
    return scoreWeights.map((row) => [...row]);
  let held = 0;
  const enough = eigenvalues.findIndex((value) => (held += value) >= LEAST_HELD * total);
  const count = Math.min(eigenvalues.length, Math.max(FEWEST_COMPONENTS, enough + 1));
  return parts.mmul(eigenvectors.subMatrix(0, eigenvectors.rows - 1, 0, count - 1)).to2DArray();
}

/** Factor scores and own parts, one column each, by how reliable they are. */
function partWeights(
  { loadings, scoreWeights }: ScoredFactors,
  reliabilities: readonly (number | null)[],
): Matrix {
  const features = loadings.length;
  const factors = loadings[0]?.length ?? 0;
  const communalities = loadings.map((row) =>
    Math.min(
      1,
      row.reduce((sum, loading) => sum + loading * loading, 0),
    ),
  );
  const parts = Matrix.zeros(features, factors + features);
  for (let factor = 0; factor < factors; factor += 1) {
    let [all, reliable] = [0, 0];
    loadings.forEach((row, feature) => {
      const explained = (row[factor] ?? 0) ** 2;
      const shared = communalities[feature] ?? 0;
      all += explained;
      reliable += explained * Math.min(1, (reliabilities[feature] ?? 1) / Math.max(shared, 1e-9));
    });
    scoreWeights.forEach((row, feature) => {
      parts.set(feature, factor, (row[factor] ?? 0) * Math.sqrt(all > 0 ? reliable / all : 0));
    });
  }
  reliabilities.forEach((reliability, feature) => {
    const own = (reliability ?? 0) * (1 - (communalities[feature] ?? 0));
    parts.set(feature, factors + feature, Math.sqrt(own));
  });
  return parts;
}
