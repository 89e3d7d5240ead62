import { NO_WORDS, YES_WORDS } from '#generate/exports/cells/yes-no.ts';
import type { Engine, Parameter } from '../engine.ts';
import { SPLIT_TABLES } from './buyer-splits.ts';
import type { FeatureDefinition, Split } from './feature-definitions.ts';
import { buyerCells, tableCell, textList } from './table-columns.ts';
import { tableNumber } from './table-numbers.ts';

/** Column of a feature in `customer_features`: by position, because ids may hold any text. */
export function featureColumn(position: number): string {
  return `feature_${position}`;
}

/** Table `customer_features`: one row a buyer, one DOUBLE column a feature, in the order of the definitions. */
export async function createCustomerFeatures(
  engine: Engine,
  features: readonly FeatureDefinition[],
): Promise<void> {
  const { sql, parameters } = featureQuery(features);
  await engine.run(`CREATE OR REPLACE TEMP TABLE customer_features AS ${sql}`, parameters);
}

/**
 * The query behind `customer_features`: column `buyer` and one a feature.
 *
 * @param most buyers with a greater number are left out
 */
export function featureQuery(
  features: readonly FeatureDefinition[],
  most: number | null = null,
): {
  sql: string;
  parameters: Parameter[];
} {
  const parameters: Parameter[] = [];
  const bind = (value: Parameter): string => `$${parameters.push(value)}`;
  const named: Record<Split, string[]> = { category: [], brand: [], channel: [] };
  const columns = features.map(({ sql, share, table }, position) => {
    let expression = sql ?? 'NULL';
    if (share) {
      const { measure } = SPLIT_TABLES[share.split];
      const part = `part_${position}`;
      named[share.split].push(
        `coalesce(${shareOf(measure, `sum(${measure}) FILTER (WHERE name = ${bind(share.name)})`)}, 0) AS ${part}`,
      );
      expression = `${share.split}.${part}`;
    }
    if (table) expression = tableValue(table, bind);
    return `CAST(${expression} AS DOUBLE) AS ${featureColumn(position)}`;
  });
  const positions = features.flatMap(({ table }) => table?.position ?? []);
  // Adding up a split that no column asks for takes as long as one that does.
  const asked = SPLIT_NAMES.filter((split) => columns.some((sql) => sql.includes(`${split}.`)));
  return {
    parameters,
    sql: `${asked.length > 0 ? `WITH ${asked.map((split) => `${split} AS (${splitSql(SPLIT_TABLES[split], named[split])})`).join(', ')}` : ''}
     SELECT ${['b.buyer', ...columns].join(',\n       ')}
     FROM buyers b
     LEFT JOIN buyer_totals t ON t.buyer = b.buyer
     ${asked.map((split) => `LEFT JOIN ${split} ON ${split}.buyer = b.buyer`).join('\n     ')}
     ${positions.length > 0 ? `LEFT JOIN ${buyerCells(positions, most)} c ON c.buyer = b.buyer` : ''}
     ${most === null ? '' : `WHERE b.buyer <= ${most}`}`,
  };
}

/** SQL of a value of the customer table, whose cells are called `c`; null for who does not stand in it. */
export function tableValue(
  { column, position }: NonNullable<FeatureDefinition['table']>,
  bind: (value: Parameter) => string,
): string {
  if (position === null) return 'NULL';
  const cell = tableCell('c', position);
  switch (column.kind) {
    case 'number': {
      const number = `${tableNumber(cell, column.form)} / ${bind(column.scale)}`;
      const held = `greatest(CAST(${bind(column.low)} AS DOUBLE), least(CAST(${bind(column.high)} AS DOUBLE), ${number}))`;
      // greatest() and least() skip NULL: a missing value has to be asked for itself.
      const empty = column.emptyIsZero ? `WHEN c.buyer IS NOT NULL AND ${cell} IS NULL THEN 0` : '';
      return `CASE WHEN (${number}) IS NOT NULL THEN ${held} ${empty} END`;
    }
    case 'yesNo':
      return `CASE WHEN list_contains(${textList(YES_WORDS)}, lower(${cell})) THEN 1 WHEN list_contains(${textList(NO_WORDS)}, lower(${cell})) THEN 0 END`;
    case 'ticked':
      return `CASE WHEN c.buyer IS NOT NULL THEN CASE WHEN ${cell} IS NULL THEN 0 ELSE 1 END END`;
    case 'level':
      return `CASE WHEN ${cell} = ${bind(column.level)} THEN 1 WHEN ${cell} IS NOT NULL THEN 0 END`;
  }
}

const SPLIT_NAMES = Object.keys(SPLIT_TABLES) as Split[];

function splitSql({ table, measure }: (typeof SPLIT_TABLES)[Split], parts: string[]): string {
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
