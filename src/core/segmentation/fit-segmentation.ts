import type { Segmentation, SegmentationModel } from '#core/schemas/segmentation.ts';
import { chooseClusterCount, type ClusterCandidate } from './choose-cluster-count.ts';
import { RECOVERED_JACCARD, clusterStability, meanJaccards } from './cluster-stability.ts';
import { takeColumns, takeRows, weightedScores, type DataMatrix } from './data-matrix.ts';
import { extractFactors, type Factors } from './extract-factors.ts';
import { featureMoments } from './feature-moments.ts';
import { boxSides, gapStatistic, uniformInBox, type Gap } from './gap-statistic.ts';
import { RESTLESS_SHARE, kMeans, refineCenters, type Clustering } from './k-means.ts';
import { nameFactors } from './name-factors.ts';
import { nearestCentroids } from './nearest-centroid.ts';
import { valueOrder } from './row-order.ts';
import { featureProblem } from './screen-features.ts';
import { seededRandom, type Random } from './seeded-random.ts';
import { clusterSilhouettes, macroSilhouette } from './silhouette.ts';
import { splitHalfAgreement } from './split-half-agreement.ts';
import { isTrusted, stabilityVerdict } from './stability-verdict.ts';
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
  /** Groups of a smaller share of the customers are not wanted, 0–1. */
  smallestShare: number;
  /** Told how far the work is, 0–1. */
  advance?: (share: number) => void;
}

type Certificate = NonNullable<Segmentation['certificate']>;

/** The fitted model before its groups have ids: the caller names them from what their customers do. */
export interface FittedSegmentation {
  model: Omit<SegmentationModel, 'centroids'>;
  centers: number[][];
  explanation: string;
  certificate: Omit<Certificate, 'personas'>;
  /** What is known of each group, in the order of the centres. */
  clusters: Omit<Certificate['personas'][number], 'id'>[];
  dropped: Segmentation['dropped'];
}

/** Customers on which groupings are judged: a tenth, within these bounds; silhouettes cost the square. */
const FEWEST_JUDGED = 2_000;
const MOST_JUDGED = 5_000;
/** Reference sets of the gap statistic, as Tibshirani and R take them at least. */
const REFERENCES = 100;
/** Reference sets of which the silhouette is taken, too. */
const CHANCE_SETS = 3;
/** Samples for each number of groups that is tried, and for the one that is chosen, as in R fpc::clusterboot. */
const TRIAL_RESAMPLES = 30;
const RESAMPLES = 100;
const SPLITS = 20;
const STARTS = 10;
const REFERENCE_STARTS = 1;
const RESAMPLE_STARTS = 2;
/** Parts of the work, for who watches it. */
const GAP_PART = 0.45;
const TRIAL_PART = 0.4;

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

  const { groupings, noGroups } = tryCounts(sample, options, random);
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

/** A number of groups that was tried, and the grouping itself. */
interface Grouping {
  candidate: ClusterCandidate;
  clustering: Clustering;
}

function tryCounts(
  sample: DataMatrix,
  options: FitOptions,
  random: Random,
): { groupings: Grouping[]; noGroups: Gap } {
  const most = Math.min(Math.max(options.most, options.fewest), sample.rows);
  const fewest = Math.min(options.fewest, most);
  const counts = [1, ...Array.from({ length: most - fewest + 1 }, (_, index) => fewest + index)];
  const tried = counts.map((k) => ({ k, ...kMeans(sample, k, random, STARTS, RESTLESS_SHARE) }));
  const [noGroups, ...gaps] = gapStatistic(sample, tried, random, {
    references: REFERENCES,
    starts: REFERENCE_STARTS,
    advance: (share) => options.advance?.(GAP_PART * share),
  });
  if (!noGroups) throw new RangeError('Expected the gap statistic of one group');
  const chance = Array.from({ length: CHANCE_SETS }, () =>
    uniformInBox(boxSides(sample), sample.rows, random),
  );
  const groupings = gaps.map((gap, index): Grouping => {
    const clustering = tried[index + 1] ?? noClustering();
    const candidate = judgeCandidate(sample, gap, clustering, chance, random);
    options.advance?.(GAP_PART + (TRIAL_PART * (index + 1)) / gaps.length);
    return { candidate, clustering };
  });
  return { groupings, noGroups };
}

function judgeCandidate(
  sample: DataMatrix,
  gap: Gap,
  { centers, labels }: Clustering,
  chance: readonly DataMatrix[],
  random: Random,
): ClusterCandidate {
  const { k } = gap;
  const jaccards = meanJaccards(
    clusterStability(sample, centers, random, {
      resamples: TRIAL_RESAMPLES,
      starts: RESAMPLE_STARTS,
    }),
  );
  const chanceSilhouettes = chance.map((cloud) =>
    macroSilhouette(
      clusterSilhouettes(
        cloud,
        kMeans(cloud, k, random, REFERENCE_STARTS, RESTLESS_SHARE).labels,
        k,
      ),
    ),
  );
  return {
    ...gap,
    silhouette: macroSilhouette(clusterSilhouettes(sample, labels, k)),
    chanceSilhouette: Math.max(...chanceSilhouettes),
    jaccard: jaccards.reduce((sum, jaccard) => sum + jaccard, 0) / k,
    lowestJaccard: Math.min(...jaccards),
    smallestShare: smallestShare(labels, k),
  };
}

/** The final grouping under the same tests, with more samples. */
function judgeClusters(
  sample: DataMatrix,
  centers: readonly Float64Array[],
  trusted: boolean,
  random: Random,
): {
  whole: Pick<Certificate, 'silhouette' | 'recoveredTogether' | 'splitHalfAgreement'>;
  clusters: FittedSegmentation['clusters'];
} {
  const k = centers.length;
  const silhouettes = clusterSilhouettes(sample, nearestCentroids(sample, centers).labels, k);
  const samples = clusterStability(sample, centers, random, {
    resamples: RESAMPLES,
    starts: RESAMPLE_STARTS,
  });
  const clusters = meanJaccards(samples).map((jaccard, cluster) => ({
    silhouette: silhouettes[cluster] ?? 0,
    jaccard,
    recovered: samples.filter((found) => (found[cluster] ?? 0) > RECOVERED_JACCARD).length,
    // Slices of a cloud can come out again, too: they are no groups for that.
    verdict: trusted ? stabilityVerdict(jaccard) : ('untrusted' as const),
  }));
  return {
    whole: {
      silhouette: macroSilhouette(silhouettes),
      recoveredTogether: samples.filter((found) =>
        clusters.every(
          ({ verdict }, cluster) =>
            !isTrusted(verdict) || (found[cluster] ?? 0) > RECOVERED_JACCARD,
        ),
      ).length,
      splitHalfAgreement: splitHalfAgreement(sample, k, random, {
        splits: SPLITS,
        starts: RESAMPLE_STARTS,
      }),
    },
    clusters,
  };
}

function smallestShare(labels: Int32Array, k: number): number {
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  return Math.min(...sizes) / labels.length;
}

function noClustering(): never {
  throw new RangeError('Expected a grouping for each number of groups');
}
