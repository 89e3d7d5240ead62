import { onTestFinished } from 'vitest';
import type { FileReport } from '#core/schemas/data-quality.ts';
import type { Adapter, CellType } from '#generate/exports/adapter.ts';
import { nameChannels } from '#generate/exports/channel-names.ts';
import { createRates } from '#generate/exports/currency-rates.ts';
import { INTERCHANGE, type ExportTable } from '#generate/exports/interchange.ts';
import { loadExports } from '#generate/exports/load/load-exports.ts';
import { createPeople, insertShippedOrders } from '#generate/exports/load/people.ts';
import type { ReadFile } from '#generate/exports/read/read-file.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { shopConfig } from '../exports-fixture.ts';

/** A file that was read already: its rows in interchange columns; what a row leaves out is null. */
export interface LoadedFile {
  /** Name in the report, and the adapter's id if there is none. */
  name: string;
  table: ExportTable;
  adapter?: Partial<Adapter>;
  rows: Record<string, string | number | boolean | null>[];
}

/**
 * Brings files together as readExports() does, without reading any; `people` is not yet `customers`. Leaves the engine open for queries until the test ends.
 *
 * @param portionRows rows of orders that are loaded at once
 */
export async function loadFiles(
  files: LoadedFile[],
  config = shopConfig({ rates: { USD: 0.8 } }),
  portionRows?: number,
): Promise<{ engine: Engine; report: (name: string) => FileReport }> {
  const engine = await openEngine();
  onTestFinished(() => engine.close());
  await createCanonicalTables(engine);
  await createPeople(engine);
  await createRates(engine, config);
  await nameChannels(engine, config);
  const read: ReadFile[] = [];
  for (const [number, file] of files.entries()) read.push(await readFileOf(engine, file, number));
  await loadExports({ config, secret: 'a secret', engine, portionRows }, read);
  await insertShippedOrders(engine);
  return {
    engine,
    report: (name) => {
      const report = read.find((file) => file.report.path === name)?.report;
      if (report === undefined) throw new Error(`no file ${name}`);
      return report;
    },
  };
}

async function readFileOf(engine: Engine, file: LoadedFile, number: number): Promise<ReadFile> {
  const { name, table, rows } = file;
  const types = INTERCHANGE[table];
  const columns = Object.entries(types).map(([column, type]) => `"${column}" ${type}`);
  await engine.run(`CREATE TABLE typed_${number} ("row" BIGINT, ${columns.join(', ')})`);
  const given = rows.map((row, index) => ({ row: index, ...row }));
  const shape = JSON.stringify([
    Object.fromEntries(['row', ...Object.keys(types)].map((column) => [column, 'VARCHAR'])),
  ]);
  await engine.run(
    `INSERT INTO typed_${number} BY NAME
    SELECT unnest(json_transform($1, '${shape}'), recursive := true)`,
    [JSON.stringify(given)],
  );
  const adapter: Adapter = {
    id: name,
    label: name,
    table,
    columns: Object.fromEntries(
      Object.entries(types).map(([column, type]) => [
        column,
        { headers: [column], type: cellType(type) },
      ]),
    ),
    select: Object.fromEntries(Object.keys(types).map((column) => [column, `"${column}"`])),
    ...file.adapter,
  };
  const counts = { in: rows.length, used: rows.length, ignored: 0, rejected: 0 };
  return {
    plan: {
      adapter,
      source: adapter.id,
      bindings: new Map(
        Object.keys(types).map((column, index) => [
          column,
          { from: 'header', index, header: column },
        ]),
      ),
    } as unknown as ReadFile['plan'],
    number,
    warnings: [],
    evidence: null,
    assumesZone: false,
    report: { path: name, adapter: adapter.id, rows: counts, reasons: [] },
  };
}

function cellType(type: string): CellType {
  if (type === 'TIMESTAMP') return 'timestamp';
  if (type === 'DATE') return 'date';
  if (type === 'BIGINT') return 'integer';
  return type.startsWith('DECIMAL') ? 'decimal' : 'text';
}
