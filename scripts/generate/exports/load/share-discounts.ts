import type { Engine } from '#generate/warehouse/engine.ts';
import { HAS_LINE, ROW_VALUE } from './order-heads.ts';

/**
 * Creates `shares`: the order's own discount, shared over its lines by their value to the cent; the largest remainders
 * round up.
 */
export async function shareDiscounts(engine: Engine): Promise<void> {
  await engine.run(
    `CREATE TABLE shares AS
    WITH parts AS (
      SELECT r.file, r.piece, r."order", h.gross,
        CASE WHEN (h.discount - h.line_discount) * 100 = trunc((h.discount - h.line_discount) * 100) THEN 100 ELSE 10000 END AS units,
        CAST((h.discount - h.line_discount) * 10000 AS HUGEINT) AS part,
        CAST(greatest(${ROW_VALUE}, 0) * 10000 AS HUGEINT) AS weight, r.sku, r.title
      FROM "rows" r JOIN heads h USING ("order") WHERE ${HAS_LINE} AND h.discount <> h.line_discount
    ), whole AS (
      SELECT *, part * units // 10000 AS total_units, sum(weight) OVER (PARTITION BY "order") AS weights FROM parts
    ), floors AS (
      SELECT *, total_units * weight // nullif(weights, 0) AS base, total_units * weight % nullif(weights, 0) AS rest FROM whole
    ), ranked AS (
      SELECT *, total_units - sum(base) OVER (PARTITION BY "order") AS left_over,
        row_number() OVER (PARTITION BY "order" ORDER BY rest DESC, weight DESC, sku, title, file, piece) AS place
      FROM floors
    )
    SELECT file, piece, CAST(CAST(base + CASE WHEN place <= left_over THEN 1 ELSE 0 END AS DECIMAL(28,4)) * CASE WHEN units = 100 THEN 0.01 ELSE 0.0001 END AS DECIMAL(28,8)) AS share
    FROM ranked WHERE base IS NOT NULL`,
  );
}
