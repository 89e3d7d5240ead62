import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import {
  inCents,
  inHundredMillionths,
  inPortalCurrency,
  shortened,
} from '#generate/warehouse/money-sql.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => {
  engine.close();
});

/** Amounts of eight decimals, with many halves, and some too large for the short way. */
const AMOUNTS = fc.oneof(
  fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }),
  fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).map((halves) => halves * 5_000n),
);

test('shortened() and inCents() are what one long division gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(AMOUNTS, { minLength: 1, maxLength: 50 }), async (units) => {
      const rows = await engine.rows(
        `SELECT CAST(${shortened('amount', 4)} AS VARCHAR) AS short, CAST(CAST(amount AS DECIMAL(28, 4)) AS VARCHAR) AS long,
                CAST(${inCents('amount')} AS VARCHAR) AS cents,
                CAST(CAST(CAST(amount AS DECIMAL(28, 2)) * 100 AS BIGINT) AS VARCHAR) AS long_cents
         FROM (SELECT CAST(unit AS DECIMAL(28, 8)) AS amount FROM (SELECT unnest([${units.map((unit) => `'${decimal(unit)}'`).join(', ')}]) AS unit))`,
      );
      for (const row of rows) {
        expect(row['short']).toBe(row['long']);
        expect(row['cents']).toBe(row['long_cents']);
      }
    }),
  );
});

test('inHundredMillionths() gives every amount to its last decimal', async () => {
  const any = fc.oneof(
    fc.bigInt({ min: -(9n * 10n ** 18n), max: 9n * 10n ** 18n }),
    fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).map((halves) => halves * 50_000_000n),
    fc.bigInt({ min: -200_000_000n, max: 200_000_000n }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 50 }), async (units) => {
      const rows = await engine.rows(
        `SELECT CAST(${inHundredMillionths('amount')} AS VARCHAR) AS units
         FROM (SELECT CAST(unnest([${units.map((unit) => `'${decimal(unit)}'`).join(', ')}]) AS DECIMAL(28, 8)) AS amount)`,
      );
      expect(rows.map((row) => row['units'])).toEqual(units.map(String));
    }),
  );
});

/** Rates of eight decimals, from a hundred-millionth to ten thousand. */
const RATES = fc.oneof(
  fc.constant(100_000_000n),
  fc.bigInt({ min: 1n, max: 10n ** 12n }),
  fc.bigInt({ min: 1n, max: 200n }).map((halves) => halves * 500_000n),
);
/** What the six decimals of an amount in another currency hold. */
const CONVERTED = fc.oneof(
  fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
  fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).map((halves) => halves * 50n),
);

test('inPortalCurrency() is what two long divisions give, of small and of large amounts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(CONVERTED, RATES), { minLength: 1, maxLength: 50 }),
      async (pairs) => {
        const values = pairs.map(([amount, rate]) => `('${decimal(amount)}', '${decimal(rate)}')`);
        const rows = await engine.rows(
          `SELECT CAST(${inPortalCurrency('amount')} AS VARCHAR) AS short,
                  CAST(CASE WHEN rate = 1 THEN amount
                    ELSE CAST(CAST(amount AS DECIMAL(20, 6)) * rate AS DECIMAL(28, 8)) END AS VARCHAR) AS long
           FROM (SELECT CAST(a AS DECIMAL(28, 8)) AS amount, CAST(r AS DECIMAL(18, 8)) AS rate
             FROM (VALUES ${values.join(', ')}) given(a, r))`,
        );
        for (const row of rows) expect(row['short']).toBe(row['long']);
      },
    ),
  );
});

test('shortened() keeps what is not known', async () => {
  expect(
    await engine.rows(`SELECT ${shortened('CAST(NULL AS DECIMAL(28, 8))', 4)} AS nothing`),
  ).toEqual([{ nothing: null }]);
});

function decimal(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(9, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -8)}.${digits.slice(-8)}`;
}
