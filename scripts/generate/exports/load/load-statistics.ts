import type { Engine } from '#generate/warehouse/engine.ts';
import type { LoadRequest } from './load-request.ts';

/** Customer groups that another tool computed. */
export async function loadStatistics(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `INSERT INTO persona_statistics SELECT coalesce(tool, $1), persona, trait, value, unit, n FROM "rows"`,
    [source],
  );
}
