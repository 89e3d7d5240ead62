import type { RowReason } from '#core/schemas/data-quality.ts';
import type { Issue } from '#core/schemas/issue.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { customerTableIdentity } from '../load/customer-table-identity.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { KEY_COLUMN } from '../plan/plan-customer-table.ts';
import type { IgnoredRows } from './ignore-rows.ts';
import { rawCell, WIDE_CELLS } from './load-raw.ts';
import type { RecordFinder } from './record-finder.ts';

/** Rows that are told one by one. */
const LISTED = 20;

const SAME_ROW: Omit<RowReason, 'rows'> = {
  code: 'ignored/same-row',
  reason: 'Rows of the customer table that stand in it twice, the same in every cell',
};

/**
 * Takes rows out of a customer table ("typed") that are there twice, and stops where somebody's rows differ: nobody
 * could say which one is right, and a table with many of them is one of orders.
 *
 * @throws GenerateError `export/customer-twice`
 */
export async function dropRepeatedCustomers(
  engine: Engine,
  { customerTable }: Pick<PortalConfig, 'customerTable'>,
  plan: FilePlan,
  find: RecordFinder,
): Promise<IgnoredRows> {
  if (customerTable === undefined || plan.wide === undefined) return { rows: 0, reasons: [] };
  const identity = customerTableIdentity(customerTable, KEY_COLUMN);
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE repeated AS
    SELECT "row", identity, min("row") OVER (PARTITION BY identity) AS first
    FROM (SELECT "row", ${identity} AS identity FROM typed)
    WHERE identity IS NOT NULL QUALIFY count(*) OVER (PARTITION BY identity) > 1`,
  );
  const cells = plan.wide.kept.map((index) => `r.${rawCell(plan, index)}`);
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE same_rows AS
    SELECT "row" FROM (SELECT t."row", row_number() OVER (PARTITION BY ${['identity', ...cells].join(', ')} ORDER BY t."row") AS copy
      FROM repeated t JOIN ${WIDE_CELLS} r ON r.rowid = t."row")
    WHERE copy > 1`,
  );
  const found = await engine.rows<{ row: string; first: string }>(
    `SELECT "row", first FROM repeated
    WHERE "row" <> first AND "row" NOT IN (SELECT "row" FROM same_rows) ORDER BY "row" LIMIT ${LISTED}`,
  );
  if (found.length > 0) throw await twice(plan, customerTable.key, found, find);
  const [count] = await engine.rows<{ n: string }>('SELECT count(*) AS n FROM same_rows');
  const rows = Number(count?.n ?? 0);
  if (rows > 0) await engine.run('DELETE FROM typed WHERE "row" IN (SELECT "row" FROM same_rows)');
  await engine.run('DROP TABLE same_rows');
  await engine.run('DROP TABLE repeated');
  return { rows, reasons: rows === 0 ? [] : [{ ...SAME_ROW, rows }] };
}

async function twice(
  plan: FilePlan,
  column: string,
  found: readonly { row: string; first: string }[],
  find: RecordFinder,
): Promise<GenerateError> {
  const places = await find.rows(found.flatMap(({ row, first }) => [Number(row), Number(first)]));
  const issues = found.map(({ row, first }): Issue => {
    const line = places.get(Number(row))?.from;
    return {
      file: plan.path,
      ...(line === undefined ? {} : { line }),
      column,
      found: `the customer of line ${String(places.get(Number(first))?.from ?? '?')} again, with other values`,
      expected: 'one row a customer',
    };
  });
  return new GenerateError(
    'export/customer-twice',
    `Cannot read export "${plan.path}" as the customer table: ${found.length === 1 ? 'a customer stands' : 'customers stand'} in it more than once; expected one row a customer`,
    'Export one row a customer: join what belongs to the same one, or keep the newest row',
    issues,
  );
}
