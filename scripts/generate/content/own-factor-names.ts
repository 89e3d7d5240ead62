import type { Segmentation } from '#core/schemas/segmentation.ts';
import { nameFactors } from '#core/segmentation/name-factors.ts';

/**
 * The segmentation with its factors called as people call them. Names are made anew from the stored loadings at each run:
 * a name that is taken back in the configuration is gone, and no fit is needed for another.
 */
export function withOwnFactorNames(
  segmentation: Segmentation,
  ownNames: Readonly<Record<string, string>>,
): Segmentation {
  const { model } = segmentation;
  if (model === null) return segmentation;
  const labels = model.features.map(({ label }) => label);
  const factorNames = nameFactors(labels, model.loadings, ownNames);
  return { ...segmentation, model: { ...model, factorNames } };
}
