import { nearestWord } from '#core/format/nearest-word.ts';
import type { Segmentation } from '#core/schemas/segmentation.ts';
import { labelNames, nameFactors } from '#core/segmentation/name-factors.ts';
import { GenerateError } from '../generate-error.ts';

/**
 * The segmentation with its factors called as people call them. Names are made anew from the stored loadings at each run:
 * a name that is taken back in the configuration is gone, and no fit is needed for another.
 *
 * @throws GenerateError `portraits/unknown-factor` where a factor is named that the model does not have; without a model
 * nobody can tell
 */
export function withOwnFactorNames(
  segmentation: Segmentation,
  ownNames: Readonly<Record<string, string>>,
): Segmentation {
  const { model } = segmentation;
  if (model === null) return segmentation;
  const { features, loadings } = model;
  refuseUnknownFactors(
    Object.keys(ownNames),
    nameFactors(features, loadings),
    labelNames(features, loadings),
  );
  const factorNames = nameFactors(features, loadings, ownNames);
  return { ...segmentation, model: { ...model, factorNames } };
}

/**
 * @param workingNames what the factors are called before anybody names them, in their order
 * @param formerNames what they were called so before; a configuration may still name them by it
 */
function refuseUnknownFactors(
  named: readonly string[],
  workingNames: readonly string[],
  formerNames: readonly string[],
): void {
  const numbers = workingNames.map((_, index) => String(index + 1));
  const known = [...workingNames, ...formerNames, ...numbers];
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const found = unknown.map((name) => {
    const nearest = nearestWord(name, [...workingNames, ...formerNames]);
    return nearest === null ? `"${name}"` : `"${name}" (perhaps "${nearest}")`;
  });
  throw new GenerateError(
    'portraits/unknown-factor',
    `Cannot name the factors: portraits.factorNames names ${found.join(' and ')}; expected a number from 1 to ${workingNames.length}, or one of ${workingNames.map((name) => `"${name}"`).join(', ')}`,
    'Correct portraits.factorNames in portal.config.ts, or take the name out: a refit finds other factors',
  );
}
