import { generate } from '#generate/generate.ts';
import type { GenerateReport } from '#generate/generate-report.ts';
import { loadConfig } from '#generate/load-config.ts';
import type { Progress } from '#generate/progress.ts';
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
  const config = await loadConfig(call.config ?? 'portal.config.ts');
  const exports = await findExports(call.exports, config, progress);
  try {
    return await generate({
      exportsDirectory: exports.directory,
      contentDirectory: call.content ?? 'content',
      stateDirectory: call.state ?? stateDirectory(call.content),
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

function stateDirectory(content: string | undefined): string {
  return content === undefined ? '.portal' : `${content.replace(/[/\\]+$/, '')}.portal`;
}
