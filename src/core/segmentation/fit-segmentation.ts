import type { Segmentation, SegmentationModel } from '#core/schemas/segmentation.ts';
import {
  SMALLEST_GROUP_SHARE,
  chooseClusterCount,
  type ClusterCandidate,
} from './choose-cluster-count.ts';
import { clusterStability } from './cluster-stability.ts';
import { takeRows, weightedScores, type DataMatrix } from './data-matrix.ts';
import { extractFactors } from './extract-factors.ts';
import { featureMoments } from './feature-moments.ts';
import { kMeans, type Clustering } from './k-means.ts';
import { nameFactors } from './name-factors.ts';
import { nearestCentroid } from './nearest-centroid.ts';
import { normalDeviate } from './random-deviates.ts';
import { featureProblem } from './screen-features.ts';
import { seededRandom, type Random } from './seeded-random.ts';
import { clusterSilhouettes, macroSilhouette } from './silhouette.ts';
import { standardScore, transformFeature, type Transform } from './transform-feature.ts';

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
  /** Told how far the work is, 0–1. */
  advance?: (share: number) => void;
}

/** The fitted model before its groups have ids: the caller names them from what their customers do. */
export interface FittedSegmentation {
  model: Omit<SegmentationModel, 'centroids'>;
  centers: number[][];
  explanation: string;
  trusted: boolean;
  certificate: Omit<NonNullable<Segmentation['certificate']>, 'personas'>;
  clusters: { silhouette: number; jaccard: number }[];
  dropped: Segmentation['dropped'];
}

/** Rows on which the quality of a grouping is measured; more would cost the square. */
const SAMPLE_ROWS = 2_000;
const RESAMPLES = 30;
const SAMPLE_STARTS = 8;
const RESAMPLE_STARTS = 3;
const FINAL_STARTS = 10;

/**
 * Fits the segmentation – finds the groups behind the Portraits. Definition: screen features, transform, standardise,
 * extract factors, k-means++ on factor scores, number of groups by silhouette and bootstrap stability on the first
 * 2,000 customers. Everything random comes from the seed. Customers must come in an order free of meaning (by digest).
 * Source: docs/decisions/ (first method) and the functions used. Null when fewer than two features can be used.
 *
 * @example fitSegmentation([], { seed: 1, fewest: 3, most: 8, fewestCustomers: 10 }) // => null
 */
export function fitSegmentation(
  candidates: readonly FitFeature[],
  options: FitOptions,
): FittedSegmentation | null {
  const { features, dropped } = screened(candidates);
  if (features.length < 2) return null;
  const random = seededRandom(options.seed);
  const standardised = standardise(features);
  const factors = extractFactors(standardised, random);
  const scores = weightedScores(standardised, factors.scoreWeights);
  const sample = takeRows(
    scores,
    Int32Array.from({ length: Math.min(SAMPLE_ROWS, scores.rows) }, (_, row) => row),
  );

  const tried = tryCandidates(sample, options, random);
  const smallestShare = Math.max(SMALLEST_GROUP_SHARE, options.fewestCustomers / scores.rows);
  const choice = chooseClusterCount(tried, smallestShare);
  const clustering = kMeans(scores, choice.k, random, FINAL_STARTS);
  const labels = labelsOf(sample, clustering);
  const silhouettes = clusterSilhouettes(sample, labels, choice.k);
  const jaccards = clusterStability(sample, clustering.centers, random, RESAMPLES, RESAMPLE_STARTS);
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
    centers: clustering.centers.map((center) => [...center]),
    explanation: choice.reasoning,
    trusted: choice.trusted,
    certificate: {
      seed: options.seed,
      customersFitted: scores.rows,
      candidates: tried.map(({ k, silhouette }) => ({ k, silhouette })),
      silhouette: macroSilhouette(silhouettes),
      varianceExplained: factors.varianceExplained,
    },
    clusters: silhouettes.map((silhouette, cluster) => ({
      silhouette,
      jaccard: jaccards[cluster] ?? 0,
    })),
    dropped,
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

function tryCandidates(
  sample: DataMatrix,
  options: FitOptions,
  random: Random,
): ClusterCandidate[] {
  const most = Math.min(Math.max(options.most, options.fewest), sample.rows);
  const fewest = Math.min(options.fewest, most);
  const counts = Array.from({ length: most - fewest + 1 }, (_, index) => fewest + index);
  const cloud = roundCloud(sample, random);
  return counts.map((k, index) => {
    const clustering = kMeans(sample, k, random, SAMPLE_STARTS);
    const silhouettes = clusterSilhouettes(sample, clustering.labels, k);
    const jaccards = clusterStability(
      sample,
      clustering.centers,
      random,
      RESAMPLES,
      RESAMPLE_STARTS,
    );
    options.advance?.((index + 1) / (counts.length + 1));
    return {
      k,
      silhouette: macroSilhouette(silhouettes),
      chanceSilhouette: macroSilhouette(
        clusterSilhouettes(cloud, kMeans(cloud, k, random, SAMPLE_STARTS).labels, k),
      ),
      jaccard: jaccards.reduce((sum, value) => sum + value, 0) / k,
      smallestShare: smallestShare(clustering.labels, k),
    };
  });
}

/** Customers without any groups: factor scores have variance 1 and do not correlate, and so has this. */
function roundCloud({ rows, columns }: DataMatrix, random: Random): DataMatrix {
  const values = Float64Array.from({ length: rows * columns }, () => normalDeviate(random));
  return { rows, columns, values };
}

function smallestShare(labels: Int32Array, k: number): number {
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  return Math.min(...sizes) / labels.length;
}

function labelsOf(data: DataMatrix, clustering: Clustering): number[] {
  return Array.from(
    { length: data.rows },
    (_, row) => nearestCentroid(data, row, clustering.centers).index,
  );
}
