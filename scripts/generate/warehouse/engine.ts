import { DuckDBInstance, type DuckDBValue, type Json } from '@duckdb/node-api';

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

/**
 * Opens an in-memory DuckDB with everything that could differ from machine to machine pinned: UTC, insertion
 * order kept, no network.
 *
 * @param options.spillDirectory where large sorts go when memory is short
 */
export async function openEngine(options: { spillDirectory?: string } = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    preserve_insertion_order: 'true',
    ...(options.spillDirectory === undefined ? {} : { temp_directory: options.spillDirectory }),
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
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
    },
  };
}
