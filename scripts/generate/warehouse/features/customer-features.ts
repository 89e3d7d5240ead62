import type { Engine, Parameter } from '../engine.ts';
import type { FeatureDefinition, Split } from './feature-definitions.ts';

/** Column of a feature in `customer_features`: by position, because ids may hold any text. */
export function featureColumn(position: number): string {
  return `feature_${position}`;
}

/** Table `customer_features`: one row a buyer, one DOUBLE column a feature, in the order of the definitions. */
export async function createCustomerFeatures(
  engine: Engine,
  features: readonly FeatureDefinition[],
): Promise<void> {
  const parameters: Parameter[] = [];
  const columns: string[] = [];
  const named: Record<Split, string[]> = { category: [], brand: [], channel: [] };
  features.forEach(({ sql, share }, position) => {
    let expression = sql ?? 'NULL';
    if (share) {
      parameters.push(share.name);
      const measure = share.split === 'channel' ? 'orders' : 'paid';
      const part = `part_${position}`;
      named[share.split].push(
        `coalesce(${shareOf(measure, `sum(${measure}) FILTER (WHERE name = $${parameters.length})`)}, 0) AS ${part}`,
      );
      expression = `${share.split}.${part}`;
    }
    columns.push(`CAST(${expression} AS DOUBLE) AS ${featureColumn(position)}`);
  });
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE customer_features AS
     WITH category AS (${splitSql('buyer_categories', 'paid', named.category)}),
          brand AS (${splitSql('buyer_brands', 'paid', named.brand)}),
          channel AS (${splitSql('buyer_channels', 'orders', named.channel)})
     SELECT ${['t.buyer', ...columns].join(',\n       ')}
     FROM buyer_totals t
     LEFT JOIN category ON category.buyer = t.buyer
     LEFT JOIN brand ON brand.buyer = t.buyer
     LEFT JOIN channel ON channel.buyer = t.buyer`,
    parameters,
  );
}

function splitSql(table: string, measure: string, parts: string[]): string {
  const concentration = `${herfindahl(measure)} AS herfindahl`;
  return `SELECT ${['buyer', concentration, ...parts].join(', ')} FROM ${table} GROUP BY buyer HAVING sum(${measure}) > 0`;
}

function shareOf(measure: string, part: string): string {
  return `CAST(${part} AS DOUBLE) / CAST(sum(${measure}) AS DOUBLE)`;
}

/** The sum of the squared shares: 1 when all is of one part, 1/n of n equal ones; whole cents, so that it is exact. */
function herfindahl(measure: string): string {
  const whole = `CAST(round(${measure} * 100) AS HUGEINT)`;
  const total = `CAST(sum(${whole}) AS DOUBLE)`;
  return `CAST(sum(${whole} * ${whole}) AS DOUBLE) / nullif(${total} * ${total}, 0)`;
}
