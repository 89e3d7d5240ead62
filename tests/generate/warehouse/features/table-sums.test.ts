import { expect, test } from 'vitest';
import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { describedColumns } from '#generate/warehouse/features/described-columns.ts';
import { readTableSums } from '#generate/warehouse/features/table-sums.ts';
import { insertRows } from '../../content/persona-shop.ts';

const model = {
  features: [
    {
      label: 'Tier: Silver',
      column: { kind: 'level', name: 'Tier', level: 'Silver', rest: 'Gold' },
    },
  ],
} as unknown as SegmentationModel;

test('readTableSums() counts the level of a category that has no feature of its own', async () => {
  const engine = await openEngine();
  try {
    await createCanonicalTables(engine);
    await engine.run('CREATE TABLE buyers (buyer BIGINT, customer VARCHAR)');
    await engine.run('CREATE TABLE buyer_personas (buyer BIGINT, persona VARCHAR)');
    await engine.run('CREATE TABLE customer_features (buyer BIGINT, feature_0 DOUBLE)');
    await engine.run('CREATE TABLE customer_table ("row" BIGINT, column4 VARCHAR)');
    const cells = ['Gold', 'Gold ', 'Silver', null, 'Gold'];
    await insertRows(
      engine,
      'buyers',
      cells.map((_, buyer) => ({ buyer, customer: `c${buyer}` })),
    );
    await insertRows(
      engine,
      'buyer_personas',
      cells.map((_, buyer) => ({ buyer, persona: buyer < 4 ? 'first' : 'second' })),
    );
    await insertRows(
      engine,
      'customer_features',
      cells.map((cell, buyer) => ({
        buyer,
        feature_0: cell === null ? null : Number(cell === 'Silver'),
      })),
    );
    await insertRows(engine, 'table_columns', [{ position: 4, name: 'Tier' }]);
    await insertRows(
      engine,
      'customer_table',
      cells.map((cell, row) => ({ row, column4: cell })),
    );
    await insertRows(
      engine,
      'table_customers',
      cells.map((_, row) => ({ customer: `c${row}`, row })),
    );
    expect(describedColumns(model).map(({ label }) => label)).toEqual([
      'Tier: Silver',
      'Tier: Gold',
    ]);
    const sums = await readTableSums(engine, model);
    expect(sums.get('first')?.columns).toEqual([
      { n: 3, sum: 1, squares: 1 },
      { n: 3, sum: 2, squares: 2 },
    ]);
    expect(sums.get(null)?.columns[1]).toEqual({ n: 4, sum: 3, squares: 3 });
  } finally {
    engine.close();
  }
});
