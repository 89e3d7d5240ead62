import type { Certificate, Segmentation, SegmentationModel } from '#core/schemas/segmentation.ts';
import { chooseClusterCount } from './choose-cluster-count.ts';
import { correlationMatrix } from './correlation-matrix.ts';
import { takeColumns, takeRows, weightedScores, type DataMatrix } from './data-matrix.ts';
import { extractFactors, type Factors } from './extract-factors.ts';
import { featureMoments } from './feature-moments.ts';
import { judgeClusters, RESAMPLES, type JudgedCluster } from './judge-clusters.ts';
import { refineCenters } from './k-means.ts';
import { nameFactors } from './name-factors.ts';
import { reliablePositions } from './reliable-positions.ts';
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
  /** The column of the customer table that it is one level of. */
  levelOf?: string | null;
  /** How alike it is by other orders of the same customers, 0–1; null where nothing tells. */
  reliability?: number | null;
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
 * extract factors, k-means++ on factor scores and on what features have for themselves (reliablePositions), number of groups by gap statistic, silhouette and bootstrap stability
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
    screening.features.map(({ levelOf }) => levelOf ?? null),
  );
  const positioned = positions(standardised, screening.features, factors);
  const features = positioned.columns.flatMap((column) => screening.features[column] ?? []);
  const scores = weightedScores(takeColumns(standardised, positioned.columns), positioned.weights);
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
      loadings: positioned.loadings,
      communalities: positioned.communalities,
      eigenvalues: factors.eigenvalues,
      scoreWeights: positioned.weights,
      factorNames: nameFactors(features, positioned.loadings),
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
      factors: factorCertificate(factors, positioned.apart),
    },
    clusters: judged.clusters,
    dropped: [
      ...screening.dropped,
      ...factors.dropped
        .filter(({ column }) => !positioned.columns.includes(column))
        .map(({ column, reason }) => ({ feature: screening.features[column]?.id ?? '', reason })),
    ],
  };
}

function judgedRows(rows: number): number {
  return Math.min(rows, Math.max(FEWEST_JUDGED, Math.min(MOST_JUDGED, Math.round(rows / 10))));
}

interface Positions {
  /** Columns that say where a customer stands, ascending; the order of every vector by feature below. */
  columns: number[];
  /** One row a feature, one column a direction. */
  weights: number[][];
  loadings: number[][];
  communalities: number[];
  /** Labels of the features that take part in no factor. */
  apart: string[];
}

/** Features that share too little for a factor take part where it is known how reliable they are. */
function positions(
  standardised: DataMatrix,
  features: ReturnType<typeof screened>['features'],
  factors: Factors,
): Positions {
  const reliability = (column: number): number | null => features[column]?.reliability ?? null;
  const apart = factors.unshared.filter((column) => reliability(column) !== null);
  const columns = [...factors.kept, ...apart].sort((a, b) => a - b);
  const none = Array<number>(factors.count).fill(0);
  const rows = <T>(ofKept: readonly T[], other: T): T[] =>
    columns.map((column) => ofKept[factors.kept.indexOf(column)] ?? other);
  const loadings = rows(factors.loadings, none);
  return {
    columns,
    weights: reliablePositions(
      correlationMatrix(takeColumns(standardised, columns)),
      { loadings, scoreWeights: rows(factors.scoreWeights, none) },
      columns.map(reliability),
    ),
    loadings,
    communalities: rows(factors.communalities, 0),
    apart: apart.map((column) => features[column]?.label ?? ''),
  };
}

function factorCertificate(factors: Factors, apart: readonly string[]): Certificate['factors'] {
  const { chiSquare, degreesOfFreedom, pValue } = factors.sphericity;
  return {
    method: factors.method,
    adequacy: factors.adequacy.overall,
    sphericity: { chiSquare, degreesOfFreedom, pValue },
    chanceEigenvalues: factors.chanceEigenvalues,
    notes: [
      ...factors.notes,
      ...(apart.length > 0
        ? [
            `Too little in common with the others for a factor; compared each for itself: ${apart.join('; ')}`,
          ]
        : []),
    ],
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
