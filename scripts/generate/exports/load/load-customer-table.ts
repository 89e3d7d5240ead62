import type { CustomerTableSettings } from '#core/schemas/customer-table-settings.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { filledCell, tableCell } from '#generate/warehouse/features/table-columns.ts';
import { CUSTOMER_TABLE, KEY_COLUMN, tableHeaders } from '../plan/plan-customer-table.ts';
import { rawCell } from '../read/load-raw.ts';
import type { ReadFile } from '../read/read-file.ts';
import { withIdentity } from './identities.ts';
import { addPeople } from './people.ts';
import type { RowAccount } from './row-account.ts';

/** What the loader is told besides the files. */
export interface CustomerTableRequest {
  settings: CustomerTableSettings;
  secret: string;
  account: RowAccount;
}

/** Whether a file was read as a part of the customer table. */
export function isCustomerTable({ plan }: ReadFile): boolean {
  return plan.wide !== undefined;
}

/**
 * Brings the customer table in: "table_columns" (its headers), "customer_table" (its cells as they stand, one column each)
 * and "table_customers" (whose row it is); columns that describe also as "customer_traits". Joined with orders it makes nobody a customer; alone everybody in it is one.
 *
 * @throws GenerateError `customer-table/twice`, `customer-table/nobody-known`
 */
export async function loadCustomerTable(
  engine: Engine,
  files: readonly ReadFile[],
  { settings, secret, account }: CustomerTableRequest,
): Promise<void> {
  if (files.length === 0) return;
  const positions = await insertHeaders(engine, files, settings);
  const wide = files.map((file) => selectCells(file, positions, settings));
  // The cells stay where they were read: no second copy of a wide table.
  await engine.run(`CREATE VIEW customer_table AS ${wide.join(' UNION ALL BY NAME ')}`);
  const keys = files.map(
    ({ number }) =>
      `SELECT ${number} AS file, ${tableRow(number, '"row"')} AS "row", "${KEY_COLUMN}" AS cell FROM typed_${number}`,
  );
  const keyColumn = { email: 'email', phone: 'phone', customerId: '"customerId"' }[settings.keyIs];
  const columns = ['email', 'phone', '"customerId"'].map((column) =>
    column === keyColumn ? `cell AS ${column}` : `CAST(NULL AS VARCHAR) AS ${column}`,
  );
  await engine.run(
    `CREATE TABLE table_people AS
    SELECT file, "row", identity, identified_by, email, phone
    FROM ${withIdentity(`SELECT file, "row", ${columns.join(', ')} FROM (${keys.join(' UNION ALL ')})`, '$1')}`,
    [settings.platform ?? CUSTOMER_TABLE],
  );
  for (const { number } of files) await engine.run(`DROP TABLE typed_${number}`);
  await refuseRepeats(engine, files);
  const isJoined = settings.joinWith === 'orders' && (await hasKnownOrders(engine));
  if (!isJoined) await addPeople(engine, secret, 'table_people');
  await engine.run(
    `INSERT INTO table_customers
    SELECT p.customer, t."row" FROM table_people t LEFT JOIN people p USING (identity) ORDER BY t."row"`,
  );
  if (isJoined) await refuseNobodyKnown(engine, files, settings);
  await insertDescriptions(engine, files, settings, positions);
  await noteUnknown(engine, files, account, isJoined);
  await engine.run('DROP TABLE table_people');
}

/** SQL that tells the rows of all files apart. */
function tableRow(file: number, row: string): string {
  return `CAST(${file} AS BIGINT) * 1000000000000 + ${row}`;
}

/** Positions of the columns by header, over all files: parts of a table may have columns of their own. */
async function insertHeaders(
  engine: Engine,
  files: readonly ReadFile[],
  settings: CustomerTableSettings,
): Promise<Map<string, number>> {
  const headers = new Map(
    files.flatMap(({ plan }) =>
      tableHeaders(plan.wide?.headers ?? [], settings).map(
        ({ name, leftOut }) => [name, leftOut] as const,
      ),
    ),
  );
  const rows = [...headers].map(([name, left_out], position) => ({ position, name, left_out }));
  await engine.run(
    `INSERT INTO table_columns BY NAME SELECT position, name, left_out
    FROM (SELECT unnest(json_transform($1, '[{"position":"INTEGER","name":"VARCHAR","left_out":"VARCHAR"}]'), recursive := true))`,
    [JSON.stringify(rows)],
  );
  return new Map(rows.map(({ name, position }) => [name, position]));
}

function selectCells(
  { plan, number }: ReadFile,
  positions: ReadonlyMap<string, number>,
  settings: CustomerTableSettings,
): string {
  const cells = tableHeaders(plan.wide?.headers ?? [], settings).flatMap(
    ({ name, index, leftOut, describes }) =>
      leftOut === null || describes
        ? [`${rawCell(plan, index)} AS column${positions.get(name) ?? 0}`]
        : [],
  );
  return `SELECT ${[`${tableRow(number, 'rowid')} AS "row"`, ...cells].join(', ')} FROM wide.file_${number}`;
}

/** Columns that describe Portraits become traits, as those of other tools do. */
async function insertDescriptions(
  engine: Engine,
  files: readonly ReadFile[],
  settings: CustomerTableSettings,
  positions: ReadonlyMap<string, number>,
): Promise<void> {
  const headers = files.flatMap(({ plan }) => tableHeaders(plan.wide?.headers ?? [], settings));
  const names = new Set(headers.flatMap(({ name, describes }) => (describes ? [name] : [])));
  for (const name of names)
    await engine.run(
      `INSERT INTO customer_traits (source, customer, trait, text)
      SELECT $1, customer, $2, cell FROM (
        SELECT k.customer, ${filledCell(tableCell('c', positions.get(name) ?? 0))} AS cell
        FROM customer_table c JOIN table_customers k ON k."row" = c."row"
      ) WHERE customer IS NOT NULL AND cell IS NOT NULL`,
      [CUSTOMER_TABLE, name],
    );
}

async function hasKnownOrders(engine: Engine): Promise<boolean> {
  const found = await engine.rows('SELECT 1 FROM orders WHERE customer IS NOT NULL LIMIT 1');
  return found.length > 0;
}

/** The same customer in two files of the table. */
async function refuseRepeats(engine: Engine, files: readonly ReadFile[]): Promise<void> {
  const found = await engine.rows<{ first: number; again: number; customers: string }>(
    `SELECT first, again, count(*) AS customers
    FROM (SELECT min(file) AS first, max(file) AS again FROM table_people WHERE identity IS NOT NULL
      GROUP BY identity HAVING count(*) > 1)
    GROUP BY first, again ORDER BY first, again`,
  );
  if (found.length === 0) return;
  const path = (number: number): string =>
    files.find((file) => file.number === number)?.plan.path ?? '';
  throw new GenerateError(
    'customer-table/twice',
    'Cannot use the customer table: customers stand in two of its files; expected one row a customer',
    'Export one table, or name only one of the files in customerTable of portal.config.ts',
    found.map(({ first, again, customers }) => ({
      file: path(again),
      found: `${customers} customers of ${path(first)} again`,
      expected: 'each customer in one file',
    })),
  );
}

async function refuseNobodyKnown(
  engine: Engine,
  files: readonly ReadFile[],
  { key, keyIs }: CustomerTableSettings,
): Promise<void> {
  const found = await engine.rows(
    'SELECT 1 FROM table_customers WHERE customer IS NOT NULL LIMIT 1',
  );
  if (found.length > 0) return;
  throw new GenerateError(
    'customer-table/nobody-known',
    'Cannot join the customer table with orders: none of its customers has one; expected customers that orders name, too',
    keyIs === 'customerId'
      ? "Say whose ids they are: customerTable.platform is the platform of the orders; or joinWith: 'nothing' makes Portraits of the table alone"
      : "Correct key and keyIs of customerTable in portal.config.ts; or joinWith: 'nothing' makes Portraits of the table alone",
    files.map(({ plan }) => ({
      file: plan.path,
      column: key,
      found: 'no customer of any order',
      expected: 'the same e-mail addresses, phone numbers or ids as in the orders',
    })),
  );
}

async function noteUnknown(
  engine: Engine,
  files: readonly ReadFile[],
  account: RowAccount,
  isJoined: boolean,
): Promise<void> {
  for (const { number } of files) {
    const [row] = await engine.rows<{ unknown: string }>(
      `SELECT count(*) AS unknown FROM table_people JOIN table_customers USING ("row")
      WHERE file = $1 AND customer IS NULL`,
      [number],
    );
    const reason = isJoined
      ? 'Customers of the table without an order in the exports: they are in no Portrait'
      : 'Customers of the table who cannot be told by their key: they are in no Portrait';
    account.note(number, { code: 'note/no-customer', reason }, Number(row?.unknown ?? 0));
  }
}
