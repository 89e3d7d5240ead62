import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBValue, type Json } from '@duckdb/node-api';
import { removeWhenStopped } from '../remove-when-stopped.ts';

/** A value bound to a statement; never pasted into it. */
export type Parameter = string | number | bigint | boolean | null;

/** A row as JSON: BIGINT and DECIMAL arrive as text, so that nothing is rounded in silence. */
export type Row = Record<string, Json>;

/** The data engine behind the portal: small enough to be put on another one. */
export interface Engine {
  /** Runs one statement for its effect. */
  run(sql: string, parameters?: Parameter[]): Promise<void>;
  /** Runs one query; rows in the query's order. */
  rows<T extends Row = Row>(sql: string, parameters?: Parameter[]): Promise<T[]>;
  /** Frees memory and files. */
  close(): void;
}

/** What the engine's tables may take; what is more waits on disk. With Node's own, a run stays under 2 GB. */
const MEMORY_LIMIT = '1000MB';

/**
 * Opens an in-memory DuckDB with everything that could differ from machine to machine pinned: UTC, insertion
 * order kept, no network, the same memory.
 *
 * @param options.spillDirectory where tables go that memory has no room for: a folder of the engine's own, readable by
 *   nobody else and removed at the end; what a killed run has left there is removed first. By default a new one, which is removed when
 *   somebody stops the process, too
 */
export async function openEngine(options: { spillDirectory?: string } = {}): Promise<Engine> {
  const spill = options.spillDirectory ?? join(tmpdir(), `portal-engine-${randomUUID()}`);
  rmSync(spill, { recursive: true, force: true });
  mkdirSync(spill, { recursive: true, mode: 0o700 });
  // A run that computes for long is to end at once: what it leaves in its own folder, the next one removes.
  const release = options.spillDirectory === undefined ? removeWhenStopped(spill) : null;
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    preserve_insertion_order: 'true',
    memory_limit: MEMORY_LIMIT,
    temp_directory: spill,
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  // It makes a join of each list of a few texts: a row is looked at sooner than that is planned.
  await connection.run("SET disabled_optimizers = 'in_clause'");
  return {
    async run(sql, parameters = []) {
      await connection.run(sql, parameters as DuckDBValue[]);
    },
    async rows<T extends Row>(sql: string, parameters: Parameter[] = []) {
      const reader = await connection.runAndReadAll(sql, parameters as DuckDBValue[]);
      return reader.getRowObjectsJson() as T[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
      rmSync(spill, { recursive: true, force: true });
      release?.();
    },
  };
}
