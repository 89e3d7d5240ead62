import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { listFiles } from '#generate/exports/plan/list-files.ts';
import { isSystemFile } from '#generate/exports/unpack/system-files.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Progress } from '#generate/progress.ts';
import { EXPORTS_FOLDER, exportsDirectory } from './cli/places.ts';
import { SAMPLE_MARK, writeSample } from '#sample/write-sample.ts';

/** The sample retailer's configuration, as it comes with the portal, names its data so. */
export const SAMPLE_DATASET = 'sample';

/** Real exports read with the sample's configuration must not be taken for the sample. */
const UNNAMED_DATASET = 'unnamed';

export interface ExportsFolder {
  directory: string;
  /** Whose data these are. */
  dataset: string;
  /** Removes what was only made for this run. */
  dispose(): void;
}

/**
 * The folder to read: the one given, else exports/, and while that is empty or missing the sample retailer, written
 * for this run.
 *
 * @throws GenerateError `export/none` when a shop of its own has no exports yet: its name is never put over invented
 * customers
 */
export async function findExports(
  given: string | undefined,
  config: PortalConfig,
  progress: Progress,
): Promise<ExportsFolder> {
  const directory = exportsDirectory(given);
  if (given !== undefined || hasFiles(directory)) {
    // A mistyped folder is told before anything else.
    await listFiles(directory);
    const dataset = existsSync(join(directory, SAMPLE_MARK))
      ? SAMPLE_DATASET
      : config.dataset === SAMPLE_DATASET
        ? UNNAMED_DATASET
        : config.dataset;
    return { directory, dataset, dispose() {} };
  }
  if (config.dataset !== SAMPLE_DATASET) {
    throw new GenerateError(
      'export/none',
      `Cannot find exports of "${config.company.name}": the folder "${EXPORTS_FOLDER}" is empty or missing`,
      'Put the files as downloaded into exports/, or name another folder with --exports',
    );
  }
  progress.warn(
    `${EXPORTS_FOLDER}/ is empty or missing: using the sample retailer, whose customers are invented`,
  );
  progress.step('Writing the sample retailer');
  const made = mkdtempSync(join(tmpdir(), 'sample-retailer-'));
  await writeSample(join(made, 'exports'));
  return {
    directory: join(made, 'exports'),
    dataset: SAMPLE_DATASET,
    dispose() {
      rmSync(made, { recursive: true, force: true });
    },
  };
}

/** Files that a person put there: what a file manager hides or adds does not make a folder an export. */
function hasFiles(directory: string): boolean {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  return names.some((name) => !name.startsWith('.') && !isSystemFile(name));
}
