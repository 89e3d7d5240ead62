import { DaySchema } from '#core/schemas/identifiers.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { generate } from '#generate/generate.ts';
import type { GenerateReport } from '#generate/generate-report.ts';
import { loadConfig } from '#generate/load-config.ts';
import type { Progress } from '#generate/progress.ts';
import { configFile, contentDirectory, stateDirectory } from './cli/places.ts';
import { findExports } from './exports-folder.ts';

export interface GenerateCall {
  exports?: string | undefined;
  content?: string | undefined;
  state?: string | undefined;
  config?: string | undefined;
  asOf?: string | undefined;
  check?: boolean | undefined;
  refit?: boolean | undefined;
}

/** A run of `generate` with the defaults of the command line filled in. */
export async function runGenerate(call: GenerateCall, progress: Progress): Promise<GenerateReport> {
  refuseOtherThanDay(call.asOf);
  const config = await loadConfig(configFile(call.config));
  const content = contentDirectory(call.content);
  const exports = await findExports(call.exports, config, progress);
  try {
    return await generate({
      exportsDirectory: exports.directory,
      contentDirectory: content,
      stateDirectory: stateDirectory(content, call.state),
      config: { ...config, dataset: exports.dataset },
      asOf: call.asOf,
      check: call.check ?? false,
      refit: call.refit ?? false,
      progress,
    });
  } finally {
    exports.dispose();
  }
}

function refuseOtherThanDay(asOf: string | undefined): void {
  if (asOf === undefined || DaySchema.safeParse(asOf).success) return;
  throw new GenerateError(
    'call/bad-day',
    `Cannot compute figures as of "${asOf}": that is no day; expected YYYY-MM-DD`,
    'For example --as-of 2026-06-30',
  );
}
