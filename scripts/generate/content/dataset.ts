import type { DataQuality, Totals } from '#core/schemas/data-quality.ts';
import { DataQualitySchema } from '#core/schemas/data-quality.ts';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import type { ExportsRead } from '../exports/read-exports.ts';
import type { GenerateContext } from '../generate-context.ts';
import type { ContentFile } from './content-file.ts';
import { contentJson } from './content-json.ts';

/** What is said about the exports besides their rows. */
export type DatasetNotes = Pick<DataQuality, 'freshness' | 'leftOut' | 'missing'>;

/** content/dataset.json: the row account of every file, for /method/ and for the next run. */
export function assembleDataset(
  context: GenerateContext,
  read: ExportsRead,
  totals: Totals,
  { freshness, leftOut, missing }: DatasetNotes,
): ContentFile {
  const dataset: DataQuality = {
    schemaVersion: SCHEMA_VERSION,
    dataset: context.config.dataset,
    asOf: context.asOf,
    period: context.period,
    totals,
    files: read.files,
    arithmetic: read.arithmetic,
    identity: read.identity,
    freshness,
    leftOut,
    missing,
  };
  return {
    path: 'dataset.json',
    kind: 'machine',
    text: contentJson(DataQualitySchema.parse(dataset)),
  };
}
