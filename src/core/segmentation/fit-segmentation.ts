import type { Certificate, Segmentation, SegmentationModel } from '#core/schemas/segmentation.ts';
import { chooseClusterCount } from './choose-cluster-count.ts';
import { takeColumns, takeRows, weightedScores, type DataMatrix } from './data-matrix.ts';
import { extractFactors, type Factors } from './extract-factors.ts';
import { featureMoments } from './feature-moments.ts';
import { judgeClusters, RESAMPLES, type JudgedCluster } from './judge-clusters.ts';
import { refineCenters } from './k-means.ts';
import { nameFactors } from './name-factors.ts';
import { valueOrder } from './row-order.ts';
import { featureProblem } from './screen-features.ts';
import { seededRandom } from './seeded-random.ts';
import { standardScore, transformFeature, type Transform } from './transform-feature.ts';
import { tryClusterCounts } from './try-cluster-counts.ts';

/** A feature of the customers that the model is fitted on, one raw value each. */
export interface FitFeature {
  id: string;
  label: string;
  transform: Transform;
  values: readonly (number | null)[];
}

export interface FitOptions {
  seed: number;
  fewest: number;
  most: number;
  /** Groups of fewer customers are not wanted. */
  fewestCustomers: number;
  /** Groups of a smaller share of the customers are not wanted, 0–1. */
  smallestShare: number;
  /** Told how far the work is, 0–1. */
  advance?: (share: number) => void;
}

/** The fitted model before its groups have ids: the caller names them from what their customers do. */
export interface FittedSegmentation {
  model: Omit<SegmentationModel, 'centroids'>;
  centers: number[][];
  explanation: string;
  certificate: Omit<Certificate, 'personas'>;
  /** What is known of each group, in the order of the centres. */
  clusters: JudgedCluster[];
  dropped: Segmentation['dropped'];
}

/** Customers on which groupings are judged: a tenth, within these bounds; silhouettes cost the square. */
const FEWEST_JUDGED = 2_000;
const MOST_JUDGED = 5_000;

/**
 * Fits the segmentation – finds the groups behind the Portraits. Definition: screen features, transform, standardise,
 * extract factors, k-means++ on factor scores, number of groups by gap statistic, silhouette and bootstrap stability
 * together, on at most 5,000 of the customers; the chosen grouping is then carried over to all. Everything random
 * comes from the seed, and the order of the customers does not matter. Source: docs/decisions/ and the functions
 * used. Null when fewer than two features can be used.
 *
 * @example fitSegmentation([], { seed: 1, fewest: 3, most: 8, fewestCustomers: 10, smallestShare: 0.015 }) // => null
 */
export function fitSegmentation(
  candidates: readonly FitFeature[],
  options: FitOptions,
): FittedSegmentation | null {
  const screening = screened(candidates);
  if (screening.features.length < 2) return null;
  const random = seededRandom(options.seed);
  const unordered = standardise(screening.features);
  const standardised = takeRows(unordered, valueOrder(unordered, random));
  const factors = extractFactors(
    standardised,
    random,
    screening.features.map(({ label }) => label),
  );
  const features = factors.kept.flatMap((column) => screening.features[column] ?? []);
  const scores = weightedScores(takeColumns(standardised, factors.kept), factors.scoreWeights);
  const sample = takeRows(
    scores,
    Int32Array.from({ length: judgedRows(scores.rows) }, (_, row) => row),
  );

  const { groupings, noGroups } = tryClusterCounts(sample, options, random);
  const smallestShare = Math.max(options.smallestShare, options.fewestCustomers / scores.rows);
  const choice = chooseClusterCount(
    groupings.map(({ candidate }) => candidate),
    { noGroups, smallestShare },
  );
  const chosen = groupings.find(({ candidate }) => candidate.k === choice.k);
  const { centers } = refineCenters(scores, chosen?.clustering.centers ?? []);
  const judged = judgeClusters(sample, centers, choice.trusted, random);
  options.advance?.(1);
  return {
    model: {
      features: features.map(({ id, label, transform, moments }) => ({
        id,
        label,
        transform,
        mean: moments.mean,
        standardDeviation: moments.standardDeviation,
      })),
      loadings: factors.loadings,
      communalities: factors.communalities,
      eigenvalues: factors.eigenvalues,
      scoreWeights: factors.scoreWeights,
      factorNames: nameFactors(
        features.map(({ label }) => label),
        factors.loadings,
      ),
    },
    centers: centers.map((center) => [...center]),
    explanation: choice.reasoning,
    certificate: {
      seed: options.seed,
      trusted: choice.trusted,
      customersFitted: scores.rows,
      customersJudged: sample.rows,
      gapOfOneGroup: noGroups.gap,
      candidates: choice.candidates,
      resamples: RESAMPLES,
      ...judged.whole,
      // Known only where there are orders to deal out.
      persistence: null,
      varianceExplained: factors.varianceExplained,
      factors: factorCertificate(factors),
    },
    clusters: judged.clusters,
    dropped: [
      ...screening.dropped,
      ...factors.dropped.map(({ column, reason }) => ({
        feature: screening.features[column]?.id ?? '',
        reason,
      })),
    ],
  };
}

function judgedRows(rows: number): number {
  return Math.min(rows, Math.max(FEWEST_JUDGED, Math.min(MOST_JUDGED, Math.round(rows / 10))));
}

function factorCertificate(factors: Factors): Certificate['factors'] {
  const { chiSquare, degreesOfFreedom, pValue } = factors.sphericity;
  return {
    method: factors.method,
    adequacy: factors.adequacy.overall,
    sphericity: { chiSquare, degreesOfFreedom, pValue },
    chanceEigenvalues: factors.chanceEigenvalues,
    notes: factors.notes,
  };
}

function screened(candidates: readonly FitFeature[]) {
  const dropped: Segmentation['dropped'] = [];
  const features = candidates.flatMap((feature) => {
    const values = feature.values.map((value) => transformFeature(value, feature.transform));
    const moments = featureMoments(values);
    const reason =
      featureProblem({ id: feature.id, values }) ??
      (moments.standardDeviation > 0 ? null : 'All customers have the same value');
    if (reason === null) return [{ ...feature, values, moments }];
    dropped.push({ feature: feature.id, reason });
    return [];
  });
  return { features, dropped };
}

function standardise(features: ReturnType<typeof screened>['features']): DataMatrix {
  const rows = features[0]?.values.length ?? 0;
  const values = new Float64Array(rows * features.length);
  features.forEach(({ values: raw, moments }, column) => {
    raw.forEach((value, row) => {
      values[row * features.length + column] = standardScore(
        value,
        moments.mean,
        moments.standardDeviation,
      );
    });
  });
  return { rows, columns: features.length, values };
}
