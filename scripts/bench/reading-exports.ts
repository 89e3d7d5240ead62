import { join } from 'node:path';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { readExports } from '#generate/exports/read-exports.ts';
import { silentProgress } from '#generate/progress.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { measure, type Measurement } from './measure.ts';

const RUNS = 3;

/** Reading exports with their row account, against the engine's bare scan of the same files. */
export async function benchReading(
  directory: string,
  files: string[],
  config: PortalConfig,
): Promise<Measurement[]> {
  const scan = await measure("the engine's bare scan", RUNS, async () => {
    const engine = await openEngine();
    try {
      for (const file of files) {
        // A hash of every column, so that no column is skipped.
        await engine.rows(
          'SELECT bit_xor(hash(COLUMNS(*))) FROM read_csv(?, all_varchar = true, header = true)',
          [join(directory, file)],
        );
      }
    } finally {
      engine.close();
    }
  });
  const reading = await measure(
    'reading exports',
    RUNS,
    async () => {
      const engine = await openEngine();
      try {
        await readExports({
          directory,
          config,
          secret: 'benchmark',
          engine,
          progress: silentProgress,
        });
      } finally {
        engine.close();
      }
    },
    scan.name,
  );
  return [scan, reading];
}
