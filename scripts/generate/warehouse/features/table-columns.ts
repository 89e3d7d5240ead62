import { NULL_TOKENS, sqlTexts } from '#generate/exports/cells/null-tokens.ts';
import type { Engine } from '../engine.ts';

/** A column of the customer table. */
export interface TableHeading {
  position: number;
  name: string;
  /** Why it was not read; null: "customer_table" holds it. */
  leftOut: string | null;
}

/** The columns of the customer table in the order of its file; none without a table. */
export async function readTableHeadings(engine: Engine): Promise<TableHeading[]> {
  return engine.rows<{ position: number; name: string; leftOut: string | null }>(
    'SELECT position, name, left_out AS "leftOut" FROM table_columns ORDER BY position',
  );
}

/** SQL of the column at a position, of the table that is called so. */
export function tableCell(table: string, position: number): string {
  return `${table}.column${position}`;
}

/** SQL of a list: a long IN would be a join of its own, and there are hundreds of columns. */
export function textList(texts: readonly string[]): string {
  return `[${sqlTexts(texts)}]`;
}

/** What statistics programs write for nothing, besides the tokens of all exports. */
const NOTHING = textList([
  '',
  ...NULL_TOKENS,
  'NA',
  '<NA>',
  'NaN',
  'nan',
  'None',
  'none',
  '.',
  '?',
]);

/** SQL of a cell without padding; null for what means nothing. */
export function filledCell(cell: string): string {
  const text = `trim(${cell}, ' \u00a0\t')`;
  return `CASE WHEN NOT list_contains(${NOTHING}, ${text}) THEN ${text} END`;
}

/** SQL: the rows of the customer table that are of a buyer, with that number. */
export const BUYER_ROWS = `(SELECT b.buyer, c.* FROM buyers b
  JOIN table_customers k ON k.customer = b.customer
  JOIN customer_table c ON c."row" = k."row")`;

/**
 * SQL: the filled cells of some columns, by buyer; each is computed once, however often it is asked for.
 *
 * @param most buyers with a greater number are left out
 */
export function buyerCells(positions: Iterable<number>, most: number | null): string {
  const cells = [...new Set(positions)].map(
    (position) => `${filledCell(tableCell('r', position))} AS column${position}`,
  );
  const first = most === null ? '' : `WHERE r.buyer <= ${most}`;
  return `(SELECT ${['r.buyer', ...cells].join(', ')} FROM ${BUYER_ROWS} r ${first})`;
}
