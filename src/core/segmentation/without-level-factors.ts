import type { Matrix } from 'ml-matrix';
import { STRONG_LOADING } from './name-factors.ts';

/**
 * Factors without those that only set levels of one column against each other – "region north, less region south" holds for
 * any column with levels, since whoever has one has no other, and says nothing that columns share. Definition: where there are
 * levels, a factor is left out if no two features load on it with 0.4 or more but levels of one column. Should that be all of
 * them, they stay. Source: a factor is what several variables share (Spearman 1904); levels of one column are one variable.
 *
 * @param loadings rotated; one row a feature, one column a factor
 * @param levelOf the column that each feature is a level of; null for a feature that is no level
 * @example withoutLevelFactors(new Matrix([[0.8, 0], [0.7, 0.1], [0, 0.6], [0, -0.6]]), [null, null, 'region', 'region']).columns // => 1
 */
export function withoutLevelFactors(loadings: Matrix, levelOf: readonly (string | null)[]): Matrix {
  if (levelOf.every((one) => one === null)) return loadings;
  const kept = Array.from({ length: loadings.columns }, (_, factor) => factor).filter((factor) => {
    const strong = levelOf.filter(
      (_, feature) => Math.abs(loadings.get(feature, factor)) >= STRONG_LOADING,
    );
    return strong.length > 1 && strong.some((one) => one === null || one !== strong[0]);
  });
  const rows = Array.from({ length: loadings.rows }, (_, feature) => feature);
  return kept.length > 0 ? loadings.selection(rows, kept) : loadings;
}
