import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOfTable } from '#core/personas/table-facts.ts';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import { adjustedRandIndex } from '#core/segmentation/adjusted-rand-index.ts';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { assemblePersonas, type AssembledPersonas } from '#generate/content/personas.ts';
import type { GenerateContext } from '#generate/generate-context.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import {
  insertRows,
  openShop,
  personaContext,
  plantCustomers,
  sha256,
  SHOP_SETTINGS,
} from './persona-shop.ts';

const planted = plantCustomers(200);
const COLUMNS = ['Hours outdoors', 'Walks', 'Maps owned', 'Answers late'];
/** Every tenth customer has no row in the table. */
const isInTable = (index: number): boolean => index % 10 !== 0;
/** Half of each kind: the table tells them apart, their orders do not. */
const isWalker = (index: number): boolean => index % 2 === 1;

/** The shop with a customer table: three columns tell walkers, one says nothing. */
async function shopWithTable(): Promise<Engine> {
  const engine = await openShop(planted);
  const random = seededRandom(5);
  await insertRows(
    engine,
    'table_columns',
    COLUMNS.map((name, position) => ({ position, name })),
  );
  const columns = COLUMNS.map((_, position) => `column${String(position)} VARCHAR`);
  await engine.run(`CREATE TABLE customer_table ("row" BIGINT, ${columns.join(', ')})`);
  const rows = planted.flatMap(({ email }, row) => {
    if (!isInTable(row)) return [];
    const near = (spread: number): string =>
      ((isWalker(row) ? 8 : 3) + spread * normalDeviate(random)).toFixed(2);
    const late = random() < 0.5 ? 'yes' : 'no';
    return [{ email, row, column0: near(0.6), column1: near(0.7), column2: near(0.8), late }];
  });
  await insertRows(
    engine,
    'customer_table',
    rows.map(({ email: _, late, ...cells }) => ({ ...cells, column3: late })),
  );
  await insertRows(
    engine,
    'table_customers',
    rows.map(({ email, row }) => ({ customer: sha256(`a${email}`), row })),
  );
  return engine;
}

function contextOf(engine: Engine, joinWith: 'orders' | 'nothing'): GenerateContext {
  const context = personaContext(engine);
  return {
    ...context,
    sources: { ...context.sources, customer_table: ['customer-table'] },
    config: PortalConfigSchema.parse({
      ...SHOP_SETTINGS,
      customerTable: { files: ['table.csv'], key: 'E-Mail', joinWith },
      portraits: { fewest: 2, most: 7 },
    }),
  };
}

/** Agreement of the Portraits with a planted grouping, over the customers in the table. */
async function agreementWith(engine: Engine, kindOf: (index: number) => string): Promise<number> {
  const rows = await engine.rows<{ customer: string; persona: string }>(
    'SELECT customer, persona FROM assignments',
  );
  const personas = new Map(rows.map(({ customer, persona }) => [customer, persona]));
  const pairs = planted.flatMap(({ email }, index) => {
    const persona = personas.get(sha256(`a${email}`));
    return isInTable(index) && persona !== undefined ? [{ persona, kind: kindOf(index) }] : [];
  });
  return adjustedRandIndex(
    pairs.map(({ kind }) => kind),
    pairs.map(({ persona }) => persona),
  );
}

describe.each(['orders', 'nothing'] as const)('joined with %s', (joinWith) => {
  let engine: Engine;
  let found: AssembledPersonas;
  beforeAll(async () => {
    engine = await shopWithTable();
    found = await assemblePersonas(contextOf(engine, joinWith), { refit: false });
  });
  afterAll(() => {
    engine.close();
  });

  test('assemblePersonas() finds what the table tells apart, with orders also what they do', async () => {
    const walks = (index: number): string => String(isWalker(index));
    const both = (index: number): string => `${planted[index]?.kind ?? ''} ${walks(index)}`;
    expect(await agreementWith(engine, joinWith === 'orders' ? both : walks)).toBeGreaterThan(0.8);
  });

  test('assemblePersonas() counts all buyers beside orders, and those in the table without them', () => {
    const customers = found.personas.reduce((sum, persona) => sum + persona.customers, 0);
    const inTable = planted.filter((_, index) => isInTable(index)).length;
    expect(customers).toBe(joinWith === 'orders' ? planted.length : inTable);
    expect(found.personas.map((persona) => isOfTable(persona))).toEqual(
      found.personas.map(() => joinWith === 'nothing'),
    );
  });

  test('assemblePersonas() tells the columns of the table as facts from the table', () => {
    const hours = found.personas.flatMap(({ facts }) =>
      facts.filter(({ label }) => label === 'Hours outdoors'),
    );
    expect(hours.length).toBeGreaterThanOrEqual(2);
    for (const { value, sources } of hours) {
      expect(sources).toEqual(['customer-table']);
      expect(Math.min(Math.abs(Number(value) - 8), Math.abs(Number(value) - 3))).toBeLessThan(0.6);
    }
    // Chance: of twenty intervals of 95 % one lies off the average.
    const late = found.personas.filter(({ facts }) =>
      facts.some(({ label }) => label === 'Answers late'),
    );
    expect(late.length).toBeLessThanOrEqual(1);
  });
});
