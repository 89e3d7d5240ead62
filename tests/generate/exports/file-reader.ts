import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileReport } from '#core/schemas/data-quality.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { createRates } from '#generate/exports/currency-rates.ts';
import { FileRefusal, refusedFile } from '#generate/exports/file-refusal.ts';
import { createPeople } from '#generate/exports/load/people.ts';
import { planFolder } from '#generate/exports/plan/plan-folder.ts';
import { readFile } from '#generate/exports/read/read-file.ts';
import { createZone } from '#generate/exports/cells/zone-offsets.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { shopConfig } from './exports-fixture.ts';

/** Reads one file after another as `generate` would, over one engine: opening one for each costs more than the file. */
export interface FileReader {
  engine: Engine;
  folder: string;
  /**
   * Reads a file under a name.
   *
   * @param look sees the report and the name of the typed table of each table in the file; both are gone afterwards
   * @returns what it failed with, or null
   */
  read(
    path: string,
    bytes: Uint8Array,
    look: (report: FileReport, table: string) => Promise<void> | void,
  ): Promise<unknown>;
  close(): Promise<void>;
}

export async function openFileReader(config: PortalConfig = shopConfig()): Promise<FileReader> {
  const folder = await mkdtemp(join(tmpdir(), 'file-reader-'));
  const engine = await openEngine();
  // Files of a few rows: threads would only cost.
  await engine.run('SET threads = 1');
  await createCanonicalTables(engine);
  await createZone(engine, config.timeZone);
  await createPeople(engine);
  await createRates(engine, config);
  let number = 0;
  return {
    engine,
    folder,
    async read(path, bytes, look) {
      const directory = await mkdtemp(join(folder, 'case-'));
      const scratch = await mkdtemp(join(folder, 'scratch-'));
      try {
        await writeFile(join(directory, path), bytes);
        const listing = { files: [path], links: [] };
        const { plans } = await planFolder(directory, listing, config, engine, scratch);
        for (const plan of plans) {
          number += 1;
          const { report } = await readFile(engine, config, plan, number, scratch);
          await look(report, `typed_${number}`);
          await engine.run(`DROP TABLE typed_${number}`);
        }
        return null;
      } catch (error) {
        return error instanceof FileRefusal ? refusedFile(path, error.refusal) : error;
      } finally {
        await rm(directory, { recursive: true, force: true });
        await rm(scratch, { recursive: true, force: true });
      }
    },
    async close() {
      engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
