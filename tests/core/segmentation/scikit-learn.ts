import { readFileSync } from 'node:fs';

/** Figures by scikit-learn; see tests/fixtures/segmentation/README.md. */
export const scikitLearn = JSON.parse(
  readFileSync('tests/fixtures/segmentation/scikit-learn.json', 'utf8'),
) as {
  points: number[][];
  kMeans: { k: number; inertia: number; labels: number[]; centers: number[][] };
  silhouette: { kMeansLabels: number[]; otherLabels: number[]; other: number[] };
  adjustedRandIndex: { first: number[]; second: number[]; value: number }[];
};
