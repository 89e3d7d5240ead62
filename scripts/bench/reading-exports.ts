import { join } from 'node:path';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { readExports } from '#generate/exports/read-exports.ts';
import { silentProgress } from '#generate/progress.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { measure, type Measurement } from './measure.ts';

const RUNS = 3;

/** The shop's order exports: half of the rows, most of the bytes, and plain tables that the engine reads without help. */
const SHOP_ORDERS = /^shopify\/orders/;

/** Reading exports with their row account, against the engine's bare scan of the shop's order exports among them. */
export async function benchReading(
  directory: string,
  files: string[],
  config: PortalConfig,
): Promise<Measurement[]> {
  const scan = await measure("the engine's bare scan of the shop's orders", RUNS, async () => {
    const engine = await openEngine();
    try {
      for (const file of files.filter((path) => SHOP_ORDERS.test(path))) {
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
