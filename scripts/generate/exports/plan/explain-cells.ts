import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { attempt } from '#generate/attempt.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { describeForm, type CellNote } from '../cells/describe-form.ts';
import { FileRefusal, refusedFile } from '../file-refusal.ts';
import { readFile } from '../read/read-file.ts';
import type { FilePlan } from './file-plan.ts';

/** What the rows of a file show, besides its header. */
export interface RowExplanation {
  cells: CellNote[];
  /** At what in the rows `generate` would stop; null: at nothing. */
  stops: GenerateError | null;
}

/**
 * Reads a file as `generate` would, to say what was inferred or assumed about its numbers and days.
 *
 * @param engine with the functions of the shop’s zone (zone-offsets.ts)
 */
export async function explainCells(
  engine: Engine,
  config: PortalConfig,
  plan: FilePlan,
  scratch: string,
): Promise<RowExplanation> {
  const read = await attempt(() =>
    readFile(engine, config, plan, 0, scratch).catch((error: unknown) => {
      throw error instanceof FileRefusal ? refusedFile(plan.path, error.refusal) : error;
    }),
  );
  if (read instanceof GenerateError) return { cells: [], stops: read };
  await engine.run('DROP TABLE typed_0');
  if (plan.wide !== undefined) await engine.run('DROP TABLE wide.file_0');
  const { evidence, assumesZone } = read;
  return { cells: describeForm(read.plan, evidence, assumesZone, config), stops: null };
}
