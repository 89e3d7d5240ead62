import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { Engine, Parameter } from '#generate/warehouse/engine.ts';

/**
 * Creates `items`: what each sold thing is. Brand and category come from the products table, else from the order file,
 * else from the config's patterns on sku and title (the first that matches); without any, none is claimed.
 */
export async function createItems(engine: Engine, config: PortalConfig): Promise<void> {
  const parameters: Parameter[] = [];
  const bind = (value: Parameter): string => `$${parameters.push(value)}`;
  const matches = (pattern: string): string => {
    const place = bind(pattern);
    return `(coalesce(regexp_matches(sku, ${place}), false) OR coalesce(regexp_matches(title, ${place}), false))`;
  };
  const firstOf = (patterns: { pattern: string; name: string }[]): string =>
    patterns.length === 0
      ? 'CAST(NULL AS VARCHAR)'
      : `CASE ${patterns.map(({ pattern, name }) => `WHEN ${matches(pattern)} THEN ${bind(name)}`).join(' ')} END`;
  const brands = config.brandPatterns.map(({ pattern, brand: name }) => ({ pattern, name }));
  const categories = config.categoryPatterns.map(({ pattern, category: name }) => ({
    pattern,
    name,
  }));
  const counted = categories.map(({ pattern }) => `CAST(${matches(pattern)} AS INTEGER)`);
  const nonProduct = config.nonProducts.map((pattern) => `OR ${matches(pattern)}`);
  await engine.run(
    `CREATE OR REPLACE TABLE items AS
    WITH sold AS (
      SELECT DISTINCT sku, title, brand AS given_brand, category AS given_category,
        coalesce("nonProduct", false) AS non_product
      FROM "rows"
    )
    SELECT s.*, NOT (non_product ${nonProduct.join(' ')}) AS is_product,
      coalesce(p.brand, given_brand, ${firstOf(brands)}) AS brand,
      coalesce(p.category, given_category, ${firstOf(categories)}) AS category,
      p.category IS NULL AND given_category IS NULL AND ${counted.length < 2 ? 'false' : `${counted.join(' + ')} > 1`} AS two_categories
    FROM sold s LEFT JOIN (SELECT sku AS product_sku, brand, category FROM products) p ON p.product_sku = s.sku`,
    parameters,
  );
}
