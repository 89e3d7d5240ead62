import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Adapter, CellType } from '#generate/exports/adapter.ts';
import { ADAPTERS } from '#generate/exports/adapters/adapter-registry.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** What a column of each type gives to the SQL of its adapter (adapter.ts). */
const GIVES: Record<CellType, Record<string, string>> = {
  text: { '': 'VARCHAR' },
  decimal: { '': 'DECIMAL(18,4)', _currency: 'VARCHAR' },
  integer: { '': 'BIGINT' },
  number: { '': 'DOUBLE' },
  share: { '': 'DECIMAL(18,4)', _bound: 'VARCHAR' },
  timestamp: { '': 'TIMESTAMP', _on: 'DATE' },
  date: { '': 'DATE' },
  boolean: { '': 'BOOLEAN' },
  cells: { '': 'STRUCT(header VARCHAR, cell VARCHAR, place INTEGER)[]' },
};

function typedColumns({ columns }: Adapter): string {
  const given = Object.entries(columns).flatMap(([name, { type }]) =>
    Object.entries(GIVES[type]).map(([ending, sql]) => `"${name}${ending}" ${sql}`),
  );
  return ['"row" BIGINT', '"rowCancelled" BOOLEAN', '"rowNonProduct" BOOLEAN', ...given].join(', ');
}

/** What an adapter says about its typed rows, apart from what a file without an overlap needs too. */
function overlapSql({ overlap, group }: Adapter): string[] {
  if (overlap === undefined) return [];
  const { key, id, newest, apart, placed, begins, buyer, platformId, whole, progress, states } =
    overlap;
  const columns = [...key, newest, id, apart, placed, group].flatMap((name) =>
    name === undefined ? [] : [`"${name}"`],
  );
  const rows = [begins, buyer, platformId, whole, progress, states?.begins];
  return [...columns, ...rows.filter((sql) => sql !== undefined)];
}

it.each(
  ADAPTERS.filter(({ overlap }) => overlap !== undefined).map(
    (adapter) => [adapter.id, adapter] as const,
  ),
)('%s tells two files apart by columns that it has', async (_, adapter) => {
  await engine.run(`CREATE OR REPLACE TABLE typed (${typedColumns(adapter)})`);
  expect(await engine.rows(`SELECT ${overlapSql(adapter).join(', ')} FROM typed`)).toEqual([]);
});
