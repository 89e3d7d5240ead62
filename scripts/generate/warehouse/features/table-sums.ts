import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { ColumnSums } from '#core/personas/table-facts.ts';
import type { Engine, Parameter } from '../engine.ts';
import { featureColumn, tableValue } from './customer-features.ts';
import { describedColumns, type DescribedTableColumn } from './described-columns.ts';
import { buyerCells, readTableHeadings } from './table-columns.ts';

/** Steps that the largest number of a column is counted in: sums of their squares stay exact in 128 bits. */
const STEPS = 1e9;

/**
 * Exact sums of the columns of the customer table that Portraits are described by, in the order of `describedColumns`, by
 * Portrait; the key null holds all buyers.
 * Needs `customer_features` and `buyer_personas` as assignment by that model leaves them.
 */
export async function readTableSums(
  engine: Engine,
  model: SegmentationModel,
): Promise<Map<string | null, { customers: number; columns: ColumnSums[] }>> {
  const parameters: Parameter[] = [];
  const bind = (value: Parameter): string => `$${parameters.push(value)}`;
  const used = describedColumns(model);
  const headings = await readTableHeadings(engine);
  const positions: number[] = [];
  const valueOf = ({ column, feature }: DescribedTableColumn): string => {
    if (feature !== null) return `f.${featureColumn(feature)}`;
    const heading = headings.find(({ name, leftOut }) => name === column.name && leftOut === null);
    if (heading) positions.push(heading.position);
    return tableValue({ column, position: heading?.position ?? null }, bind);
  };
  const steps = used.map(({ column }) =>
    column.kind === 'number' ? Math.max(Math.abs(column.low), Math.abs(column.high)) / STEPS : 1,
  );
  const values = used.map(
    (one, index) =>
      `CAST(round((${valueOf(one)}) / CAST(${bind(steps[index] ?? 1)} AS DOUBLE)) AS HUGEINT) AS v${index}`,
  );
  const sums = used.flatMap((_, index) => [
    `count(v${index}) AS n${index}`,
    `CAST(sum(v${index}) AS VARCHAR) AS s${index}`,
    `CAST(sum(v${index} * v${index}) AS VARCHAR) AS q${index}`,
  ]);
  const rows = await engine.rows(
    `SELECT ${['persona', 'grouping(persona) AS everybody', 'count(*) AS customers', ...sums].join(', ')}
     FROM (SELECT ${['p.persona', ...values].join(', ')}
       FROM customer_features f LEFT JOIN buyer_personas p USING (buyer)
       ${positions.length > 0 ? `LEFT JOIN ${buyerCells(positions, null)} c USING (buyer)` : ''})
     GROUP BY GROUPING SETS ((persona), ())
     ORDER BY everybody, persona`,
    parameters,
  );
  const number = (value: unknown): number => Number(value ?? 0);
  return new Map(
    rows
      .filter((row) => number(row['everybody']) === 1 || row['persona'] !== null)
      .map((row) => [
        number(row['everybody']) === 1 ? null : String(row['persona']),
        {
          customers: number(row['customers']),
          columns: used.map(({ column }, index): ColumnSums => {
            // Back to what stands in the table.
            const unit = (steps[index] ?? 1) * (column.kind === 'number' ? column.scale : 1);
            return {
              n: number(row[`n${index}`]),
              sum: number(row[`s${index}`]) * unit,
              squares: number(row[`q${index}`]) * unit * unit,
            };
          }),
        },
      ]),
  );
}
