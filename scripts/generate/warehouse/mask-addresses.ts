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
  const columns = await engine.rows<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE data_type = 'VARCHAR' AND table_schema = 'main' ORDER BY 1, 2`,
  );
  const masked: MaskedColumn[] = [];
  for (const { table, column } of columns) {
    if (LEFT_ALONE.has(column)) continue;
    const [found] = await engine.rows<{ rows: string }>(
      `SELECT count(*) AS "rows" FROM "${table}" WHERE "${column}" LIKE '%@%' AND regexp_matches("${column}", $1)`,
      [ADDRESS],
    );
    const rows = Number(found?.rows ?? 0);
    if (rows === 0) continue;
    await engine.run(
      `UPDATE "${table}" SET "${column}" = regexp_replace("${column}", $1, $2, 'g') WHERE "${column}" LIKE '%@%'`,
      [ADDRESS, REMOVED],
    );
    masked.push({ table, column, rows });
  }
  return masked;
}
