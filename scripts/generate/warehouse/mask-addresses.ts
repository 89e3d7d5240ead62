import type { Engine } from './engine.ts';

/** An e-mail address in the engine's regular expressions (RE2). */
const ADDRESS = String.raw`[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+`;

const REMOVED = '(address removed)';

/** Columns that hold keys, or are there to hold an address and never leave the vault. */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  'customer',
  'digest',
  'email',
  'identified_by',
  'order_key',
  'phone',
  'sku',
  'source',
]);

/** The cells of the customer table, which are never shown: only levels that many customers share are (table-features.ts). */
const IS_CUSTOMER_TABLE = `table_name = 'customer_table' OR table_catalog = 'wide'`;

/** A column in which addresses were found. */
export interface MaskedColumn {
  table: string;
  column: string;
  rows: number;
}

/**
 * Takes e-mail addresses out of every text that could be shown: a campaign that somebody named after a customer, an
 * answer in which one left an address.
 */
export async function maskAddresses(engine: Engine): Promise<MaskedColumn[]> {
  const tables = await engine.rows<{ table: string; columns: string[] }>(
    `SELECT table_name AS "table", list(column_name ORDER BY column_name) AS columns
    FROM information_schema.columns
    WHERE data_type = 'VARCHAR' AND table_schema = 'main' AND NOT (${IS_CUSTOMER_TABLE}) GROUP BY 1 ORDER BY 1`,
  );
  const masked: MaskedColumn[] = [];
  for (const { table, columns } of tables) {
    const shown = columns.filter((column) => !LEFT_ALONE.has(column));
    for (const column of await columnsWithSign(engine, table, shown)) {
      const rows = await maskColumn(engine, table, column);
      if (rows > 0) masked.push({ table, column, rows });
    }
  }
  return masked;
}

/** The columns with an "@" in any row: most have none, and the pattern of an address takes long to compile. */
async function columnsWithSign(
  engine: Engine,
  table: string,
  columns: string[],
): Promise<string[]> {
  if (columns.length === 0) return [];
  const tests = columns.map((column) => `bool_or("${column}" LIKE '%@%') AS "${column}"`);
  const [found] = await engine.rows<Record<string, boolean | null>>(
    `SELECT ${tests.join(', ')} FROM "${table}"`,
  );
  return columns.filter((column) => found?.[column] === true);
}

/** Takes the addresses out of one column; the number of rows that had any. */
async function maskColumn(engine: Engine, table: string, column: string): Promise<number> {
  const [found] = await engine.rows<{ rows: string }>(
    `SELECT count(*) AS "rows" FROM "${table}" WHERE "${column}" LIKE '%@%' AND regexp_matches("${column}", $1)`,
    [ADDRESS],
  );
  const rows = Number(found?.rows ?? 0);
  if (rows > 0) {
    await engine.run(
      `UPDATE "${table}" SET "${column}" = regexp_replace("${column}", $1, $2, 'g') WHERE "${column}" LIKE '%@%'`,
      [ADDRESS, REMOVED],
    );
  }
  return rows;
}
