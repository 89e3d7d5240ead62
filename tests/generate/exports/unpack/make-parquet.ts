import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '#generate/warehouse/engine.ts';
import { scratchFolder } from './unpack-fixture.ts';

/** A Parquet file of a query's rows, as another warehouse would hand it over. */
export async function makeParquet(query: string): Promise<Buffer> {
  const path = join(await scratchFolder(), 'table.parquet');
  const engine = await openEngine();
  await engine.run(`COPY (${query}) TO $1 (FORMAT parquet)`, [path]);
  engine.close();
  return readFile(path);
}
