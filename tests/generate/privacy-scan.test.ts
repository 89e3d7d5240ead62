import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GenerateError } from '#generate/generate-error.ts';
import { assertNoCustomerIn } from '#generate/privacy-scan.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { maskAddresses } from '#generate/warehouse/mask-addresses.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await createCanonicalTables(engine);
  await engine.run(
    `INSERT INTO customers (customer, digest, identified_by, email) VALUES ('k', 'd', 'email', 'anna@example.com')`,
  );
  for (const number of ['#1001', 'SHOP-1010', '123-1234567-1234567', '536365']) {
    await engine.run(
      `INSERT INTO orders (order_key, source, customer, placed_at, placed_on, cancelled, gift)
      VALUES ('shop:' || $1, 'shop', 'k', '2026-01-01', '2026-01-01', false, false)`,
      [number],
    );
  }
  await engine.run(
    `INSERT INTO persona_statistics VALUES ('tool', 'For anna@example.com, and Bo.Li+x@mail.example.org', 'size', 1, 'count', 1)`,
  );
});
afterAll(() => {
  engine.close();
});

function planned(text: string): Parameters<typeof assertNoCustomerIn>[0] {
  return [{ path: 'insights/x.json', kind: 'machine', text: JSON.stringify({ campaign: text }) }];
}

describe('assertNoCustomerIn()', () => {
  test.each([
    'Thanks Anna@Example.com',
    'Thanks #1001',
    'Thanks shop-1010!',
    'About 123-1234567-1234567',
  ])('assertNoCustomerIn() stops at a text like %j, and does not repeat it', async (text) => {
    const error = await assertNoCustomerIn(planned(text), engine).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(GenerateError);
    expect(String(error)).not.toMatch(/anna|1001|1010|1234567/i);
  });

  test.each(['Spring mailing 2026', 'hello@company.example', 'SKU-77', '536365 people'])(
    'assertNoCustomerIn() lets %j pass',
    async (text) => {
      await expect(assertNoCustomerIn(planned(text), engine)).resolves.toBeUndefined();
    },
  );
});

test('maskAddresses() takes every address out of texts, and leaves the vault alone', async () => {
  expect(await maskAddresses(engine)).toEqual([
    { table: 'persona_statistics', column: 'persona', rows: 1 },
  ]);
  const [row] = await engine.rows('SELECT persona FROM persona_statistics');
  expect(row).toEqual({ persona: 'For (address removed), and (address removed)' });
  expect(await engine.rows('SELECT email FROM customers')).toEqual([{ email: 'anna@example.com' }]);
});
