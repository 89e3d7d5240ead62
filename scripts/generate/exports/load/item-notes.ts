import type { Engine } from '#generate/warehouse/engine.ts';
import type { ReadFile } from '../read/read-file.ts';

/** Adds to each file's report how many of its rows are no products, and how many match two categories. */
export async function countItemNotes(engine: Engine, files: ReadFile[]): Promise<void> {
  const counts = await engine.rows<{ file: number; other: string; two: string }>(
    `SELECT r.file, count(*) FILTER (NOT i.is_product) AS other, count(*) FILTER (i.two_categories) AS two
    FROM "rows" r JOIN items i ON i.sku IS NOT DISTINCT FROM r.sku AND i.title IS NOT DISTINCT FROM r.title
      AND i.given_brand IS NOT DISTINCT FROM r.brand AND i.given_category IS NOT DISTINCT FROM r.category
      AND i.non_product = coalesce(r."nonProduct", false)
    WHERE NOT i.is_product OR i.two_categories GROUP BY r.file`,
  );
  for (const { number, report } of files) {
    const count = counts.find(({ file }) => Number(file) === number);
    const notes = [
      {
        code: 'note/non-product',
        reason:
          'Rows that are no products (nonProducts in the config): in totals, not in KPIs and Portraits',
        rows: Number(count?.other ?? 0),
      },
      {
        code: 'note/two-categories',
        reason: 'Rows that match two category patterns: counted once, in the first',
        rows: Number(count?.two ?? 0),
      },
    ];
    report.reasons.push(...notes.filter(({ rows }) => rows > 0));
  }
}
