import { inPortalCurrency, RATED } from '#generate/warehouse/money-sql.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { LoadRequest } from './load-request.ts';

const REPEATED = {
  code: 'ignored/repeated-sku',
  reason: 'Rows that describe a sku which another row describes already',
};

/** A sku that is described twice counts once; which one does not depend on the order of rows or files. */
export async function loadProducts(
  engine: Engine,
  { config, account }: LoadRequest,
): Promise<void> {
  await engine.run(
    `CREATE TABLE described AS
    SELECT file, sku, title, category, brand, ${inPortalCurrency('cost')} AS cost,
      row_number() OVER (
        PARTITION BY sku ORDER BY category NULLS LAST, brand NULLS LAST, title NULLS LAST, cost NULLS LAST, file
      ) = 1 AND sku NOT IN (SELECT sku FROM products) AS is_first
    ${RATED}`,
    [config.currency],
  );
  await engine.run(
    'INSERT INTO products SELECT sku, title, category, brand, cost FROM described WHERE is_first',
  );
  const repeated = await engine.rows<{ file: number; rows: string }>(
    'SELECT file, count(*) AS "rows" FROM described WHERE NOT is_first GROUP BY file ORDER BY file',
  );
  for (const { file, rows } of repeated) account.ignore(file, REPEATED, Number(rows));
  await engine.run('DROP TABLE described');
}
