import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface RClusters {
  silhouettes: { labels: number[]; byCluster: number[] };
  gap: {
    boxSides: number[];
    ofData: number[];
    /** One row a number of groups. */
    ofReferences: number[][];
    gap: number[];
    standardError: number[];
  };
  choices: { gaps: number[]; errors: number[]; k: number }[];
  bootstrap: {
    samples: { before: number[]; after: number[] }[];
    /** One row a cluster, one column a sample. */
    jaccards: number[][];
    means: number[];
    recovered: number[];
  };
}

/** What R says about the points of the fixture; where from: tests/fixtures/segmentation/README.md. */
export const rClusters = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/segmentation/r-clusters.json'), 'utf8'),
) as RClusters;
